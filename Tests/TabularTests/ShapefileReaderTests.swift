import Tabular
import Testing

@Suite struct ShapefileReaderTests {
  typealias Make = SyntheticShapefile

  /// Clockwise, as a shell runs.
  static func shell(_ x: Double, _ y: Double, _ size: Double) -> [Make.Position] {
    [(x, y), (x, y + size), (x + size, y + size), (x + size, y), (x, y)]
  }

  static func hole(_ x: Double, _ y: Double, _ size: Double) -> [Make.Position] {
    shell(x, y, size).reversed()
  }

  private func read(
    _ shapes: [[UInt8]], _ dbf: [UInt8]? = nil, prj: String? = nil, withIndex: Bool = true
  ) throws -> FeatureTable {
    let rows = shapes.indices.map { [Array("\($0)".utf8)] }
    let parts = ShapefileParts(
      shp: Make.shp(shapes), dbf: dbf ?? Make.dbf([.init(name: Array("code".utf8))], rows),
      shx: withIndex ? Make.shx(shapes) : nil, prj: prj.map { Array($0.utf8) })
    return try FeatureTable(reading: ShapefileTable(parts, file: "a.shp"))
  }

  private func wkt(_ rings: [[Make.Position]]) throws -> String {
    WKBText.text(try read([Make.shape(rings)]).features[0].geometry)
  }

  @Test(arguments: [true, false])
  func `shapes come with their attributes, with and without an index`(withIndex: Bool) throws {
    let shapes = [
      Make.shape([Self.shell(0, 0, 1)]), Make.shape([]), Make.shape([Self.shell(5, 5, 1)]),
    ]

    let table = try read(shapes, withIndex: withIndex)

    #expect(table.format == .shapefile)
    #expect(table.fields == ["code"])
    #expect(table.features.map(\.values) == [["0"], ["1"], ["2"]])
    #expect(
      table.features.map { WKBText.text($0.geometry) } == [
        "POLYGON((0 0,0 1,1 1,1 0,0 0))", "none", "POLYGON((5 5,5 6,6 6,6 5,5 5))",
      ])
    #expect(table.crs == nil)
  }

  @Test func `holes go to the smallest shell around them`() throws {
    let rings = [
      Self.hole(2, 2, 1), Self.shell(0, 0, 10), Self.shell(20, 0, 10), Self.hole(21, 1, 8),
      Self.shell(22, 2, 6), Self.hole(23, 3, 1),
    ]
    #expect(
      try wkt(rings)
        == "MULTIPOLYGON(POLYGON((0 0,0 10,10 10,10 0,0 0),(2 2,3 2,3 3,2 3,2 2)),"
        + "POLYGON((20 0,20 10,30 10,30 0,20 0),(21 1,29 1,29 9,21 9,21 1)),"
        + "POLYGON((22 2,22 8,28 8,28 2,22 2),(23 3,24 3,24 4,23 4,23 3)))")
  }

  @Test func `where a shell and its hole both run the wrong way containment decides`() throws {
    let wrong = [Self.hole(0, 0, 4), Self.shell(1, 1, 1)]
    let right = [Self.shell(10, 0, 4), Self.hole(11, 1, 1)]

    #expect(
      try wkt(wrong)
        == "POLYGON((0 0,4 0,4 4,0 4,0 0),(1 1,1 2,2 2,2 1,1 1))")
    #expect(
      try wkt(wrong + right)
        == "MULTIPOLYGON(POLYGON((0 0,4 0,4 4,0 4,0 0),(1 1,1 2,2 2,2 1,1 1)),"
        + "POLYGON((10 0,10 4,14 4,14 0,10 0),(11 1,12 1,12 2,11 2,11 1)))")
    // A part in another part stays one, for the check to refuse.
    #expect(
      try wkt([Self.shell(0, 0, 4), Self.shell(1, 1, 1)])
        == "MULTIPOLYGON(POLYGON((0 0,0 4,4 4,4 0,0 0)),POLYGON((1 1,1 2,2 2,2 1,1 1)))")
  }

  @Test func `where every ring runs the wrong way containment decides`() throws {
    let rings = [Self.hole(0, 0, 10), Self.hole(2, 2, 1), Self.hole(20, 0, 1)]
    #expect(
      try wkt(rings)
        == "MULTIPOLYGON(POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,3 2,3 3,2 3,2 2)),"
        + "POLYGON((20 0,21 0,21 1,20 1,20 0)))")
  }

  @Test func `a hole that touches its shell in a corner stays with it`() throws {
    let diamond: [Make.Position] = [(0, 5), (5, 0), (10, 5), (5, 10), (0, 5)]
    #expect(
      try wkt([Self.shell(0, 0, 10), diamond])
        == "POLYGON((0 0,0 10,10 10,10 0,0 0),(0 5,5 0,10 5,5 10,0 5))")
  }

  @Test func `an open ring is closed, a stray hole becomes a shell`() throws {
    #expect(
      try wkt([Array(Self.shell(0, 0, 1).dropLast()), Self.hole(9, 9, 1)])
        == "MULTIPOLYGON(POLYGON((0 0,0 1,1 1,1 0,0 0)),POLYGON((9 9,10 9,10 10,9 10,9 9)))")
  }

  @Test(arguments: [15, 25]) func `Z and M are dropped`(type: Int) throws {
    let shape = Make.shape(type: type, [Self.shell(0, 0, 1)], tail: 56)
    #expect(
      WKBText.text(try read([shape]).features[0].geometry) == "POLYGON((0 0,0 1,1 1,1 0,0 0))")
  }

  @Test func `points, multipoints and lines are read too`() throws {
    let point = Make.little(11) + Make.double(1) + Make.double(2) + Make.double(3) + Make.double(4)
    let multi =
      Make.little(8) + [UInt8](repeating: 0, count: 32) + Make.little(1) + Make.double(1)
      + Make.double(2)
    let line = Make.shape(type: 3, [[(0, 0), (1, 1)]])

    #expect(
      try read([point, multi, line]).features.map { WKBText.text($0.geometry) } == [
        "POINT(1 2)", "MULTIPOINT(POINT(1 2))", "MULTILINESTRING(LINESTRING(0 0,1 1))",
      ])
  }

  @Test func `deleted records are left out with their shapes`() throws {
    let shapes = (0..<3).map { Make.shape([Self.shell(Double($0) * 2, 0, 1)]) }
    let rows = (0..<3).map { [Array("\($0)".utf8)] }
    let dbf = Make.dbf([.init(name: Array("code".utf8))], rows, deleted: [1])

    let table = try read(shapes, dbf)

    #expect(table.features.map(\.number) == [1, 3])
    #expect(WKBText.text(table.features[1].geometry) == "POLYGON((4 0,4 1,5 1,5 0,4 0))")
  }

  @Test(arguments: [
    (#"GEOGCS["a",DATUM["b",AUTHORITY["EPSG","1043"]],AUTHORITY["EPSG","4490"]]"#, "EPSG:4490"),
    (#"PROJCRS["a",BASEGEOGCRS["b",ID["EPSG",4490]],ID["EPSG",4549]]"#, "EPSG:4549"),
    (#"GEOGCS["a",DATUM["b",AUTHORITY["EPSG","1043"]]]"#, nil),
    (#"LOCAL_CS["AUTHORITY[""EPSG"",""1""]"]"#, nil),
  ]) func `a prj gives the code of the whole system, else its text`(prj: String, code: String?)
    throws
  {
    #expect(try read([Make.shape([])], prj: prj).crs == code ?? prj)
    #expect(try read([Make.shape([])], prj: " \n").crs == nil)
  }

  @Test func `a table without fields and records leaves the shapes`() throws {
    let table = try read([Make.shape([Self.shell(0, 0, 1)])], Make.dbf([], []))
    #expect(table.fields.isEmpty && table.features.count == 1)
  }

  @Test func `every truncation of the shapes is refused and names the file`() {
    let shapes = [Make.shape([Self.shell(0, 0, 1)]), Make.shape([Self.shell(5, 5, 1)])]
    let whole = Make.shp(shapes)
    let dbf = Make.dbf([.init(name: Array("code".utf8))], [[[0x31]], [[0x32]]])
    for length in 4..<whole.count {
      let parts = ShapefileParts(shp: Array(whole[..<length]), dbf: dbf)
      let error = #expect(throws: TabularError.self) {
        try FeatureTable(reading: ShapefileTable(parts, file: "a.shp"))
      }
      #expect(error?.kind == .truncated && error?.path == "a.shp")
    }
    let parts = ShapefileParts(shp: Array(whole[..<200]), dbf: dbf)
    let error = #expect(throws: TabularError.self) {
      try FeatureTable(reading: ShapefileTable(parts, file: "a.shp"))
    }
    #expect(
      error?.fact == .shapefile(.truncated(bytes: 200, .announced(372))))
  }

  @Test func `a count that no file could hold is refused`() {
    var shape = Make.shape([Self.shell(0, 0, 1)])
    shape.replaceSubrange(40..<44, with: [0xFF, 0xFF, 0xFF, 0x7F])
    let error = #expect(throws: TabularError.self) { try read([shape]) }
    #expect(
      error?.fact
        == .shapefile(.damaged(record: 1, byte: 100, .parts(1, points: 2_147_483_647))))
  }

  @Test func `a multipatch, a missing table and a foreign table are refused`() {
    let patch = Make.little(31) + [UInt8](repeating: 0, count: 60)
    #expect(
      #expect(throws: TabularError.self) { try read([patch]) }?.fact
        == .shapefile(.type(31, record: 1)))
    let dbf = Make.dbf([.init(name: Array("code".utf8))], [])
    #expect(
      #expect(throws: TabularError.self) { try read([Make.shape([])], dbf) }?.fact
        == .shapefile(.foreignTable("a.dbf", shapes: 1, records: 0)))
    #expect(
      #expect(throws: TabularError.self) {
        try ShapefileTable(file: FileBytes(path: "/no/such.shp"))
      }?
      .fact == .file(.missing))
  }
}
