/// The rows of one sheet of a workbook, unpacked and parsed as they are asked for.
///
/// Rows up to the last header row come even where the sheet leaves them out, so that they can be
/// counted; behind it, rows that are not in the file are not rows. Excel leaves empty cells at the
/// end of a row out, or keeps them for their colour: each row is given the width of the header,
/// and is wider only where there is content.
final class XLSXRows: RowReader {
  let sheet: String?
  let bytesTotal: Int
  private let handler: XLSXSheetHandler
  private let reader: XMLReader
  private let dialect: TableDialect
  private var merges: MergedCells
  private var width = 0
  private var line = 0
  private var number = 0
  private var isHeld = false
  private var isAbsent = false

  /// - Parameter fillsMerged: whether what merged cells show is put where they cover.
  init(
    _ parts: XLSXParts, _ sheet: XLSXSheet, _ dialect: TableDialect, fillsMerged: Bool = true
  ) throws {
    guard let entry = parts.archive.entry(sheet.path) else {
      throw ZipDirectory.damaged(parts.archive.file, .sheetWithoutPart(sheet.name))
    }
    self.sheet = sheet.name
    self.dialect = dialect
    bytesTotal = entry.size
    handler = XLSXSheetHandler(parts, sheet: sheet.name)
    let found = fillsMerged ? try XLSXMerges(entry, in: parts.archive) : nil
    let content = try found?.content ?? parts.archive.open(entry)
    reader = try XMLReader(content, handler, file: parts.archive.file)
    merges = found?.cells ?? MergedCells()
    merges.divide(at: dialect.headerRow)
  }

  var bytesRead: Int { reader.bytesFed }
  var fillsMergedHeadings: Bool { true }
  var fields: UnsafeBufferPointer<TableField> {
    isAbsent ? UnsafeBufferPointer(start: nil, count: 0) : handler.row.fields
  }

  func startCounting() { number = 0 }

  func next() throws -> TableRow? {
    if !isHeld {
      guard try reader.step() else { return nil }
      isHeld = true
    }
    line += 1
    number += 1
    isAbsent = line < handler.number && line <= dialect.headerRow
    if isAbsent {
      return TableRow(number: number, line: line, start: 0, end: 0, fieldCount: 0, isBlank: true)
    }
    isHeld = false
    line = handler.number
    let isHeader = dialect.headerRows.contains(line)
    // In the last header row each column has its own heading.
    if isHeader, line < dialect.headerRow { merges.fillHeadings(handler.row, line: line) }
    handler.row.trim(to: isHeader || line > dialect.headerRow ? width : 0)
    if isHeader || dialect.headerRows.isEmpty { width = max(width, handler.row.count) }
    if line >= dialect.headerRow { handler.row.pad(to: width) }
    if !merges.isDone, line > dialect.headerRow { merges.fillData(handler.row, line: line) }
    return TableRow(
      number: number, line: line, start: 0, end: 0,
      fieldCount: handler.row.count, isBlank: handler.row.isBlank)
  }

  func raw(_ row: TableRow) -> String { JSONRow(fields).text }
}
