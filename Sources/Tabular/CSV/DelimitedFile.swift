/// A delimited text file as a table.
package final class DelimitedFile: TableFile {
  package let text: TextFile

  /// Takes over a decoded file.
  package init(_ text: TextFile) { self.text = text }

  /// Opens and decodes a file; see ``TextFile``.
  package convenience init(path: String, declared: TextEncoding? = nil) throws {
    self.init(try TextFile(path: path, declared: declared))
  }

  /// The path it was opened by.
  package var path: String { text.file.path }
  package var format: TableFormat { .csv }
  /// The encoding that was decided on or declared.
  package var encodingName: String { text.encoding.name }
  package var parts: [FileBytes] { [text.file] }

  /// Begins to read its records.
  package func rows(_ dialect: TableDialect) -> any RowReader {
    DelimitedRows(text, dialect: dialect)
  }
}

/// The rows of a delimited file; their bytes lie in its text.
private final class DelimitedRows: RowReader {
  private let file: TextFile
  // Unchecked: the dynamic check of each `next` is measurable, and nothing else has this reader.
  @exclusivity(unchecked) private var reader: CSVReader
  /// How much of the text has been given back.
  private var released = 0

  init(_ file: TextFile, dialect: TableDialect) {
    self.file = file
    reader = CSVReader(file, dialect: dialect)
  }

  func next() -> TableRow? {
    if reader.bytesRead &- released > 2 &* Self.lag { release() }
    return reader.next()
  }

  /// Gives the text back that lies so far behind that the rows in use are not in it; where one is,
  /// it is read again.
  private func release() {
    let end = reader.bytesRead - Self.lag
    file.release(released..<end)
    released = end
  }

  private static let lag = 8 << 20

  var fields: UnsafeBufferPointer<TableField> { reader.fields }
  var keepsText: Bool { true }
  var bytesRead: Int { reader.bytesRead }
  var bytesTotal: Int { file.text.count }
  func startCounting() { reader.startCounting() }

  func raw(_ row: TableRow) -> String {
    let bytes = UnsafeRawBufferPointer(rebasing: file.text[row.start..<row.end])
    return String(decoding: bytes, as: UTF8.self)
  }

  func byteOffset(of row: TableRow) -> Int { file.originalOffset(of: row.start) }
}
