import Files
import Foundation
import Tabular
import Testing

/// Writes a workbook, reads its bytes, and removes it.
private func written(_ write: (XLSXWriter) throws -> Void) throws -> [UInt8] {
  let path = NSTemporaryDirectory() + "gewu-\(UUID().uuidString).xlsx"
  defer { try? FileManager.default.removeItem(atPath: path) }
  let writer = try XLSXWriter(path: path, sheet: "低保对象")
  try write(writer)
  try writer.finish()
  return try FileBytes.array(at: path)
}

private func rows(_ bytes: [UInt8], _ dialect: TableDialect? = nil) throws -> [String] {
  try rowTexts(SyntheticWorkbook.file(bytes), dialect ?? TableDialect(headerRows: []))
}

@Suite struct XLSXWriterTests {
  @Test func `every kind of cell comes back as it was written`() throws {
    let bytes = try written { writer in
      try writer.write(
        [
          .text("330106199001011234"), .number("0.1"), .date("2024-01-01"), .empty, .boolean(true),
          .error("#N/A"), .date("2024-01-01T12:30:00"), .error("#STRING 3"), .boolean(false),
        ], geometry: nil)
    }
    #expect(
      try rows(bytes) == [
        ##"1 ["330106199001011234",0.1,{"date":"2024-01-01"},null,true,{"error":"#N/A"},"##
          + ##"{"date":"2024-01-01T12:30:00"},"#STRING 3",false]"##
      ])
  }

  @Test(arguments: [
    " a ", "a\r\nb\n", "\u{1}\t", "_x000D_", "__x005F_", "<&>\"'", "𠮷", "_x00", "a_", "#N/A",
  ])
  func `text comes back as it was written`(_ text: String) throws {
    let bytes = try written { try $0.write([.text(text)], geometry: nil) }
    let reader = try SyntheticWorkbook.file(bytes).rows(TableDialect(headerRows: []))
    _ = try reader.next()
    #expect(reader.fields.map(\.string) == [text])
    #expect(reader.fields[0].kind == .text)
  }

  @Test(arguments: [14, 22, 27, 31, 36, 50, 57, 58])
  func `built-in date formats are kept by their number`(_ id: UInt8) throws {
    let bytes = try written { writer in
      writer.formats = [1: .builtIn(id)]
      try writer.write([.number("45292"), .number("45292")], geometry: nil)
    }
    #expect(try rows(bytes) == [#"1 [45292,{"date":"2024-01-01"}]"#])
  }

  @Test func `a format code is kept, and the plain format of days can be another`() throws {
    let bytes = try written { writer in
      writer.dateFormat = .builtIn(31)
      writer.formats = [1: .code("yyyy\"年\"m\"月\"d\"日\""), 2: .text]
      try writer.write([.date("2024-02-29"), .number("45292"), .number("7")], geometry: nil)
    }
    #expect(
      try rows(bytes) == [#"1 [{"date":"2024-02-29"},{"date":"2024-01-01"},7]"#])
  }

  @Test func `dates that a workbook cannot keep are written as text`() throws {
    let bytes = try written {
      try $0.write([.date("1899-12-31"), .date("2024"), .number("1e999")], geometry: nil)
    }
    #expect(try rows(bytes) == [#"1 ["1899-12-31","2024","1e999"]"#])
  }

  @Test func `title and header are merged, bold and stay in sight`() throws {
    let bytes = try written { writer in
      writer.widths = [20, 12.5]
      writer.headerRows = 3
      try writer.merge(rows: 0...0, columns: 0...2)
      try writer.write([.text("台账")], geometry: nil)
      try writer.merge(rows: 1...2, columns: 0...0)
      try writer.write([.text("姓名"), .text("地址")], geometry: nil)
      try writer.merge(rows: 1...1, columns: 1...2)
      try writer.write([.empty, .text("省"), .text("市")], geometry: nil)
      try writer.write([.text("甲"), .text("乙")], geometry: nil)
      #expect(throws: TabularError.self) { try writer.merge(rows: 0...1, columns: 3...4) }
      #expect(throws: TabularError.self) { try writer.merge(rows: 9...9, columns: 3...3) }
    }
    #expect(
      try rows(bytes, TableDialect(headerRows: [2, 3])) == [
        #"1 ["台账"]"#, #"2 ["姓名","地址","地址"]"#, #"3 [null,"省","市"]"#, #"4 ["甲","乙",null]"#,
      ])
  }

  @Test func `several sheets, hidden ones too, hold their own rows`() throws {
    let bytes = try written { writer in
      try writer.write([.text("a")], geometry: nil)
      try writer.beginSheet("字典", isHidden: true)
      try writer.write([.text("b")], geometry: nil)
    }
    var dialect = TableDialect(headerRows: [])
    #expect(try rows(bytes, dialect) == [#"1 ["a"]"#])
    dialect.sheetName = "字典"
    #expect(try rows(bytes, dialect) == [#"1 ["b"]"#])
  }

  @Test func `the same rows give the same bytes`() throws {
    func once() throws -> [UInt8] {
      try written { writer in
        for row in 0..<2000 {
          try writer.write([.number("\(row)"), .text("行\(row)")], geometry: nil)
        }
      }
    }
    let first = try once()
    #expect(try once() == first)
    #expect(try rows(first).last == #"2000 [1999,"行1999"]"#)
  }

  @Test func `an empty row keeps its place`() throws {
    let bytes = try written { writer in
      try writer.write([.text("a")], geometry: nil)
      try writer.write([], geometry: nil)
      try writer.write([.text("b")], geometry: nil)
    }
    #expect(try rows(bytes) == [#"1 ["a"]"#, #"3 ["b"]"#])
  }

  @Test func `what does not fit is refused with its place`() throws {
    let path = NSTemporaryDirectory() + "gewu-\(UUID().uuidString).xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let writer = try XLSXWriter(path: path)
    try writer.write([.text(String(repeating: "格", count: 32_767))], geometry: nil)
    let long = #expect(throws: TabularError.self) {
      try writer.write([.empty, .text(String(repeating: "a", count: 32_768))], geometry: nil)
    }
    #expect(long?.fact == .workbook(.longText(row: 2, column: 2, characters: 32_768)))
    let wide = #expect(throws: TabularError.self) {
      try writer.write(Array(repeating: .empty, count: 16_385), geometry: nil)
    }
    #expect(wide?.fact == .workbook(.tooWideOrLong(row: 2, cells: 16_385)))
    let name = #expect(throws: TabularError.self) { try writer.beginSheet("a/b") }
    guard case .workbook(.sheetName("a/b", _)) = name?.fact else {
      Issue.record("another fault: \(String(describing: name))")
      return
    }
    #expect(throws: OutputError.unwritable(path: "/nonexistent/a.xlsx", .system(2))) {
      try XLSXWriter(path: "/nonexistent/a.xlsx")
    }
  }

  @Test func `the last row that a sheet takes is the 1,048,576th`() throws {
    let path = NSTemporaryDirectory() + "gewu-\(UUID().uuidString).xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let writer = try XLSXWriter(path: path)
    for _ in 0..<1_048_576 { try writer.write([], geometry: nil) }
    let error = #expect(throws: TabularError.self) { try writer.write([], geometry: nil) }
    #expect(error?.fact == .workbook(.tooWideOrLong(row: 1_048_577, cells: 0)))
  }
}
