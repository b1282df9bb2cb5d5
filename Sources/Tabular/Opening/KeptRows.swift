/// Rows that were kept when they were refused, to be read once more as the table they came from.
///
/// There is no header: the columns are those of the file the rows came from.
package final class KeptRows: TableFile {
  /// The name of the file that the rows came from.
  package let path: String
  /// The format of that file.
  package let format: TableFormat
  /// The encoding of that file.
  package let encodingName: String
  /// The reference system that the file named for its geometries.
  package let crs: String?
  /// No files: all is in memory.
  package var parts: [FileBytes] { [] }
  private let kept: [KeptRow]

  /// Takes over the rows of one file.
  package init(
    _ kept: [KeptRow], path: String, format: TableFormat, encodingName: String, crs: String? = nil
  ) {
    self.kept = kept
    self.path = path
    self.format = format
    self.encodingName = encodingName
    self.crs = crs
  }

  /// Begins to read the rows; of the dialect the delimiter counts, and what it says of quotes and spaces.
  package func rows(_ dialect: TableDialect) -> any RowReader {
    KeptRowReader(kept, format: format, dialect: dialect)
  }
}

/// Reads kept rows; each keeps its number and place.
private final class KeptRowReader: RowReader {
  private let kept: [KeptRow]
  private let format: TableFormat
  private let dialect: TableDialect
  private let buffer = RowBuffer()
  private var given = 0
  /// What reads the last row, if it was delimited text.
  private var text: (any RowReader)?
  /// The geometry of the last row; empty where it has none.
  private var shape: UnsafeMutableRawBufferPointer

  init(_ kept: [KeptRow], format: TableFormat, dialect: TableDialect) {
    self.kept = kept
    self.format = format
    var own = TableDialect(delimiter: dialect.delimiter, headerRows: [])
    (own.hasQuotes, own.skipsInitialSpace) = (dialect.hasQuotes, dialect.skipsInitialSpace)
    self.dialect = own
    shape = .allocate(byteCount: 0, alignment: 8)
  }

  deinit { shape.deallocate() }

  var fields: UnsafeBufferPointer<TableField> { text?.fields ?? buffer.fields }
  var geometry: UnsafeRawBufferPointer? { shape.isEmpty ? nil : UnsafeRawBufferPointer(shape) }
  var bytesRead: Int { given }
  var bytesTotal: Int { kept.count }
  var sheet: String? { given > 0 ? kept[given - 1].sheet : nil }
  func startCounting() {}
  func raw(_ row: TableRow) -> String { given > 0 ? kept[given - 1].raw : "" }
  func byteOffset(of row: TableRow) -> Int { given > 0 ? kept[given - 1].byteOffset : 0 }

  func next() throws -> TableRow? {
    guard given < kept.count else { return nil }
    let row = kept[given]
    given += 1
    var place = try format == .csv ? delimited(row) : cells(of: row)
    (place.number, place.line) = (row.number, row.line)
    return place
  }

  private func delimited(_ row: KeptRow) throws -> TableRow {
    let bytes = FileBytes(path: "row \(row.number)", copying: Array(row.raw.utf8))
    let reader = DelimitedFile(try TextFile(file: bytes, declared: .utf8)).rows(dialect)
    text = reader
    return try reader.next()
      ?? TableRow(number: 0, line: 0, start: 0, end: 0, fieldCount: 0, isBlank: true)
  }

  private func cells(of row: KeptRow) throws -> TableRow {
    let content = try JSONRow(reading: row.raw)
    buffer.begin()
    for cell in content.cells { buffer.append(cell) }
    shape.deallocate()
    shape = .allocate(byteCount: content.geometry?.count ?? 0, alignment: 8)
    shape.copyBytes(from: content.geometry ?? [])
    return TableRow(
      number: 0, line: 0, start: 0, end: 0, fieldCount: buffer.count, isBlank: buffer.isBlank)
  }
}

/// A row that was kept when it was refused, with its place in the file it came from.
package struct KeptRow: Hashable, Sendable {
  /// The number of the data row in its file, from 1.
  package var number: Int
  /// The physical line, or the row of the sheet, from 1.
  package var line: Int
  package var sheet: String?
  /// The offset of its first byte in the file.
  package var byteOffset: Int
  /// What ``RowReader/raw(_:)`` made of it: its own text for delimited text, else a JSON array.
  package var raw: String

  package init(number: Int, line: Int, sheet: String? = nil, byteOffset: Int = 0, raw: String) {
    self.number = number
    self.line = line
    self.sheet = sheet
    self.byteOffset = byteOffset
    self.raw = raw
  }

  /// The cells of the row.
  ///
  /// - Parameter dialect: how fields of delimited text are divided and enclosed.
  /// - Throws: `TabularError` where it is not a row of that format.
  package func cells(of format: TableFormat, _ dialect: TableDialect) throws -> [TableCell] {
    guard format == .csv else { return try JSONRow(reading: raw).cells }
    let table = KeptRows([self], path: "row \(number)", format: .csv, encodingName: "utf-8")
    let reader = table.rows(dialect)
    return try reader.next() == nil ? [] : reader.fields.map(TableCell.init)
  }

  /// The geometry of the row in well-known binary; nil where it has none.
  package func geometry(of format: TableFormat) throws -> [UInt8]? {
    switch format {
    case .csv, .xlsx, .xls: nil
    case .shapefile, .geojson, .geopackage: try JSONRow(reading: raw).geometry
    }
  }
}
