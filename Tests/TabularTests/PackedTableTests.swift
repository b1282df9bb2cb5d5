import Foundation
import Tabular
import Testing

/// Tables that come in an archive.
@Suite struct PackedTableTests {
  private func file(_ bytes: [UInt8], _ name: String) throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID())-\(name)").path
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  private func open(_ bytes: [UInt8], _ name: String) throws -> any TableFile {
    let path = try file(bytes, name)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try TableFileOpener.open(path: path)
  }

  private func zip(_ entries: [(String, String)]) -> [UInt8] {
    SyntheticZip(
      entries: entries.map { SyntheticZip.Entry(name: $0.0, content: Array($0.1.utf8)) }
    ).bytes
  }

  /// `id,name` and a row, packed by gzip 1.12.
  private static let gzip: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xFF, 0xCB, 0x4C, 0xD1, 0xC9, 0x4B, 0xCC,
    0x4D, 0xE5, 0x32, 0xD4, 0x79, 0x3E, 0x65, 0x13, 0x17, 0x00, 0x89, 0x30, 0x12, 0xC1, 0x0E, 0x00,
    0x00, 0x00,
  ]

  @Test func `the one table of an archive is read, and the archive is what is kept`() throws {
    let bytes = zip([
      ("__MACOSX/._a.csv", "x"), ("folder/", ""), ("folder/a.csv", "id,name\n1,甲\n"),
      (".DS_Store", "x"),
    ])
    let table = try open(bytes, "a.zip")
    #expect(table.format == .csv && table.encodingName == "utf-8")
    #expect(try TableRows(table).rows == [[.text("1"), .text("甲")]])
    #expect(table.parts.map { Array($0.bytes) } == [bytes])
  }

  @Test func `a workbook in an archive is one`() throws {
    let book = SyntheticWorkbook(
      "<row><c t=\"inlineStr\"><is><t>k</t></is></c></row><row><c><v>1</v></c></row>")
    let bytes = SyntheticZip(
      entries: [SyntheticZip.Entry(name: "b.xlsx", content: book.archive.bytes)]).bytes
    let table = try open(bytes, "b.zip")
    #expect(table.format == .xlsx)
    #expect(try TableRows(table).rows == [[.number("1")]])
  }

  @Test func `an archive of several files names them`() throws {
    let error = #expect(throws: TabularError.self) {
      try open(zip([("b.csv", "x"), ("a.csv", "x")]), "a.zip")
    }
    #expect(error?.fact == .archive(.severalFiles(["a.csv", "b.csv"])))
  }

  @Test func `a file of gzip is unpacked, and one that was cut is refused`() throws {
    let table = try open(Self.gzip, "a.csv.gz")
    #expect(try TableRows(table).rows == [[.text("1"), .text("甲")]])
    let twice = try open(Self.gzip + Self.gzip, "a.csv.gz")
    #expect(try TableRows(twice).rows.count == 3)
    let error = #expect(throws: TabularError.self) {
      try open(Array(Self.gzip.dropLast(9)), "a.gz")
    }
    #expect(error?.fact == .archive(.damaged(.content(part: "gzip", .cutShort))))
  }

  @Test func `pictures are no tables`() {
    let pictures: [[UInt8]] = [
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [0xFF, 0xD8, 0xFF, 0xE0],
      Array("GIF89a".utf8), Array("RIFF____WEBP".utf8), [0, 0, 0, 0x18] + Array("ftypheic".utf8),
      Array("BM".utf8) + [9, 9, 9, 9, 0, 0, 0, 0, 54, 0],
    ]
    for picture in pictures {
      let found = picture.withUnsafeBytes { TableFormat.sniff($0) }
      #expect(found == .picture && !found.mayHoldRows, "\(picture)")
    }
    #expect(Array("BM,Name\nx,1\n".utf8).withUnsafeBytes { TableFormat.sniff($0) } == .table(.csv))
  }

  @Test func `a first line for Excel is no record, and says how fields are divided`() throws {
    for line in ["sep=;\n", "SEP=;\r\n", "\"sep=;\"\r"] {
      let table = try open(Array((line + "k;v\n1;a,b\n").utf8), "t.csv")
      let reader = try table.rows(TableDialect())
      let header = try #require(try reader.next())
      #expect(reader.fields.map(\.string) == ["k", "v"] && header.line == 2)
      let row = try #require(try reader.next())
      #expect(reader.fields.map(\.string) == ["1", "a,b"] && row.line == 3)
      #expect(reader.raw(row) == "1;a,b")
    }
    // Whoever counts it as a title has seen it.
    let counted = try open(Array("sep=,\nk,v\n".utf8), "t.csv").rows(
      TableDialect(headerRows: [2]))
    _ = try counted.next()
    #expect(counted.fields.map(\.string) == ["sep=", ""])
    let other = try open(Array("sep,v\n".utf8), "t.csv").rows(TableDialect())
    _ = try other.next()
    #expect(other.fields.map(\.string) == ["sep", "v"])
  }
}
