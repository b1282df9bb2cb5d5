import DemoDistrict
import Foundation
import Tabular
import Testing

@Suite struct XLSWriterTests {
  @Test func `the file is an OLE 2 container with a workbook`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xls").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let writer = try XLSWriter(path: path, sheet: "人员")
    try writer.write([.text("title")], geometry: nil)
    try writer.finish()
    let file = try FileBytes(path: path)
    #expect(TableFormat.sniff(file.bytes) == .table(.xls))
    #expect(file.bytes.count.isMultiple(of: 512))
  }

  @Test func `what a sheet cannot take is refused`() throws {
    let writer = try XLSWriter(path: "/tmp/never.xls")
    var error = #expect(throws: DemoError.self) {
      try writer.write([.text(String(repeating: "x", count: 32_768))], geometry: nil)
    }
    #expect(
      error?.message == "/tmp/never.xls: row 1, column 1: a cell takes 32,767 characters, not 32768"
    )
    error = #expect(throws: DemoError.self) {
      try writer.write(Array(repeating: .empty, count: 257), geometry: nil)
    }
    #expect(
      error?.message
        == "/tmp/never.xls: row 1 with 257 cells is more than a sheet of .xls takes (65,536 rows of "
        + "256); write .xlsx")
  }
}
