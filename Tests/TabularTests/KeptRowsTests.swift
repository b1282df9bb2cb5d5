import Testing

@testable import Tabular

@Suite struct KeptRowsTests {
  @Test func `delimited rows come back as they stood, with their places`() throws {
    let kept = [
      KeptRow(number: 3, line: 5, byteOffset: 40, raw: "a;\"b;\"\"c\"\"\nd\";"),
      KeptRow(number: 7, line: 11, raw: "\"open;x"),
    ]
    let table = KeptRows(kept, path: "a.csv", format: .csv, encodingName: "gb18030")
    let reader = table.rows(TableDialect(delimiter: UInt8(ascii: ";")))

    let first = try #require(try reader.next())
    #expect(first.number == 3 && first.line == 5 && first.fault == .none)
    #expect(reader.fields.map(\.string) == ["a", "b;\"c\"\nd", ""])
    #expect(reader.byteOffset(of: first) == 40 && reader.raw(first) == kept[0].raw)
    let second = try #require(try reader.next())
    #expect(second.number == 7 && second.fault == .unterminatedQuote)
    #expect(try reader.next() == nil)
    #expect(table.encodingName == "gb18030" && table.parts.isEmpty)
  }

  @Test func `cells come back with their kinds and the row's geometry`() throws {
    let cells: [TableCell] = [
      .text("007"), .number("3.30106199001011E+17"), .date("2024-01-01"), .boolean(true),
      .error("#N/A"), .empty,
    ]
    let row = KeptRow(
      number: 2, line: 4, sheet: "人员", raw: JSONRow(cells: cells, geometry: [1, 2, 3]).text)
    let reader = KeptRows([row], path: "a.xlsx", format: .xlsx, encodingName: "utf-8")
      .rows(TableDialect())

    let read = try #require(try reader.next())

    #expect(read.number == 2 && read.line == 4 && !read.isBlank)
    #expect(reader.fields.map(TableCell.init) == cells)
    #expect(reader.fields.map(\.kind) == [.text, .number, .date, .boolean, .error, .text])
    #expect(reader.geometry.map(Array.init) == [1, 2, 3])
    #expect(reader.sheet == "人员")
    #expect(try row.cells(of: .xlsx, TableDialect()) == cells)
  }
}
