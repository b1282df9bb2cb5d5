extension XLSXFile {
  /// The sheet that a dialect asks for.
  ///
  /// A name (`*` and `?` allowed) looks at visible sheets first, then at hidden ones; a number
  /// counts all tabs, hidden ones included. Without either it is the first visible sheet that has a
  /// cell with content.
  func sheet(for dialect: TableDialect) throws -> XLSXSheet {
    if let number = dialect.sheetNumber { return try sheet(number: number) }
    let sheets = workbook.sheets.filter(\.isWorksheet)
    let visible = sheets.filter { !$0.isHidden }
    guard let pattern = dialect.sheetName else {
      guard let first = try visible.first(where: hasContent) ?? visible.first else {
        throw unclear("has no visible sheet with cells", "没有可见的数据工作表")
      }
      return first
    }
    for candidates in [visible, sheets] {
      let named = candidates.filter { Glob.matches(pattern, $0.name) }
      let found = named.count > 1 ? try named.filter(hasContent) : named
      guard found.count < 2 else {
        throw unclear(
          "has \(found.count) sheets named like \"\(pattern)\"",
          "有 \(found.count) 个名称符合“\(pattern)”的工作表")
      }
      if let first = found.first ?? named.first { return first }
    }
    throw unclear("has no sheet named \"\(pattern)\"", "没有名为“\(pattern)”的工作表")
  }

  private func sheet(number: Int) throws -> XLSXSheet {
    guard number >= 1, number <= workbook.sheets.count else {
      throw unclear("has no sheet number \(number)", "没有第 \(number) 个工作表")
    }
    let sheet = workbook.sheets[number - 1]
    guard sheet.isWorksheet else {
      throw unclear("has a chart as its sheet number \(number)", "第 \(number) 个工作表是图表")
    }
    return sheet
  }

  /// Whether a sheet has a cell with content; the rows before the first one are read.
  private func hasContent(_ sheet: XLSXSheet) throws -> Bool {
    let rows = try XLSXRows(content(), sheet, TableDialect(headerRows: []))
    while let row = try rows.next() {
      if !row.isBlank { return true }
    }
    return false
  }

  private func unclear(_ english: String, _ chinese: String) -> TabularError {
    let names = workbook.sheets.map { sheet in
      "\"\(sheet.name)\"\(sheet.isHidden ? " (hidden)" : "")"
    }.joined(separator: ", ")
    return TabularError(
      .layer, path: path,
      message: "\(english); it has \(names): correct `sheetName` or `sheetNumber` in the "
        + "manifest's dialect",
      messageChinese: "\(chinese);其中有 \(names):请更正清单 dialect 中的 sheetName 或 sheetNumber")
  }
}
