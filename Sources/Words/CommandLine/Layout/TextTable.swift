/// Columns of text, lined up for a terminal.
package struct TextTable {
  /// On which side of its column a value stands.
  package enum Side {
    /// Names and codes.
    case left
    /// Numbers.
    case right
  }

  private let header: [String]
  private let sides: [Side]
  private var rows: [[String]] = []

  /// Makes a table with the names of its columns.
  package init(_ columns: [(name: String, side: Side)]) {
    header = columns.map(\.name)
    sides = columns.map(\.side)
  }

  /// Adds a row with a value for each column.
  package mutating func append(_ row: [String]) { rows.append(row.map(VisibleText.visible)) }

  /// The lines, without a line end after the last.
  package var text: String {
    let all = [header] + rows
    let widths = header.indices.map { column in
      all.map { Self.width(of: $0[column]) }.max() ?? 0
    }
    return all.map { row in
      let cells = row.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - Self.width(of: row[column]))
        return sides[column] == .left ? row[column] + space : space + row[column]
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  /// The columns that a text takes on a terminal: two for each ideograph (East Asian Width,
  /// UAX #11, the wide blocks).
  package static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36F, 0x200B...0x200F: 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
