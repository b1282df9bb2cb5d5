/// A column of a DBF table to be written.
public struct DBFColumn: Hashable, Sendable {
  /// The types of dBase III.
  public enum Kind: Character, Hashable, Sendable {
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
  public var name: String
  /// The type.
  public var kind: Kind
  /// The width in bytes of the file's encoding, 1…254.
  public var width: Int
  /// How many digits of a number follow the point.
  public var decimals: Int

  /// Makes a column.
  public init(_ name: String, _ kind: Kind, width: Int, decimals: Int = 0) {
    self.name = name
    self.kind = kind
    self.width = width
    self.decimals = decimals
  }

  /// A text of up to `width` bytes.
  public static func text(_ name: String, width: Int) -> DBFColumn {
    DBFColumn(name, .character, width: width)
  }

  /// A number.
  public static func number(_ name: String, width: Int, decimals: Int = 0) -> DBFColumn {
    DBFColumn(name, .number, width: width, decimals: decimals)
  }

  /// A day.
  public static func date(_ name: String) -> DBFColumn { DBFColumn(name, .date, width: 8) }

  /// True or false.
  public static func logical(_ name: String) -> DBFColumn { DBFColumn(name, .logical, width: 1) }
}
