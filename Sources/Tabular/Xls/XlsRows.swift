/// The rows of a sheet of an old workbook.
///
/// All of them come, also empty ones. Each row behind the header is given its width, and is wider
/// only where there is content.
final class XlsRows: RowReader {
  let sheet: String?
  let bytesTotal: Int
  private let child: XlsChild
  private let row = RowBuffer()
  private let dialect: TableDialect
  private var width = 0
  private var line = 0
  private var number = 0
  private var hasRow = false
  private var isDone = false

  init(_ child: XlsChild, sheet: XlsChild.Sheet, dialect: TableDialect) {
    self.child = child
    self.sheet = sheet.name
    self.dialect = dialect
    bytesTotal = sheet.rows
  }

  var fields: UnsafeBufferPointer<TableField> { row.fields }
  /// Rows, not bytes: the file is read before the first comes.
  var bytesRead: Int { line }
  func startCounting() { number = 0 }
  func raw(_ row: TableRow) -> String { JsonRow(fields).text }

  func next() throws -> TableRow? {
    row.begin()
    guard try readRow() else { return nil }
    number += 1
    let isHeader = dialect.headerRows.contains(line)
    if isHeader || dialect.headerRows.isEmpty { width = max(width, row.count) }
    if line >= dialect.headerRow { row.pad(to: width) }
    return TableRow(
      number: number, line: line, start: 0, end: 0, fieldCount: row.count, isBlank: row.isBlank)
  }

  /// Collects the cells up to the start of the row after.
  private func readRow() throws -> Bool {
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
      case .number(let column, let value): append(Self.digits(value), column, .number)
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

  private func append(_ text: String, _ column: Int, _ kind: TableField.Kind) {
    row.pad(to: column)
    row.append(text, kind: kind)
  }

  /// A number as a workbook of today would keep it: `1`, `0.1`, `3.3010619900101126E+17`.
  static func digits(_ value: Double) -> String {
    if let whole = Int(exactly: value), abs(whole) < 1_000_000_000_000_000 { return String(whole) }
    let text = "\(value)"
    return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text).uppercased()
  }

  /// A date without the time where that is midnight.
  static func iso(_ text: String) -> String {
    if text.hasSuffix(" 00:00:00") { return String(text.dropLast(9)) }
    return text.replacing(" ", with: "T")
  }
}
