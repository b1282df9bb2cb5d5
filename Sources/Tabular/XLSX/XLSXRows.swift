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
  private let merges: XLSXMerges?
  private var width = 0
  private var line = 0
  private var number = 0
  private var isHeld = false
  private var isAbsent = false

  init(_ parts: XLSXParts, _ sheet: XLSXSheet, _ dialect: TableDialect) throws {
    guard let entry = parts.archive.entry(sheet.path) else {
      throw ZipDirectory.damaged(parts.archive.file, .sheetWithoutPart(sheet.name))
    }
    self.sheet = sheet.name
    self.dialect = dialect
    bytesTotal = entry.size
    handler = XLSXSheetHandler(parts, sheet: sheet.name)
    reader = try XMLReader(parts.archive.open(entry), handler, file: parts.archive.file)
    merges =
      dialect.headerRows.count > 1
      ? try XLSXMerges(entry, in: parts.archive, upTo: dialect.headerRow) : nil
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
    if isHeader { fillMerged() }
    handler.row.trim(to: isHeader || line > dialect.headerRow ? width : 0)
    if isHeader || dialect.headerRows.isEmpty { width = max(width, handler.row.count) }
    if line >= dialect.headerRow { handler.row.pad(to: width) }
    return TableRow(
      number: number, line: line, start: 0, end: 0,
      fieldCount: handler.isTooWide ? 0 : handler.row.count, isBlank: handler.row.isBlank,
      fault: handler.isTooWide ? .tooManyFields : .none)
  }

  func raw(_ row: TableRow) -> String { JSONRow(fields).text }

  /// Repeats the heading of merged cells over the columns that they cover, except in the last
  /// header row, where each column has its own.
  private func fillMerged() {
    guard let merges, line < dialect.headerRow else { return }
    let row = handler.row
    for range in merges.ranges(inRow: line) where range.lowerBound < row.count {
      let heading = UnsafeRawBufferPointer(row.fields[range.lowerBound].bytes)
      row.pad(to: min(range.upperBound, 16_383) + 1)
      for column in range.dropFirst() where column < row.count {
        if row.fields[column].count == 0 { row.replace(column, place: heading) }
      }
    }
  }
}
