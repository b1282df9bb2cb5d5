import Tabular
import Testing

/// Texts that are UTF-8 and not valid, or said to be something else.
@Suite struct CutTextTests {
  typealias Make = SyntheticShapefile

  private func open(_ bytes: [UInt8]) throws -> TextFile {
    try TextFile(file: FileBytes(path: "t.csv", copying: bytes))
  }

  private func fact(_ bytes: [UInt8]) -> TabularFact? {
    #expect(throws: TabularError.self) { try open(bytes) }?.fact
  }

  @Test func `a file cut inside a character is UTF-8, wherever it is cut`() throws {
    let whole = Array("id,姓名\n1,张三\n2,李四".utf8)
    for length in [whole.count - 1, whole.count - 2, whole.count - 4] {
      let place = length < whole.count - 3 ? whole.count - 6 : whole.count - 3
      let bad = TextFact.BadByte(offset: place, value: nil)
      #expect(
        fact(Array(whole[..<length])) == .text(.invalid(encoding: "utf-8", bad, line: 3)),
        "\(length)")
    }
  }

  @Test func `a few bad bytes do not make GB18030 of a UTF-8 file`() throws {
    let text = String(repeating: "朝阳区,东街道\n", count: 300_000)
    let bad = Array(text.utf8) + [0xB8] + Array(text.utf8)
    #expect(
      fact(bad)
        == .text(
          .invalid(
            encoding: "utf-8", TextFact.BadByte(offset: text.utf8.count, value: 0xB8),
            line: 300_001)))
    #expect(fact(Array("Zoë,André,Müller,Li".utf8) + [0xC3]) != nil)
  }

  @Test func `a text in GB18030 stays one, also with characters that are valid UTF-8`() throws {
    // 联 of which no byte is, 模 and 耐 which are: C4 A3, C4 CD.
    for text: [UInt8] in [
      [0xC1, 0xAA, 0x0A], [0xC4, 0xA3, 0xC4, 0xCD, 0x0A],
      Array(repeating: [0xB8, 0xF1, 0x2C, 0xC4, 0xA3, 0x0A], count: 1_000).flatMap { $0 },
    ] {
      #expect(try open(text).encoding == .gb18030)
    }
  }

  private func table(
    _ values: [[UInt8]], driver: UInt8 = 0, cpg: String? = nil, declared: TextEncoding? = nil,
    width: Int = 12
  ) throws -> ShapefileTable {
    let shapes = values.map { _ in Make.shape([ShapefileReaderTests.shell(0, 0, 1)]) }
    let column = Make.Column(name: Array("name".utf8), width: width)
    return try ShapefileTable(
      ShapefileParts(
        shp: Make.shp(shapes), dbf: Make.dbf([column], values.map { [$0] }, driver: driver),
        shx: Make.shx(shapes), cpg: cpg.map { Array($0.utf8) }),
      file: "a.shp", declared: declared)
  }

  @Test func `texts that are UTF-8 contradict the code page that a table names`() throws {
    let names = ["和平", "朝阳"].map { Array($0.utf8) }
    for (cpg, claim) in [("ISO-8859-1", DBFFact.Claim.codePageFile), ("GBK", .codePageFile)] {
      let error = #expect(throws: TabularError.self) { try table(names, cpg: cpg) }
      #expect(error?.fact == .dbf(.isUTF8(not: cpg, by: claim)))
    }
    let error = #expect(throws: TabularError.self) { try table(names, driver: 0x03) }
    #expect(error?.fact == .dbf(.isUTF8(not: "CP1252", by: .header)))
    #expect(
      try TableRows(table(names, cpg: "ISO-8859-1", declared: .utf8)).rows
        == [[.text("和平")], [.text("朝阳")]])
    // Texts that only Latin-1 has.
    #expect(
      try TableRows(table([[0x5A, 0x6F, 0xEB], [0xC9, 0x74, 0xE9]], cpg: "ISO-8859-1")).rows
        == [[.text("Zoë")], [.text("Été")]])
  }

  @Test func `a table of UTF-8 whose texts are cut in full fields is not read as GB18030`() throws {
    let cut = Array("网格".utf8).prefix(5)
    let rows = try TableRows(table([Array(cut), Array("朝".utf8)], width: 5)).rows
    #expect(rows == [[.text("网")], [.text("朝")]])
  }
}
