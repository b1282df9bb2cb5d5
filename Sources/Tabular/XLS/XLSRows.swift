/// The rows of a sheet of an old workbook.
///
/// All of them come, also empty ones. Each row behind the header is given its width, and is wider
/// only where there is content.
final class XLSRows: RowReader {
  let sheet: String?
  let bytesTotal: Int
  private let child: XLSChild?
  private let cells: XLSSheetCells
  private var merges: MergedCells
  private let row = RowBuffer()
  private let dialect: TableDialect
  private let columns: Int
  private var width = 0
  private var line = 0
  private var number = 0
  private var hasRow = false
  private var isDone = false

  init(
    _ child: XLSChild?, sheet: XLSChild.Sheet, cells: XLSSheetCells, dialect: TableDialect
  ) {
    self.child = child
    self.cells = cells
    columns = sheet.columns
    self.sheet = sheet.name
    self.dialect = dialect
    merges = cells.merged
    merges.divide(at: dialect.headerRow)
    bytesTotal = sheet.rows
  }

  var fields: UnsafeBufferPointer<TableField> { row.fields }
  /// Rows, not bytes: the file is read before the first comes.
  var bytesRead: Int { line }
  var fillsMergedHeadings: Bool { true }
  func startCounting() { number = 0 }
  func raw(_ row: TableRow) -> String { JSONRow(fields).text }

  func next() throws -> TableRow? {
    row.begin()
    guard try readRow() else { return nil }
    number += 1
    correct()
    let isHeader = dialect.headerRows.contains(line)
    if isHeader, line < dialect.headerRow { merges.fillHeadings(row, line: line) }
    if isHeader || dialect.headerRows.isEmpty { width = max(width, row.count) }
    if line >= dialect.headerRow { row.pad(to: width) }
    if !merges.isDone, line > dialect.headerRow { merges.fillData(row, line: line) }
    return TableRow(
      number: number, line: line, start: 0, end: 0, fieldCount: row.count, isBlank: row.isBlank)
  }

  /// Collects the cells up to the start of the row after.
  private func readRow() throws -> Bool {
    guard let child else {
      line += 1
      return line <= bytesTotal
    }
    while !isDone {
      switch try child.next() {
      case .row(let index):
        let hadRow = hasRow
        hasRow = true
        if hadRow {
          line = index
          return true
        }
      case .end:
        isDone = true
        line += 1
        return hasRow
      case .number(let column, let value): append(NumberText.digits(value), column, .number)
      case .text(let column, let text):
        guard text.count > 0 else { continue }
        row.pad(to: column)
        row.append(text)
      case .date(let column, let text):
        append(Self.iso(String(decoding: text, as: UTF8.self)), column, .date)
      }
    }
    return false
  }

  /// Puts what the records say in the place of what FreeXL says.
  private func correct() {
    guard !cells.cells.isEmpty else { return }
    for column in 0..<columns {
      guard let cell = cells.cells[(line - 1) << 16 | column] else { continue }
      row.pad(to: column + 1)
      switch cell {
      case .empty: continue
      case .text(let text): row.replace(column, with: text)
      case .number(let digits): row.replace(column, with: digits, kind: .number)
      case .date(let date): row.replace(column, with: date, kind: .date)
      case .boolean(let value): row.replace(column, with: "\(value)", kind: .boolean)
      case .error(let error): row.replace(column, with: error, kind: .error)
      }
    }
  }

  private func append(_ text: String, _ column: Int, _ kind: TableField.Kind) {
    row.pad(to: column)
    row.append(text, kind: kind)
  }

  /// A date without the time where that is midnight.
  static func iso(_ text: String) -> String {
    if text.hasSuffix(" 00:00:00") { return String(text.dropLast(9)) }
    return text.replacing(" ", with: "T")
  }
}
