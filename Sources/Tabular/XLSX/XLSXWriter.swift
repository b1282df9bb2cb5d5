import CXlsxWriter
package import Files

/// Writes a workbook of Office Open XML row by row, by libxlsxwriter in its mode of constant memory.
///
/// The same rows give the same bytes. A sheet takes 1,048,576 rows and 16,384 columns, a cell
/// 32,767 characters. The file is made when it is finished.
///
/// ```swift
/// let writer = try XLSXWriter(path: "退回.xlsx", sheet: "低保对象")
/// writer.widths = [20, 12]
/// writer.headerRows = 1
/// try writer.write([.text("身份证号"), .text("姓名")], geometry: nil)
/// try writer.finish()
/// ```
package final class XLSXWriter: TableWriter {
  /// How the days of columns without a format of their own are shown.
  package var dateFormat = WorkbookNumberFormat.builtIn(14)
  /// How the numbers of single columns, counted from 0, are shown; a column of `text` keeps what is
  /// typed into it.
  package var formats: [Int: WorkbookNumberFormat] = [:]
  /// The widths of the columns in characters; set before the first row of a sheet.
  package var widths: [Double] = []
  /// How many rows at the top of a sheet are bold and stay in sight; set before its first row.
  package var headerRows = 0

  private var path: String { draft.path }
  private let draft: FileDraft
  private let publishes: Bool
  // The library's workbook, which owns the sheets and the formats; freed by `workbook_close`.
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var sheet: UnsafeMutablePointer<lxw_worksheet>?
  private var row = 0
  private var made: [XLSXCellFormat: UnsafeMutablePointer<lxw_format>] = [:]
  private var isFinished = false

  private static let maximumRows = 1_048_576
  private static let maximumColumns = 16_384
  private static let maximumCharacters = 32_767

  /// Begins a workbook with one sheet.
  ///
  /// - Throws: `TabularError` where the sheet cannot have that name, `OutputError` where the folder
  ///   does not permit to write.
  package convenience init(path: String, sheet: String = "Sheet1") throws {
    try self.init(FileDraft(file: path, sparing: .none), sheet, publishes: true)
  }

  /// Begins the content of a file in the making, which somebody else publishes.
  package convenience init(_ draft: FileDraft, sheet: String = "Sheet1") throws {
    try self.init(draft, sheet, publishes: false)
  }

  private init(_ draft: FileDraft, _ sheet: String, publishes: Bool) throws {
    self.draft = draft
    self.publishes = publishes
    var options = lxw_workbook_options()
    options.constant_memory = 1
    options.use_zip64 = 0
    guard let book = workbook_new_opt(draft.temporary, &options) else {
      throw TabularError(.unwritable, path: draft.path, .file(.noMemoryToWrite))
    }
    self.book = book
    // The time of writing would make each file differ from the last.
    var properties = lxw_doc_properties()
    properties.created = 946_684_800
    workbook_set_properties(book, &properties)
    try beginSheet(sheet)
  }

  deinit { if !isFinished { lxw_workbook_free(book) } }

  /// Begins another sheet, which takes the rows that follow; the one before is complete.
  package func beginSheet(_ name: String, isHidden: Bool = false) throws {
    let code = workbook_validate_sheet_name(book, name)
    guard code == LXW_NO_ERROR, let added = workbook_add_worksheet(book, name) else {
      throw unfit(.sheetName(name, reason: Self.reason(code)))
    }
    if isHidden { worksheet_hide(added) }
    sheet = added
    row = 0
  }

  /// Merges cells of the sheet, rows and columns counted from 0; the first one keeps its content,
  /// the others must be empty.
  ///
  /// - Throws: `TabularError` for a single cell, and where rows behind the last of these have been
  ///   written: they have left memory. Merge before writing them.
  package func merge(rows: ClosedRange<Int>, columns: ClosedRange<Int>) throws {
    // Without text and format the library notes the range and writes no cell. It complains on
    // stderr of a single one.
    let isSingle = rows.count == 1 && columns.count == 1
    let code =
      isSingle
      ? LXW_ERROR_PARAMETER_VALIDATION
      : worksheet_merge_range(
        sheet, UInt32(clamping: rows.lowerBound), UInt16(clamping: columns.lowerBound),
        UInt32(clamping: rows.upperBound), UInt16(clamping: columns.upperBound), "", nil)
    guard code != LXW_NO_ERROR else { return }
    throw unfit(
      .merge(
        first: rows.lowerBound + 1, last: rows.upperBound + 1, reason: Self.reason(code)))
  }

  /// Adds a row; a geometry is left out.
  ///
  /// A number is rounded to a double. A date before March 1900, an error that Excel does not know
  /// and a number that is none are written as text.
  package func write(_ cells: [TableCell], geometry: [UInt8]?) throws {
    guard row < Self.maximumRows, cells.count <= Self.maximumColumns else {
      throw unfit(.tooWideOrLong(row: Int(row) + 1, cells: cells.count))
    }
    if row == 0 { beginRows() }
    for (column, cell) in cells.enumerated() { try write(cell, UInt16(column)) }
    row += 1
  }

  package func finish() throws {
    guard !isFinished else { return }
    isFinished = true
    let code = workbook_close(book)
    guard code == LXW_NO_ERROR else {
      throw TabularError(
        .unwritable, path: path, .file(.refused(reason: Self.reason(code))))
    }
    if publishes { try draft.publish() }
  }

  private func beginRows() {
    for (column, width) in widths.enumerated() {
      worksheet_set_column(
        sheet, UInt16(clamping: column), UInt16(clamping: column), width,
        format(formats[column] ?? .general, isBold: false))
    }
    if headerRows > 0 { worksheet_freeze_panes(sheet, UInt32(clamping: headerRows), 0) }
  }

  private func write(_ cell: TableCell, _ column: UInt16) throws {
    let line = UInt32(row)
    let own = formats[Int(column)] ?? .general
    switch cell {
    case .empty: return
    case .text(let text): try write(text, column)
    case .number(let digits):
      guard let value = Double(digits), value.isFinite else { return try write(digits, column) }
      try check(worksheet_write_number(sheet, line, column, value, format(own)), column)
    case .date(let date):
      guard let serial = WorkbookSerial.number(of: date) else { return try write(date, column) }
      let shown = own == .general ? (date.utf8.count > 10 ? .builtIn(22) : dateFormat) : own
      try check(worksheet_write_number(sheet, line, column, serial, format(shown)), column)
    case .boolean(let value):
      try check(worksheet_write_boolean(sheet, line, column, value ? 1 : 0, format(own)), column)
    case .error(let error):
      guard WorkbookErrorCode.code(of: error) != nil else { return try write(error, column) }
      // The library has no cell for errors; the error itself is a formula.
      let code = worksheet_write_formula_str(sheet, line, column, "=" + error, format(own), error)
      try check(code, column)
    }
  }

  private func write(_ text: String, _ column: UInt16) throws {
    guard !text.isEmpty else { return }
    guard text.utf8.count <= Self.maximumCharacters || text.utf16.count <= Self.maximumCharacters
    else {
      throw unfit(
        .longText(row: Int(row) + 1, column: Int(column) + 1, characters: text.utf16.count))
    }
    let own = formats[Int(column)] ?? .general
    let escaped = XLSXEscapes.encoded(text)
    try check(worksheet_write_string(sheet, UInt32(row), column, escaped, format(own)), column)
  }

  private func check(_ code: lxw_error, _ column: UInt16) throws {
    guard code != LXW_NO_ERROR else { return }
    throw unfit(
      .cell(row: Int(row) + 1, column: Int(column) + 1, reason: Self.reason(code)))
  }

  private func format(_ number: WorkbookNumberFormat) -> UnsafeMutablePointer<lxw_format>? {
    format(number, isBold: row < headerRows)
  }

  /// The library's format; nil for the plain one.
  private func format(
    _ number: WorkbookNumberFormat, isBold: Bool
  ) -> UnsafeMutablePointer<lxw_format>? {
    let wanted = XLSXCellFormat(number: number, isBold: isBold)
    if wanted == XLSXCellFormat(number: .general, isBold: false) { return nil }
    if let known = made[wanted] { return known }
    guard let added = workbook_add_format(book) else { return nil }
    switch number {
    case .general: break
    case .builtIn(let index): format_set_num_format_index(added, index)
    case .code(let code): format_set_num_format(added, code)
    }
    if isBold { format_set_bold(added) }
    made[wanted] = added
    return added
  }

  private func unfit(_ fact: WorkbookFact) -> TabularError {
    TabularError(.unsupported, path: path, .workbook(fact))
  }

  private static func reason(_ code: lxw_error) -> String {
    lxw_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
  }
}
