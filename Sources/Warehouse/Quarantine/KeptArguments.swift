import Datasets
import Foundation
import GRDB

/// The arguments of a reason as a store keeps them: a JSON object of texts; several of one name are
/// a list.
///
/// The members `en` and `zh` are sentences that an earlier version kept whole.
enum KeptArguments {
  /// The JSON text; what is personal is masked.
  static func json(_ arguments: [Argument]) -> String {
    if arguments.isEmpty { return "{}" }
    var text = "{"
    var index = 0
    while index < arguments.count {
      let name = arguments[index].name
      let end = arguments[index...].firstIndex { $0.name != name } ?? arguments.count
      if index > 0 { text += "," }
      append(name, to: &text)
      text += end - index > 1 ? ":[" : ":"
      for place in index..<end {
        if place > index { text += "," }
        let value = arguments[place].value
        append(
          arguments[place].isPersonal ? Reason.masked(value, .personal) ?? "" : value, to: &text)
      }
      if end - index > 1 { text += "]" }
      index = end
    }
    return text + "}"
  }

  /// Writes a JSON text (RFC 8259, section 7).
  private static func append(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\u{0}"..<" ":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  /// Reads a reason with its arguments.
  static func reason(_ row: Row) throws -> QuarantinedRow.Reason {
    let text: String = row["arguments"]
    var arguments: [Argument] = []
    if text != "{}" {
      let members = try JSONDecoder().decode([String: Texts].self, from: Data(text.utf8))
      for (name, texts) in members.sorted(by: { $0.key < $1.key }) {
        arguments += texts.values.map { Argument(name, $0) }
      }
    }
    let sentence = { (language: String) in arguments.first { $0.name == language }?.value }
    var reason = QuarantinedRow.Reason(
      code: row["code"], field: row["field"], value: row["value"], arguments: arguments)
    if let english = sentence("en"), let chinese = sentence("zh") {
      reason.arguments = []
      reason.kept = .init(english: english, chinese: chinese)
    }
    return reason
  }

  /// The reasons of the rows that a query names, in their order, all at once.
  static func reasons(
    _ db: Database, ofRows query: String, arguments: StatementArguments
  ) throws -> [Int64: [QuarantinedRow.Reason]] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT quarantine_id, code, field, value, arguments FROM quarantine_reason
        WHERE quarantine_id IN (\(query)) ORDER BY quarantine_id, id
        """, arguments: arguments)
    var reasons: [Int64: [QuarantinedRow.Reason]] = [:]
    while let row = try rows.next() {
      reasons[row["quarantine_id"], default: []].append(try reason(row))
    }
    return reasons
  }

  /// One text or several.
  private struct Texts: Decodable {
    let values: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let value = try? container.decode(String.self) {
        values = [value]
      } else {
        values = try container.decode([String].self)
      }
    }
  }
}
