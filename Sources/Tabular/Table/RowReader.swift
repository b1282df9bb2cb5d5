/// Reads a table row by row, whatever the format of its file.
///
/// What a row's fields point to is valid until the next call of `next()`, except that the bytes of
/// a ``DelimitedFile`` stay where they are as long as the file lives: see ``keepsText``.
package protocol RowReader: AnyObject {
  /// The next row, or nil at the end.
  ///
  /// - Throws: `TabularError` where the file itself is broken there; a faulty row is no error but
  ///   has a `fault`.
  func next() throws -> TableRow?
  /// The fields of the row that `next()` returned last.
  var fields: UnsafeBufferPointer<TableField> { get }
  /// The geometry of that row in well-known binary, in the reference system of the file; nil where
  /// the format has none, or the row.
  var geometry: UnsafeRawBufferPointer? { get }
  /// Why the geometry of that row cannot be read, though its attributes can; nil where it can.
  var geometryFault: TabularError? { get }
  /// Whether the fields' bytes outlive the row, so that they need not be copied.
  var keepsText: Bool { get }
  /// How many of `bytesTotal` have been read, for a progress bar.
  var bytesRead: Int { get }
  /// How much there is to read, in the same measure.
  var bytesTotal: Int { get }
  /// The name of the sheet or layer of the row read last, where the format has them.
  var sheet: String? { get }
  /// Whether it repeats the heading of merged cells in the columns that they cover, so that an
  /// empty heading has none above it.
  var fillsMergedHeadings: Bool { get }
  /// The quoted values that went over several lines since the header.
  var quotedLines: QuotedLines { get }
  /// Counts rows from 1 again: what was read so far were titles and the header.
  func startCounting()
  /// The row read last as it is kept when it is refused: its own text for a delimited file, else a
  /// JSON array of its cells.
  func raw(_ row: TableRow) -> String
  /// Where the row begins in the original file, in bytes; 0 where that means nothing.
  func byteOffset(of row: TableRow) -> Int
}

extension RowReader {
  package var geometry: UnsafeRawBufferPointer? { nil }
  package var geometryFault: TabularError? { nil }
  /// Not, unless a reader says so.
  package var keepsText: Bool { false }
  package var sheet: String? { nil }
  /// Not, unless a reader says so.
  package var fillsMergedHeadings: Bool { false }
  /// None.
  package var quotedLines: QuotedLines { QuotedLines() }
  /// No place in bytes.
  package func byteOffset(of row: TableRow) -> Int { 0 }
}
