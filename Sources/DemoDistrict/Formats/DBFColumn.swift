import DemoTruth
import Tabular

/// A column of a DBF table to be written.
package struct DBFColumn: Hashable, Sendable {
  /// The types of dBase III.
  package enum Kind: Character, Hashable, Sendable {
    /// Text, filled up with blanks.
    case character = "C"
    /// A number in decimal digits.
    case number = "N"
    /// A day in eight digits.
    case date = "D"
    /// True or false in one letter.
    case logical = "L"
  }

  /// The name; the file keeps its first ten bytes.
  package var name: String
  package var kind: Kind
  /// The width in bytes of the file's encoding, 1…254.
  package var width: Int
  /// How many digits of a number follow the point.
  package var decimals: Int

  package init(_ name: String, _ kind: Kind, width: Int, decimals: Int = 0) {
    self.name = name
    self.kind = kind
    self.width = width
    self.decimals = decimals
  }

  /// A text of up to `width` bytes.
  package static func text(_ name: String, width: Int) -> DBFColumn {
    DBFColumn(name, .character, width: width)
  }

  package static func number(_ name: String, width: Int, decimals: Int = 0) -> DBFColumn {
    DBFColumn(name, .number, width: width, decimals: decimals)
  }

  package static func date(_ name: String) -> DBFColumn { DBFColumn(name, .date, width: 8) }

  package static func logical(_ name: String) -> DBFColumn { DBFColumn(name, .logical, width: 1) }
}
