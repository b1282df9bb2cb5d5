import Tabular
import Testing

@Suite struct ShapefileTableTests {
  typealias Make = SyntheticShapefile

  static let gbk: [UInt8] = [0xD6, 0xD0, 0xCE, 0xC4]  // 中文

  private func table(
    _ columns: [Make.Column], _ rows: [[[UInt8]]], driver: UInt8 = 0, cpg: String? = nil,
    deleted: Set<Int> = [], declared: TextEncoding? = nil, shapes: [[UInt8]]? = nil
  ) throws -> ShapefileTable {
    let shapes = shapes ?? rows.map { _ in Make.shape([ShapefileReaderTests.shell(0, 0, 1)]) }
    let parts = ShapefileParts(
      shp: Make.shp(shapes), dbf: Make.dbf(columns, rows, driver: driver, deleted: deleted),
      shx: Make.shx(shapes), cpg: cpg.map { Array($0.utf8) })
    return try ShapefileTable(parts, file: "a.shp", declared: declared)
  }

  @Test func `rows follow a header, deleted ones left out, and keep what the file holds`() throws {
    let columns: [Make.Column] = [
      .init(name: Array("id".utf8), type: "N", width: 18),
      .init(name: Array("day".utf8), type: "D", width: 8),
      .init(name: Array("ok".utf8), type: "L", width: 1),
      .init(name: Array("name".utf8)),
    ]
    let rows: [[[UInt8]]] = [
      [Array("012345".utf8), Array("20240131".utf8), Array("Y".utf8), Self.gbk],
      [Array("1".utf8), [], [], []],
      [Array("330106199001011237".utf8), Array("2024013x".utf8), Array("?".utf8), []],
    ]
    let table = try table(columns, rows, driver: 0x4D, deleted: [1])

    let read = try TableRows(table)

    #expect(read.names == ["id", "day", "ok", "name"])
    #expect(
      read.rows == [
        [.text("012345"), .date("2024-01-31"), .boolean(true), .text("中文")],
        [.text("330106199001011237"), .text("2024013x"), .empty, .empty],
      ])
    #expect(read.lines == [1, 3])
    #expect(read.geometries == Array(repeating: "POLYGON((0 0,0 1,1 1,1 0,0 0))", count: 2))
    #expect(
      read.raws[0].hasPrefix(#"["012345",{"date":"2024-01-31"},true,"中文",{"geometry":"0103000000"#))
    #expect(table.encodingName == "gb18030")
    #expect(table.format == .shapefile)
  }

  @Test(
    arguments: [
      (0x4D, nil, nil), (0, "936", nil), (0x57, nil, nil), (0, nil, nil), (0, "UTF-8", "gbk"),
    ] as [(UInt8, String?, String?)])
  func `Chinese texts are read by every way to say their encoding`(
    driver: UInt8, cpg: String?, declared: String?
  ) throws {
    let table = try table(
      [.init(name: Array("n".utf8))], [[Self.gbk]], driver: driver, cpg: cpg,
      declared: declared.flatMap(TextEncoding.init(named:)))
    #expect(try TableRows(table).rows == [[.text("中文")]])
  }

  @Test func `a code page that lies is refused with the record`() throws {
    let table = try table([.init(name: Array("n".utf8))], [[Self.gbk]], cpg: "UTF-8")
    let error = #expect(throws: TabularError.self) { try TableRows(table) }
    #expect(
      error?.fact
        == .dbf(
          .notInEncoding(
            .value(record: 1, field: 1, byte: 66), encoding: "UTF-8", by: .codePageFile)))
  }

  @Test func `a name is cut as the file cuts it`() throws {
    let gbk = try table([.init(name: Array("n".utf8))], [[[]]], driver: 0x4D)
    #expect(gbk.shortened("网格编码字段") == "网格编码字")
    #expect(gbk.shortened("a网格编码字段") == "a网格编码")
    let utf8 = try table([.init(name: Array("n".utf8))], [[[]]], cpg: "UTF-8")
    #expect(utf8.shortened("网格编码字段") == "网格编")
    #expect(utf8.shortened("description") == "descriptio")
  }

  @Test func `a broken shape costs its row only`() throws {
    var broken = Make.shape([ShapefileReaderTests.shell(0, 0, 1)])
    broken[36] = 9
    let table = try table(
      [.init(name: Array("n".utf8))], [[[0x31]], [[0x32]]],
      shapes: [broken, Make.shape([])])
    let read = try TableRows(table)
    #expect(read.geometries == ["none", "none"])
    #expect(
      read.faults == [
        .shapefile(.damaged(record: 1, byte: 100, .parts(9, points: 5))), nil,
      ])
  }
}
