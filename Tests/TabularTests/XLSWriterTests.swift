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
    var error = #expect(throws: TabularError.self) {
      try writer.write([.text(String(repeating: "x", count: 32_768))], geometry: nil)
    }
    #expect(error?.message == "row 1, column 1: a cell takes 32,767 characters, not 32768")
    error = #expect(throws: TabularError.self) {
      try writer.write(Array(repeating: .empty, count: 257), geometry: nil)
    }
    #expect(
      error?.message == "row 1 with 257 cells is more than a sheet of .xls takes (65,536 rows of "
        + "256); write .xlsx")
  }

  /// Writes samples for other programs to read, where a folder is named for them.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["GEWU_SAMPLES"] != nil))
  func `samples for other programs`() throws {
    let folder = ProcessInfo.processInfo.environment["GEWU_SAMPLES"] ?? ""
    let writer = try XLSWriter(path: folder + "/small.xls", sheet: "人员")
    writer.dateFormats = [3: 31, 4: 57]
    try writer.write([.text("名单"), .empty], geometry: nil)
    writer.merge(rows: 0...0, columns: 0...5)
    try writer.write(
      [
        .text("姓名"), .text("abc"), .number("330106199001011237"), .date("2024-01-31"),
        .date("2024-02-29"), .date("2024-02-29T12:30:00"), .boolean(true), .error("#N/A"),
      ],
      geometry: nil)
    try writer.write([.empty, .empty], geometry: nil)
    try writer.write([.text(String(repeating: "中文𠮷", count: 5000)), .number("0.1")], geometry: nil)
    try writer.beginSheet("second", isHidden: true)
    try writer.write([.text("x")], geometry: nil)
    try writer.finish()
    let large = try XLSWriter(path: folder + "/large.xls")
    for row in 0..<6_000 {
      try large.write(
        (0..<12).map { $0 < 6 ? .text("文本 \(row) \($0)") : .number("\(row * $0)") }, geometry: nil)
    }
    try large.finish()
  }
}
