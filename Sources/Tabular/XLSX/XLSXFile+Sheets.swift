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
        throw unclear(.noneVisible)
      }
      return first
    }
    for candidates in [visible, sheets] {
      let named = candidates.filter { Glob.matches(pattern, $0.name) }
      let found = named.count > 1 ? try named.filter(hasContent) : named
      guard found.count < 2 else {
        throw unclear(.several(found.count, named: pattern))
      }
      if let first = found.first ?? named.first { return first }
    }
    throw unclear(.noneNamed(pattern))
  }

  package func otherSheets(_ dialect: TableDialect) throws -> [OtherSheet] {
    guard dialect.sheetNumber == nil, dialect.sheetName == nil else { return [] }
    let visible = workbook.sheets.filter { $0.isWorksheet && !$0.isHidden }
    guard visible.count > 1 else { return [] }
    return try visible.filter(hasContent).dropFirst().map { sheet in
      let rows = try XLSXRows(content(), sheet, dialect, fillsMerged: false)
      return try OtherSheet(name: sheet.name, rows, dialect)
    }
  }

  private func sheet(number: Int) throws -> XLSXSheet {
    guard number >= 1, number <= workbook.sheets.count else {
      throw unclear(.noNumber(number))
    }
    let sheet = workbook.sheets[number - 1]
    guard sheet.isWorksheet else {
      throw unclear(.chart(number: number))
    }
    return sheet
  }

  /// Whether a sheet has a cell with content; the rows before the first one are read.
  private func hasContent(_ sheet: XLSXSheet) throws -> Bool {
    let rows = try XLSXRows(
      content(), sheet, TableDialect(headerRows: []), fillsMerged: false)
    while let row = try rows.next() {
      if !row.isBlank { return true }
    }
    return false
  }

  private func unclear(_ choice: WorkbookFact.Choice) -> TabularError {
    let among = workbook.sheets.map { WorkbookFact.Sheet(name: $0.name, isHidden: $0.isHidden) }
    return TabularError(.layer, path: path, .workbook(.sheet(choice, among: among)))
  }
}
