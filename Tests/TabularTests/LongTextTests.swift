import Foundation
import Testing

@testable import Tabular

/// Point 2 of the fixtures: one bad byte at the very end of a file of 200 MB.
@Suite(.serialized) struct LongTextTests {
  private static let size = 200 << 20

  /// A file that repeats a line to 200 MB and ends with some other bytes.
  private func file(_ line: [UInt8], ending end: [UInt8], size: Int = size) throws -> LongFile {
    try LongFile(repeating: line, upTo: size, then: end)
  }

  /// 格,物 in GB 18030, and 𠮷 of four bytes.
  private let gbk: [UInt8] = [0xB8, 0xF1, 0x2C, 0x95, 0x34, 0xB2, 0x35, 0xCE, 0xEF, 0x0A]
  /// The same with a longer third field.
  private var longGBK: [UInt8] {
    gbk.dropLast() + Array(",\(String(repeating: "0571-8502", count: 20))\n".utf8)
  }
  private let utf8 = Array("0571-85023456,0071234567890123456,abcdefghijklmnopqrstuvw,格\n".utf8)

  @Test func `a bad byte at the end of 200 MB of GB 18030 is found, and nothing is guessed`() throws
  {
    let long = try file(longGBK, ending: [0xB8])

    let error = try #require(throws: TabularError.self) { _ = try TextFile(path: long.path) }

    #expect(error.kind == .encoding && error.offset == long.goodCount)
    let lines = long.goodCount / longGBK.count
    #expect(
      error.fact
        == .text(
          .neither(
            utf8: TextFact.BadByte(offset: 0, value: 0xB8),
            gb18030: TextFact.BadByte(offset: long.goodCount, value: 0xB8), line: lines + 1)))
  }

  @Test func `a bad byte at the end of 200 MB of UTF-8 is found, and nothing is guessed`() throws {
    let long = try file(utf8, ending: [0xFF])

    let error = try #require(throws: TabularError.self) { _ = try TextFile(path: long.path) }

    #expect(error.kind == .encoding && error.offset == long.goodCount)
    let lines = long.goodCount / utf8.count
    #expect(
      error.fact
        == .text(
          .invalid(
            encoding: "utf-8", TextFact.BadByte(offset: long.goodCount, value: 0xFF),
            line: lines + 1)))
  }

  @Test func `long text that is converted lies in a file and is given back behind the reader`()
    throws
  {
    let long = try file(gbk, ending: [], size: 40 << 20)
    let file = DelimitedFile(try TextFile(path: long.path))
    #expect(file.text.encoding == .gb18030)
    #expect(file.text.text.count == long.goodCount / gbk.count * 12)

    let rows = file.rows(TableDialect())
    var count = 0
    while let row = try rows.next() {
      count += 1
      if count % 500_000 == 1 {
        #expect(rows.fields.map(\.string) == ["格", "𠮷物"])
        #expect(rows.byteOffset(of: row) == (count - 1) * gbk.count)
      }
    }
    #expect(count == long.goodCount / gbk.count)
    let converted = try ResidentBytes(of: file.text.text)
    #expect(converted.count < 24 << 20)
    // What was given back is there again when it is asked for.
    #expect(file.text.text[0] == Array("格".utf8)[0])
  }

  @Test func `UTF-16 of 40 MB is converted likewise, and a NUL at its end is found`() throws {
    let line: [UInt8] = [0x3C, 0x68, 0x2C, 0, 0x42, 0xD8, 0xB7, 0xDF, 0x0A, 0]
    let long = try file(line, ending: [], size: 40 << 20)
    let text = try TextFile(path: long.path, declared: .utf16LittleEndian)
    #expect(text.text.count == long.goodCount / line.count * 9)
    #expect(text.originalOffset(of: 9 * 3_000_000) == line.count * 3_000_000)

    let bad = try file(line, ending: [0, 0], size: 40 << 20)
    let error = try #require(throws: TabularError.self) {
      _ = try TextFile(path: bad.path, declared: .utf16LittleEndian)
    }
    #expect(error.kind == .nulByte && error.offset == bad.goodCount)
  }
}
