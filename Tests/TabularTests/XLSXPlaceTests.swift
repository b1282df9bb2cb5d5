import Tabular
import Testing

private let plain = TableDialect(headerRows: [])

@Suite struct `Places of cells in a workbook` {
  private func damage(_ rows: String) throws -> ArchiveFact.Damage? {
    let error = #expect(throws: TabularError.self) {
      try rowTexts(SyntheticWorkbook.file(SyntheticWorkbook(rows).archive.bytes), plain)
    }
    guard case .archive(.damaged(let damage)) = error?.fact else { return nil }
    return damage
  }

  private func read(_ rows: String) throws -> [String] {
    try rowTexts(SyntheticWorkbook.file(SyntheticWorkbook(rows).archive.bytes), plain)
  }

  @Test(arguments: ["XFE2", "ZZZ2", "ZZZZZ2"], ["<v>1</v>", ""])
  func `a cell behind the last column of a sheet is damage`(reference: String, value: String) throws
  {
    let rows =
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
      + "<row r=\"2\"><c r=\"\(reference)\">\(value)</c></row>"

    #expect(
      try damage(rows) == .cellColumn(sheet: "Sheet1", row: 2, reference: reference))
  }

  @Test func `a cell without a reference has the place behind the one before`() throws {
    let rows = "<row r=\"3\"><c r=\"XFD3\"/><c><v>1</v></c></row>"

    #expect(try damage(rows) == .cellColumn(sheet: "Sheet1", row: 3, reference: "XFE3"))
  }

  @Test func `two cells with a value at one place are damage`() throws {
    let cell = { (reference: String) in "<c r=\"\(reference)\"><v>1</v></c>" }
    let rows = "<row r=\"2\">\(cell("A2"))\(cell("B2"))\(cell("A2"))</row>"

    #expect(try damage(rows) == .cellTwice(sheet: "Sheet1", row: 2, reference: "A2"))
    #expect(
      try damage("<row r=\"2\">\(cell("AB2"))<c r=\"AA2\"/>\(cell(""))</row>")
        == .cellPlace(sheet: "Sheet1", row: 2, reference: ""))
  }

  @Test func `a row of more cells than a sheet has columns has some at one place`() throws {
    let cells = String(repeating: "<c r=\"B1\"/>", count: 16_385)

    #expect(
      try damage("<row r=\"1\">\(cells)</row>")
        == .cellTwice(sheet: "Sheet1", row: 1, reference: "B1"))
  }

  @Test func `the last column, cells in any order and a cell beside an empty one are read`() throws
  {
    let last = try read("<row r=\"1\"><c r=\"XFD1\"><v>7</v></c></row>")

    #expect(last.first?.hasSuffix(",null,7]") == true)
    #expect(
      try read(
        "<row r=\"1\"><c r=\"B1\"><v>2</v></c><c r=\"A1\"><v>1</v></c><c r=\"B1\" s=\"0\"/></row>")
        == ["1 [1,2]"])
  }
}
