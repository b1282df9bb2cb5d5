import DemoSupport
import Datasets
import DemoTruth
import Synchronization
import Time

@testable import DemoDistrict

/// A district that the tests share, with the good rows of its lists: each list is made once.
final class SharedLists: Sendable {
  /// A row as texts by the names of its fields; what has no value is not there.
  typealias Row = [String: String]

  /// One percent of a district, and two percent of another.
  static let small = SharedLists(TruthOptions(seed: 5, share: 1))
  static let large = SharedLists(TruthOptions(seed: 7, share: 2))

  let shared: SharedTruth

  private struct Question: Hashable {
    var dataset: String
    var wanted: Int
    var month: Int
  }

  private let made = Mutex<[Question: [Row]]>([:])

  private init(_ options: TruthOptions) {
    shared = SharedTruth(SharedTruths.truth(options), manifests: Repository.demonstration)
  }

  /// What the department of a list sees.
  func view(_ dataset: String, _ wanted: Int = .max, month: Int = 1) throws -> DepartmentView {
    var view = try DepartmentView(
      try Repository.manifests().manifest(dataset: dataset), table: try Repository.sources(),
      shared: shared, month: month)
    view.settle(wanted)
    return view
  }

  /// The maker of the good rows of a list.
  func maker(_ dataset: String, _ wanted: Int = .max, month: Int = 1) throws -> RowMaker {
    try RowMaker(
      try Repository.manifests().manifest(dataset: dataset),
      view: try view(dataset, wanted, month: month))
  }

  /// The good rows of the list of a month.
  func rows(_ dataset: String, _ wanted: Int = .max, month: Int = 1) throws -> [Row] {
    let question = Question(dataset: dataset, wanted: wanted, month: month)
    if let rows = made.withLock({ $0[question] }) { return rows }
    let maker = try maker(dataset, wanted, month: month)
    let count = maker.view.count(through: month)
    let rows = (0..<count).filter { maker.view.isIn($0, month: month) }.map { number in
      var row: Row = [:]
      for (field, value) in zip(maker.manifest.fields, maker.row(number, month: month).values) {
        row[field.name] = Self.text(value)
      }
      return row
    }
    made.withLock { $0[question] = rows }
    return rows
  }

  private static func text(_ value: DemoValue) -> String? {
    switch value {
    case .text(let text), .decimal(let text): text
    case .integer(let number): String(number)
    case .date(let day), .moment(let day, _): day.text
    case .boolean(let value): String(value)
    case .none: nil
    }
  }
}
