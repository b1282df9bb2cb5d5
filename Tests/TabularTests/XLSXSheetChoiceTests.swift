import Tabular
import Testing

private typealias Sheet = SyntheticWorkbook.Sheet

private func workbook(_ sheets: [Sheet]) -> SyntheticWorkbook {
  var workbook = SyntheticWorkbook("")
  workbook.sheets = sheets
  return workbook
}

private func cell(_ value: Int) -> String { "<row><c><v>\(value)</v></c></row>" }

private func read(
  _ workbook: SyntheticWorkbook, name: String? = nil, number: Int? = nil
) throws -> [String] {
  var dialect = TableDialect(headerRows: [])
  dialect.sheetName = name
  dialect.sheetNumber = number
  return try rowTexts(workbook.file(), dialect)
}

@Suite struct XLSXSheetChoiceTests {
  private let several = workbook([
    Sheet(name: "说明", rows: "<row><c s=\"1\"/></row>"),
    Sheet(name: "字典", rows: cell(2), state: "hidden"),
    Sheet(name: "人员2024", rows: cell(3)), Sheet(name: "房屋", rows: cell(4)),
  ])

  @Test func `the first visible sheet with content is read where none is named`() throws {
    #expect(try read(several) == ["1 [3]"])
  }

  @Test func `a pattern finds its sheet, also a hidden one`() throws {
    #expect(try read(several, name: "人员*") == ["1 [3]"])
    #expect(try read(several, name: "房?") == ["1 [4]"])
    #expect(try read(several, name: "字典") == ["1 [2]"])
  }

  @Test func `a number counts all tabs`() throws {
    #expect(try read(several, number: 2) == ["1 [2]"])
    #expect(try read(several, number: 4) == ["1 [4]"])
  }

  @Test func `a sheet that is not there is an error that lists those that are`() throws {
    let error = #expect(throws: TabularError.self) { try read(several, name: "企业*") }
    #expect(error?.kind == .layer)
    let sheets = ["说明", "字典", "人员2024", "房屋"].map {
      WorkbookFact.Sheet(name: $0, isHidden: $0 == "字典")
    }
    #expect(error?.fact == .workbook(.sheet(.noneNamed("企业*"), among: sheets)))
    #expect(throws: TabularError.self) { try read(several, number: 5) }
    #expect(throws: TabularError.self) { try read(several, number: 0) }
  }

  @Test func `a pattern that fits several sheets with content is an error, never a choice`() throws
  {
    let twice = workbook([
      Sheet(name: "人员1", rows: cell(1)), Sheet(name: "人员2", rows: cell(2)),
      Sheet(name: "人员3", rows: ""),
    ])
    let error = #expect(throws: TabularError.self) { try read(twice, name: "人员*") }
    guard case .workbook(.sheet(let choice, _)) = error?.fact else {
      Issue.record("another fault: \(String(describing: error))")
      return
    }
    #expect(choice == .several(2, named: "人员*"))
    #expect(try read(twice, name: "人员3").isEmpty)
  }

  @Test func `a workbook without content has no rows, one without visible sheets is an error`()
    throws
  {
    #expect(try read(workbook([Sheet(rows: "")])).isEmpty)
    let hidden = workbook([Sheet(name: "a", rows: cell(1), state: "veryHidden")])
    #expect(throws: TabularError.self) { try read(hidden) }
    #expect(try hidden.file().sheetNames == ["a"])
  }
}
