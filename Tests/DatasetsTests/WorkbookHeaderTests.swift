import Datasets
import Foundation
import Tabular
import Testing

/// Workbooks say which cells are merged; text files do not.
@Suite struct WorkbookHeaderTests {
  private func headings(_ rows: [[String]], merged: [ClosedRange<Int>]) throws -> [String] {
    let path = NSTemporaryDirectory() + "gewu-\(UUID().uuidString).xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let writer = try XLSXWriter(path: path)
    for columns in merged { try writer.merge(rows: 1...1, columns: columns) }
    for row in rows { try writer.write(row.map(TableCell.text), geometry: nil) }
    try writer.finish()
    var dialect = TableDialect(headerRows: [2, 3])
    dialect.headerJoin = "-"
    let reader = try XLSXFile(path: path).rows(dialect)
    let header = try TableHeader(reader, dialect: dialect, path: path)
    let row = try #require(try reader.next())
    #expect(row.number == 1 && row.line == 4 && row.fieldCount == header.headings.count)
    return header.headings
  }

  @Test func `a heading spreads over the cells that are merged with it and no others`() throws {
    let rows = [
      ["二〇二六年台账"], ["姓名", "联系方式", "", "备注", ""], ["", "手机", "座机", "其他", "电话"],
      ["甲"],
    ]
    #expect(
      try headings(rows, merged: [1...2])
        == ["姓名", "联系方式-手机", "联系方式-座机", "备注-其他", "电话"])
    #expect(
      try headings(rows, merged: [])
        == ["姓名", "联系方式-手机", "座机", "备注-其他", "电话"])
  }
}
