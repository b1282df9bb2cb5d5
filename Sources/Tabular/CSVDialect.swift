/// How a delimited file is laid out; the part of Frictionless' Table Dialect that is read here.
public struct CSVDialect: Hashable, Sendable {
  /// The byte between two fields: a comma, a semicolon, a tab or another ASCII character.
  public var delimiter: UInt8
  /// The physical record that holds the column names, counted from 1; 0 where there is none.
  ///
  /// Records above it are titles and are not read as data.
  public var headerRow: Int

  /// Makes a dialect; the default is RFC 4180 with a header in the first record.
  public init(delimiter: UInt8 = UInt8(ascii: ","), headerRow: Int = 1) {
    self.delimiter = delimiter
    self.headerRow = headerRow
  }
}
