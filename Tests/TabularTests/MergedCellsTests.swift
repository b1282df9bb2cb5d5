import DemoDistrict
import Foundation
import Tabular
import Testing

/// What merged cells show belongs to the rows that they cover.
@Suite struct MergedCellsTests {
  private func text(_ reference: String, _ text: String) -> String {
    "<c r=\"\(reference)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
  }

  @Test(arguments: ["", "x:"])
  func `a cell merged over rows stands in each of them, one merged over columns in its first`(
    prefix: String
  ) throws {
    var book = SyntheticWorkbook("")
    book.prefix = prefix
    let p = prefix
    let rows = [
      "<row r=\"1\">\(text("A1", "街道"))\(text("B1", "姓名"))\(text("C1", "备注"))</row>",
      "<row r=\"2\">\(text("A2", "东街道"))\(text("B2", "甲"))<c r=\"C2\"><v>7</v></c></row>",
      "<row r=\"3\"><c r=\"A3\"/>\(text("B3", "乙"))</row>", "<row r=\"4\"><c r=\"A4\"/></row>",
      "<row r=\"5\">\(text("B5", "丙"))</row>", "<row r=\"6\">\(text("B6", "丁"))</row>",
      "<row r=\"7\">\(text("A7", "见备注"))</row>",
    ].joined()
    book.sheets[0].rows =
      p.isEmpty
      ? rows
      : rows.replacing("</", with: "\u{0}").replacing("<", with: "<" + p)
        .replacing("\u{0}", with: "</" + p)
    book.sheets[0].tail =
      "<\(p)mergeCells count=\"3\"><\(p)mergeCell ref=\"A2:A5\"/>"
      + "<\(p)mergeCell foo=\"1\" ref='C2:C3' /><\(p)mergeCell ref=\"A7:B7\"/></\(p)mergeCells>"

    let read = try TableRows(book.file())

    #expect(
      read.rows == [
        [.text("东街道"), .text("甲"), .number("7")], [.text("东街道"), .text("乙"), .number("7")],
        [.empty, .empty, .empty], [.text("东街道"), .text("丙"), .empty],
        [.empty, .text("丁"), .empty], [.text("见备注"), .empty, .empty],
      ])
  }

  @Test func `merged headings and titles reach into no data`() throws {
    var book = SyntheticWorkbook(
      "<row r=\"1\">\(text("A1", "k"))\(text("B1", "v"))</row>"
        + "<row r=\"2\"><c r=\"B2\"><v>1</v></c></row>")
    book.sheets[0].tail = "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>"
    #expect(try TableRows(book.file()).rows == [[.empty, .number("1")]])
  }

  @Test func `elements that a piece of the sheet cuts in two are found`() throws {
    let padding = String(repeating: " ", count: 1 << 18)
    for cut in [0, 5, 11, 20, 30] {
      var book = SyntheticWorkbook(
        "<row r=\"1\">\(text("A1", "k"))\(text("B1", "v"))</row>"
          + "<row r=\"2\">\(text("A2", "x"))<c r=\"B2\"><v>1</v></c></row>"
          + "<row r=\"3\"><c r=\"B3\"><v>2</v></c></row>")
      book.sheets[0].tail =
        padding.dropLast(600 + cut) + "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"
      #expect(try TableRows(book.file()).rows[1] == [.text("x"), .number("2")])
    }
  }

  @Test func `an old workbook is filled in like a new one`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xls").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let writer = try XLSWriter(path: path)
    for row: [TableCell] in [
      [.text("街道"), .text("姓名")], [.text("东街道"), .text("甲")], [.empty, .text("乙")],
      [.empty, .text("丙")],
    ] {
      try writer.write(row, geometry: nil)
    }
    writer.merge(rows: 1...2, columns: 0...0)
    try writer.finish()
    #expect(
      try TableRows(XLSFile(FileBytes(path: path))).rows == [
        [.text("东街道"), .text("甲")], [.text("东街道"), .text("乙")], [.empty, .text("丙")],
      ])
  }

  @Test func `the other visible sheets with content are told with their headings`() throws {
    var book = SyntheticWorkbook("")
    let heading = "<row r=\"1\">\(text("A1", "k"))</row>"
    book.sheets = [
      .init(name: "空", rows: "<row r=\"1\"><c r=\"A1\"/></row>"),
      .init(name: "1月", rows: heading), .init(name: "2月", rows: heading),
      .init(name: "旧", rows: heading, state: "hidden"),
      .init(name: "说明", rows: "<row r=\"3\">\(text("A3", "x"))</row>"),
    ]
    var dialect = TableDialect()
    #expect(
      try book.file().otherSheets(dialect) == [
        OtherSheet(name: "2月", headerRows: [["k"]]), OtherSheet(name: "说明", headerRows: [[]]),
      ])
    dialect.sheetName = "1月"
    #expect(try book.file().otherSheets(dialect).isEmpty)
  }
}
