import Tabular
import Testing

private let plain = TableDialect(headerRows: [])

private func fault(
  _ bytes: [UInt8], _ dialect: TableDialect = plain
) -> TabularError? {
  #expect(throws: TabularError.self) {
    _ = try rowTexts(SyntheticWorkbook.file(bytes), dialect)
  }
}

@Suite struct XLSXFaultTests {
  let archive = SyntheticWorkbook(
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", strings: "<si><t>a</t></si>"
  ).archive

  /// The archive with a change to one entry.
  private func changed(
    _ name: String, _ change: (inout SyntheticZip.Entry) -> Void
  ) -> SyntheticZip {
    var changed = archive
    for index in changed.entries.indices where changed.entries[index].name == name {
      change(&changed.entries[index])
    }
    return changed
  }

  @Test func `data descriptors, ZIP64 and a comment are read`() throws {
    var zip = archive
    for index in zip.entries.indices {
      zip.entries[index].hasDescriptor = true
      zip.entries[index].isLarge = index.isMultiple(of: 2)
    }
    zip.isLarge = true
    zip.comment = Array("PK\u{5}\u{6} comment".utf8)
    #expect(try rowTexts(SyntheticWorkbook.file(zip.bytes), plain) == ["1 [\"a\"]"])
  }

  @Test func `an archive that was cut short is known, wherever it was cut`() throws {
    let whole = archive.bytes
    let error = try #require(fault(Array(whole.dropLast())))
    #expect(error.kind == .truncated)
    #expect(error.path == "t.xlsx" && error.fact == .archive(.withoutEnd))
    for length in stride(from: 60, to: whole.count, by: 7) {
      _ = fault(Array(whole.prefix(length)))
    }
  }

  @Test func `no byte that is changed ends the program`() {
    let whole = archive.bytes
    for offset in whole.indices {
      var bytes = whole
      bytes[offset] ^= 0xFF
      do {
        _ = try rowTexts(SyntheticWorkbook.file(bytes), plain)
      } catch {
        #expect(error is TabularError, "byte \(offset): \(error)")
      }
    }
  }

  @Test(arguments: [Int.max, .max - 20, .min, -1])
  func `sizes, places and counts of ZIP64 beyond the archive are errors`(number: Int) throws {
    func large(_ change: (inout SyntheticZip.Entry) -> Void) -> [UInt8] {
      changed("xl/worksheets/s0.xml") {
        $0.isLarge = true
        change(&$0)
      }.bytes
    }
    var counted = archive
    counted.isLarge = true
    counted.announcedCount = number

    #expect(fault(large { $0.announcedSize = number }) != nil)
    #expect(fault(large { $0.announcedPacked = number }) != nil)
    #expect(fault(large { $0.announcedPlace = number }) != nil)
    #expect(fault(counted.bytes) != nil)
  }

  @Test(arguments: ["9223372036854775807", "99999999999999999999", "1048577"])
  func `a row behind the last one of a sheet is an error`(row: String) throws {
    let rows = "<row r=\"1\"/><row r=\"\(row)\"><c><v>1</v></c></row><row><c><v>2</v></c></row>"

    let error = try #require(fault(SyntheticWorkbook(rows).archive.bytes))

    #expect(
      error.fact == .archive(.damaged(.rowNumber(sheet: "Sheet1", row: row))))
  }

  @Test func `a row of more bytes than are read is an error, whatever its cells`() throws {
    let cell = "<c t=\"inlineStr\"><is><t>\(String(repeating: "a", count: 9 << 20))</t></is></c>"
    let rows = "<row r=\"1\">\(String(repeating: cell, count: 4))</row>"

    let error = try #require(fault(SyntheticWorkbook(rows).archive.bytes))

    #expect(
      error.fact == .archive(.damaged(.longRow(sheet: "Sheet1", row: 1, limit: 32 << 20))))
  }

  @Test func `merged cells that overlap are left out, however many there are`() throws {
    let merges = (0..<40_000).map {
      "<mergeCell ref=\"A1:\($0.isMultiple(of: 2) ? "B" : "XFD")1\"/>"
    }
    var workbook = SyntheticWorkbook(
      "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c>"
        + "<c r=\"B2\"><v>2</v></c></row>")
    workbook.sheets[0].tail = "<mergeCells>\(merges.joined())</mergeCells>"

    let rows = try rowTexts(workbook.file(), TableDialect(headerRows: [1, 2]))

    #expect(rows == ["1 [\"a\",\"a\"]", "2 [1,2]"])
  }

  @Test func `a checksum that does not fit is an error`() throws {
    let zip = changed("xl/worksheets/s0.xml") { $0.checksum = 1 }
    #expect(
      try #require(fault(zip.bytes)).fact
        == .archive(.damaged(.content(part: "xl/worksheets/s0.xml", .checksum))))
  }

  @Test func `content that is longer or shorter than announced is an error`() throws {
    for size in [10, 100_000] {
      let zip = changed("xl/worksheets/s0.xml") { $0.announcedSize = size }
      guard case .archive(.damaged(.content(_, let content))) = fault(zip.bytes)?.fact else {
        Issue.record("another fault: \(String(describing: fault(zip.bytes)))")
        continue
      }
      switch content {
      case .longer(let announced), .length(_, let announced): #expect(announced == size)
      case .noDecoder, .cutShort, .damagedBytes, .checksum: Issue.record("\(content)")
      }
    }
  }

  @Test func `a bomb is not unpacked`() throws {
    let zip = changed("xl/sharedStrings.xml") {
      $0.method = 8
      $0.announcedSize = 1 << 31
    }
    let error = try #require(fault(zip.bytes))
    #expect(error.kind == .unsupported)
    guard case .archive(.bomb(let part, _, let size)) = error.fact else {
      Issue.record("another fault: \(error)")
      return
    }
    #expect(part == "xl/sharedStrings.xml" && size == 1 << 31)
  }

  /// A workbook with these rows, whose checksums are not worth their time.
  private func sheet(_ rows: String) -> SyntheticZip {
    changed("xl/worksheets/s0.xml") {
      $0.content = Array("<worksheet><sheetData>\(rows)</sheetData></worksheet>".utf8)
      $0.checksum = 0
    }
  }

  @Test func `a text, a tag or a list without end is not kept`() throws {
    let long = String(repeating: "x", count: 17 << 20)
    let cell = sheet("<row><c t=\"str\"><v>\(long)</v></c></row>")
    #expect(
      try #require(fault(cell.bytes)).fact
        == .archive(.damaged(.longCell(sheet: "Sheet1", row: 1))))
    let tag = sheet("<row><c t=\"\(long)\"><v>1</v></c></row>")
    #expect(
      try #require(fault(tag.bytes)).fact
        == .archive(.damaged(.hugeTag(part: "xl/worksheets/s0.xml"))))
    let list = changed("xl/workbook.xml") { $0.announcedSize = 65 << 20 }
    #expect(try #require(fault(list.bytes)).kind == .unsupported)
  }

  @Test func `a million parts are refused`() throws {
    var zip = archive
    for index in 0..<20_001 {
      zip.entries.append(SyntheticZip.Entry(name: "\(index)", content: []))
    }
    #expect(
      try #require(fault(zip.bytes)).fact == .archive(.tooManyParts(zip.entries.count)))
  }

  @Test func `a document type is refused before an entity can grow`() throws {
    let zip = changed("xl/sharedStrings.xml") {
      $0.content = Array("<!DOCTYPE sst [<!ENTITY a \"b\">]><sst><si><t>&a;</t></si></sst>".utf8)
    }
    let error = try #require(fault(zip.bytes))
    #expect(error.fact == .archive(.documentType(part: "xl/sharedStrings.xml")))
  }

  @Test func `encrypted entries and other packings are refused by name`() throws {
    let encrypted = changed("xl/workbook.xml") { $0.flags = 1 }
    #expect(
      try #require(fault(encrypted.bytes)).fact == .archive(.encryptedPart("xl/workbook.xml")))
    let packed = changed("xl/workbook.xml") { $0.method = 12 }
    #expect(
      try #require(fault(packed.bytes)).fact
        == .archive(.packingMethod(12, part: "xl/workbook.xml")))
  }

  @Test(arguments: ["xl/workbook.xml", "xl/worksheets/s0.xml"])
  func `a part that is missing is named`(_ name: String) throws {
    let zip = changed(name) { $0.name = "other" }
    #expect(try #require(fault(zip.bytes)).kind == .malformed)
  }

  @Test func `XML that is not well formed is an error with its part and line`() throws {
    let zip = changed("xl/worksheets/s0.xml") { $0.content = Array("<worksheet>\n<a></b>".utf8) }
    let error = try #require(fault(zip.bytes))
    guard case .archive(.damaged(.xml(let part, _, let line))) = error.fact else {
      Issue.record("another fault: \(error)")
      return
    }
    #expect(part == "xl/worksheets/s0.xml" && line == 2)
  }

  @Test func `rows that go back and cells without a column are errors with their place`() throws {
    let back = SyntheticWorkbook("<row r=\"5\"/><row r=\"5\"/>").archive
    #expect(
      try #require(fault(back.bytes)).fact
        == .archive(.damaged(.rowOrder(sheet: "Sheet1", row: "5", after: 5))))
    let place = SyntheticWorkbook("<row r=\"5\"><c r=\"5\"/></row>").archive
    #expect(
      try #require(fault(place.bytes)).fact
        == .archive(.damaged(.cellPlace(sheet: "Sheet1", row: 5, reference: "5"))))
  }

  @Test func `what is no workbook says what it is`() throws {
    #expect(try #require(fault(Array("<html><table>".utf8))).fact == .format(.html))
    #expect(try #require(fault(Array("a,b\n".utf8))).fact == .format(.notXLSX))
  }
}
