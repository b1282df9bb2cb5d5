/// One row of a table: where it is and whether it is well formed.
@frozen
public struct TableRow: Hashable, Sendable {
  /// Why a record is not well formed.
  @frozen
  public enum Fault: UInt8, Sendable {
    case none = 0
    /// Something other than a delimiter or a line end follows a closing quote.
    case textAfterQuote
    /// A quoted field does not end, or is longer than ``TableRow/longestQuoted``.
    case unterminatedQuote
    /// More fields than a row can have; see ``TableRow/mostFields``.
    case tooManyFields
  }

  /// The most fields that are read of a row of delimited text.
  package static let mostFields = 65_536
  /// The longest quoted field that is read, in bytes.
  package static let longestQuoted = 16 << 20

  /// The number of the record, from 1; headers and titles are not counted.
  public var number: Int
  /// The physical line it begins on, or the row that a spreadsheet program shows, from 1.
  public var line: Int
  /// The offset of its first byte in the UTF-8 text of a delimited file.
  public var start: Int
  /// The offset behind its last byte, line end excluded.
  public var end: Int
  /// How many fields it has; 0 where it is malformed.
  public var fieldCount: Int
  /// Whether all its fields are empty.
  public var isBlank: Bool
  /// Why it is malformed, or `none`.
  public var fault: Fault

  /// Makes a record's place.
  @inlinable
  public init(
    number: Int, line: Int, start: Int, end: Int, fieldCount: Int, isBlank: Bool = false,
    fault: Fault = .none
  ) {
    self.number = number
    self.line = line
    self.start = start
    self.end = end
    self.fieldCount = fieldCount
    self.isBlank = isBlank
    self.fault = fault
  }
}
