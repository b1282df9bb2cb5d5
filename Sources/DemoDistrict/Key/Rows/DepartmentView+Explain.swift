import DemoTruth
import Geometry
import Time

extension DepartmentView {
  /// The columns of a row in the list of a month beside the truth.
  ///
  /// - Parameters:
  ///   - number: that of the row's subject in the key, from 1.
  ///   - sent: the cells in the file.
  func explain(
    _ number: String, month: Int, sent: [String]
  ) -> [RowExplanation.Column] {
    guard let number = Int(number) else { return [] }
    let sight = sight(month)
    return sources.enumerated().map { place, source in
      let column = columns[place]
      let exact = column == nil ? coordinate(source.term.fact, number - 1, sight) : nil
      return RowExplanation.Column(
        name: source.name, sent: place < sent.count ? sent[place] : "",
        seen: exact ?? column.map { $0.value(sight, number - 1).plainText } ?? "",
        truth: exact ?? column.map { $0.truth(sight, number - 1).plainText } ?? "",
        source: source.term.text, form: source.formText)
    }
  }

  /// The longitude or latitude of a row's place in the truth.
  private func coordinate(_ fact: String, _ index: Int, _ sight: Sight) -> String? {
    guard let spot = place?(sight, index), let exact = shared.position(of: spot) else { return nil }
    return Digits.decimal(fact == "longitude" ? exact.x : exact.y, places: 7)
  }
}

extension DemoValue {
  /// The value as a person reads it.
  var plainText: String {
    switch self {
    case .none: ""
    case .text(let text), .decimal(let text): text
    case .integer(let number): String(number)
    case .date(let day): day.text
    case .moment(let day, let seconds):
      day.text + " " + Digits.padded(seconds / 3_600, 2) + ":"
        + Digits.padded(seconds / 60 % 60, 2)
    case .boolean(let value): value ? "true" : "false"
    }
  }
}
