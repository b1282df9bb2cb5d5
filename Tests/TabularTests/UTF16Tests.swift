import Tabular
import Testing

private func open(_ bytes: [UInt8], _ declared: TextEncoding? = nil) throws -> TextFile {
  try TextFile(file: FileBytes(path: "t.txt", copying: bytes), declared: declared)
}

private func string(_ file: TextFile) -> String { String(decoding: file.text, as: UTF8.self) }

private func fault(_ bytes: [UInt8], _ declared: TextEncoding? = nil) -> TabularError? {
  #expect(throws: TabularError.self) { _ = try open(bytes, declared) }
}

private func little(_ text: String) -> [UInt8] {
  text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
}

private func big(_ text: String) -> [UInt8] {
  text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
}

@Suite struct UTF16Tests {
  private let text = "姓名\t编号\r\n𠮷a\t007\r\n"

  @Test func `Excel's Unicode text is decoded by its byte order mark`() throws {
    let file = try open([0xFF, 0xFE] + little(text))
    #expect(file.encoding == .utf16LittleEndian)
    #expect(string(file) == text)
    #expect(try string(open([0xFE, 0xFF] + big(text))) == text)
    #expect(try open([0xFE, 0xFF] + big(text)).encoding.name == "utf-16be")
  }

  @Test func `its rows are divided by tabs and know their place in the file`() throws {
    let file = DelimitedFile(try open([0xFF, 0xFE] + little(text)))
    let rows = file.rows(TableDialect(delimiter: UInt8(ascii: "\t")))
    _ = try rows.next()
    let row = try #require(try rows.next())
    #expect(rows.fields.map(\.string) == ["𠮷a", "007"])
    #expect(rows.byteOffset(of: row) == 2 + 2 * 7)
    #expect(file.encodingName == "utf-16le")
  }

  @Test func `without a mark it must be declared`() throws {
    #expect(try string(open(little(text), TextEncoding(named: "UTF-16LE"))) == text)
    #expect(try string(open(big(text), TextEncoding(named: "utf-16be"))) == text)
    #expect(try #require(fault(little("a,b"))).kind == .nulByte)
    let error = try #require(fault(little(text), TextEncoding(named: "utf-16")))
    #expect(error.kind == .utf16)
    #expect(error.fact == .text(.withoutMark))
  }

  @Test func `a mark and a declaration may agree, and must not contradict each other`() throws {
    #expect(try string(open([0xFF, 0xFE] + little(text), .utf16LittleEndian)) == text)
    #expect(try string(open([0xFF, 0xFE] + little(text), .utf16)) == text)
    for declared: TextEncoding in [.utf8, .gb18030, .utf16BigEndian] {
      let error = try #require(fault([0xFF, 0xFE] + little(text), declared))
      #expect(error.kind == .utf16)
      #expect(
        error.fact == .text(.contradiction(marked: "utf-16le", declared: declared.name)))
    }
  }

  @Test func `half a pair, an odd byte and a NUL are refused with their offset`() throws {
    #expect(try #require(fault([0xFF, 0xFE, 0x61, 0, 0x42, 0xD8, 0x61, 0])).offset == 4)
    #expect(try #require(fault([0xFF, 0xFE, 0x61, 0, 0x62])).offset == 4)
    let nul = try #require(fault([0xFF, 0xFE, 0x61, 0, 0, 0, 0x62, 0]))
    #expect(nul.kind == .nulByte && nul.offset == 4)
    #expect(try #require(fault([0xFF, 0xFE])).kind == .empty)
  }

  @Test func `original offsets hold across the pieces of a long text`() throws {
    let line = "格𠮷,a\n"
    let file = try open([0xFF, 0xFE] + little(String(repeating: line, count: 30_000)))
    for number in [0, 1, 5461, 5462, 10_922, 29_999] {
      #expect(file.originalOffset(of: number * line.utf8.count) == 2 + number * 12)
    }
  }
}
