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

  /// The delimiter that the first line names for Excel: `sep=;`; nil where it names none.
  package var namedDelimiter: UInt8? { SeparatorLine(text.text)?.delimiter }
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
    // Whoever counts the line as a title has seen it.
    if dialect.headerRow <= 1, let line = SeparatorLine(file.text) {
      var named = dialect
      named.delimiter = line.delimiter
      reader = CSVReader(text: file.text, dialect: named, skipping: line.end)
    } else {
      reader = CSVReader(file, dialect: dialect)
    }
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
  var quotedLines: QuotedLines { reader.quotedLines }
  func startCounting() { reader.startCounting() }

  func raw(_ row: TableRow) -> String {
    let bytes = UnsafeRawBufferPointer(rebasing: file.text[row.start..<row.end])
    return String(decoding: bytes, as: UTF8.self)
  }

  func byteOffset(of row: TableRow) -> Int { file.originalOffset(of: row.start) }
}

/// A first line `sep=,`, by which Excel knows how the fields of a text are divided.
struct SeparatorLine {
  let delimiter: UInt8
  /// The offset behind the line and its end.
  let end: Int

  /// Reads the first line; nil where it is another.
  init?(_ text: UnsafeRawBufferPointer) {
    let head = Array(text.prefix(10))
    var at = head.first == UInt8(ascii: "\"") ? 1 : 0
    let isQuoted = at == 1
    guard head.count >= at + 5,
      head[at..<at + 3].elementsEqual("sep".utf8, by: { $0 | 0x20 == $1 }),
      head[at + 3] == UInt8(ascii: "=")
    else { return nil }
    delimiter = head[at + 4]
    at += 5
    if isQuoted {
      guard at < head.count, head[at] == UInt8(ascii: "\"") else { return nil }
      at += 1
    }
    guard delimiter < 0x80, delimiter >= 0x20 || delimiter == 0x09, at < head.count,
      head[at] == 0x0A || head[at] == 0x0D
    else { return nil }
    let isPair = head[at] == 0x0D && at + 1 < head.count && head[at + 1] == 0x0A
    end = at + (isPair ? 2 : 1)
  }
}
