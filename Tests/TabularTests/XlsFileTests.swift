import Foundation
import Tabular
import Testing

@Suite struct XlsFileTests {
  private func workbook(
    _ rows: [[TableCell]], then adjust: (XlsWriter) throws -> Void = { _ in }
  ) throws -> FileBytes {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xls").path
    let writer = try XlsWriter(path: path, sheet: "人员")
    for row in rows { try writer.write(row, geometry: nil) }
    try adjust(writer)
    try writer.finish()
    return try FileBytes(path: path)
  }

  private func read(_ file: FileBytes, _ dialect: TableDialect = TableDialect()) throws -> TableRows
  {
    defer { try? FileManager.default.removeItem(atPath: file.path) }
    return try TableRows(XlsFile(file), dialect: dialect)
  }

  @Test func `cells keep their kinds, rows the numbers that Excel shows`() throws {
    let file = try workbook([
      [.text("名单")],
      [.text("姓名"), .text("号码"), .text("日期"), .text("时间"), .text("备注")],
      [
        .text("王𠮷"), .number("330106199001011237"), .date("2024-01-31"),
        .date("2024-01-31T12:30:00"),
      ],
      [.empty],
      [.empty, .number("0.1"), .number("4111010001"), .empty, .text("末"), .text("多")],
    ])
    let read = try read(file, TableDialect(headerRows: [2]))
    #expect(read.names == ["姓名", "号码", "日期", "时间", "备注"])
    #expect(
      read.rows == [
        [
          .text("王𠮷"), .number("3.3010619900101126E+17"), .date("2024-01-31"),
          .date("2024-01-31T12:30:00"), .empty,
        ],
        [.empty, .empty, .empty, .empty, .empty],
        [.empty, .number("0.1"), .number("4111010001"), .empty, .text("末"), .text("多")],
      ])
    #expect(read.lines == [3, 4, 5])
    #expect(read.numbers == [1, 2, 3])
    #expect(
      read.raws[0] == #"["王𠮷",3.3010619900101126E+17,{"date":"2024-01-31"},"#
        + #"{"date":"2024-01-31T12:30:00"},null]"#)
  }

  @Test func `the sheet is chosen by name or number, else the first with rows`() throws {
    func file() throws -> FileBytes {
      try workbook([]) { writer in
        try writer.beginSheet("人员名单")
        try writer.write([.text("a")], geometry: nil)
        try writer.write([.text("1")], geometry: nil)
        try writer.beginSheet("说明")
        try writer.write([.text("b")], geometry: nil)
      }
    }
    #expect(try read(file()).names == ["a"])
    var dialect = TableDialect()
    dialect.sheetName = "说*"
    #expect(try read(file(), dialect).names == ["b"])
    dialect.sheetName = nil
    dialect.sheetNumber = 2
    #expect(try read(file(), dialect).names == ["a"])
    dialect.sheetNumber = nil
    dialect.sheetName = "x"
    let error = #expect(throws: TabularError.self) { try read(file(), dialect) }
    #expect(
      error?.message == "has no sheet named like \"x\"; it has \"人员\", \"人员名单\", \"说明\": correct "
        + "`sheetName` or `sheetNumber` in the manifest's dialect")
  }

  @Test func `a broken workbook is a fault of the file and of nothing else`() throws {
    let whole = try workbook([[.text("a")], [.text("b")]])
    defer { try? FileManager.default.removeItem(atPath: whole.path) }
    for length in [600, 1024, 3000] {
      let path = whole.path + ".cut"
      try Data(whole.bytes[..<length]).write(to: URL(filePath: path))
      defer { try? FileManager.default.removeItem(atPath: path) }
      let error = #expect(throws: TabularError.self) {
        try TableRows(XlsFile(FileBytes(path: path)))
      }
      #expect(error?.message.contains("the workbook is broken") == true)
    }
  }

  @Test(.enabled(if: SharedData.isPresent))
  func `a list of the Ministry of Education is read whole`() throws {
    let file = try FileBytes(path: SharedData.path("china/全国高等学校名单.xls"))
    let read = try TableRows(XlsFile(file), dialect: TableDialect(headerRows: [3]))
    #expect(read.names == ["序号", "学校名称", "学校标识码", "主管部门", "所在地", "办学层次", "备注"])
    #expect(
      read.rows[1].prefix(3) == [.number("1"), .text("北京大学"), .number("4111010001")])
    #expect(read.lines.last == 2953)
    #expect(read.rows.count == 2950)
  }
}
