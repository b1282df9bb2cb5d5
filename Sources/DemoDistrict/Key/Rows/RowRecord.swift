import DemoTruth
import Tabular

/// What the key knows of one row of a file: whom and what it is about, where that truly is, what is wrong with
/// the row and what becomes of it.
///
/// Numbers are places in the tables of the truth that are written beside it, from 1.
struct RowRecord {
  /// The data row in its file, from 1, as imports count.
  var row: Int
  var links: [RowLinks.Link]
  var person: Int?
  /// The living household of the person on the day of the list.
  var household: Int?
  var dwelling: Int?
  var building: Int?
  var firm: Int?
  var component: Int?
  var address: String?
  /// Degrees, CGCS2000.
  var longitude: Double?
  var latitude: Double?
  /// The code of the grid that the position lies in.
  var grid: String?
  var outcome: RowOutcome
  /// What becomes of it among the rows of its file and of the files before.
  var fate: RowFate
  /// What was done to the row on purpose.
  var faults: [String]

  /// The columns, in the order of `cells`.
  static let columns = [
    PlainColumn("row", .integer), PlainColumn("subject"), PlainColumn("number", .integer),
    PlainColumn("person", .integer), PlainColumn("household", .integer),
    PlainColumn("dwelling", .integer), PlainColumn("building", .integer),
    PlainColumn("firm", .integer),
    PlainColumn("component", .integer), PlainColumn("links"), PlainColumn("address"),
    PlainColumn("longitude", .number), PlainColumn("latitude", .number), PlainColumn("grid"),
    PlainColumn("outcome"), PlainColumn("reasons"), PlainColumn("remarks"), PlainColumn("faults"),
    PlainColumn("cell"), PlainColumn("fate"),
  ]

  var cells: [TableCell] {
    let own = links.first { $0.role == "self" }
    let others = links.filter { $0.role != "self" }
      .map { "\($0.role)=\($0.kind.rawValue):\($0.index + 1)" }
    return [
      .number("\(row)"), .optional(own?.kind.rawValue), .place(own?.index), .place(person),
      .place(household), .place(dwelling), .place(building), .place(firm), .place(component),
      .list(others), .optional(address), .degrees(longitude), .degrees(latitude), .optional(grid),
      .text(form), .list(outcome.reasons), .list(outcome.remarks), .list(faults),
      .optional(fate == .blank || fate == .quarantined ? nil : outcome.unit), .text(fate.text),
    ]
  }

  /// Whether the row is taken by itself; whether it is new, changes something or repeats another one is for
  /// the file to say.
  private var form: String {
    outcome.isBlank ? "blank" : outcome.reasons.isEmpty ? "taken" : "quarantined"
  }
}

extension TableCell {
  static func optional(_ text: String?) -> TableCell {
    text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty
  }

  /// The number of what has a place in the truth.
  static func place(_ index: Int?) -> TableCell { index.map { .number("\($0 + 1)") } ?? .empty }

  static func list(_ words: [String]) -> TableCell {
    words.isEmpty ? .empty : .text(words.joined(separator: " "))
  }

  static func degrees(_ value: Double?) -> TableCell {
    value.map { .number(Digits.decimal($0, places: 7)) } ?? .empty
  }
}
