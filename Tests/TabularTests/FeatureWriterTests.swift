import DemoDistrict
import Foundation
import Tabular
import Testing

@Suite struct FeatureWriterTests {
  static let point = WKBBytes.point(120.25, 30.5)
  static let shell: [(Double, Double)] = [(0, 0), (4, 0), (4, 4), (0, 4), (0, 0)]
  static let hole: [(Double, Double)] = [(1, 1), (1, 2), (2, 2), (2, 1), (1, 1)]

  private func temporary(_ name: String, _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder + "/" + name)
  }

  @Test(arguments: [ShapefileWriter.Texts.utf8, .gbk])
  func `a Shapefile is read as it was written`(texts: ShapefileWriter.Texts) throws {
    try temporary("a.shp") { path in
      let writer = try ShapefileWriter(
        path: path, shape: .polygon,
        columns: [
          .text("网格编码字段", width: 12), .number("n", width: 18), .date("day"), .logical("ok"),
        ], texts: texts, projection: ProjectionText.text(epsg: 4490))
      try writer.write(
        [.text("中文"), .number("012345"), .date("2024-01-31"), .boolean(false)],
        geometry: WKBBytes.polygon([Self.shell, Self.hole]))
      try writer.write([.empty, .empty, .empty, .empty], geometry: nil)
      try writer.finish()

      let file = try ShapefileTable(file: FileBytes(path: path))
      let read = try TableRows(file)

      #expect(read.names[0] == file.shortened("网格编码字段"))
      #expect(
        read.rows == [
          [.text("中文"), .text("012345"), .date("2024-01-31"), .boolean(false)],
          [.empty, .empty, .empty, .empty],
        ])
      #expect(
        read.geometries == [
          "POLYGON((0 0,0 4,4 4,4 0,0 0),(1 1,2 1,2 2,1 2,1 1))", "none",
        ])
      #expect(file.crs?.hasPrefix("GEOGCS[\"GCS_China_Geodetic") == true)
    }
  }

  @Test func `points and lines are written too`() throws {
    try temporary("p.shp") { path in
      let points = try ShapefileWriter(path: path, shape: .point, columns: [.text("a", width: 1)])
      try points.write([.text("x")], geometry: Self.point)
      try points.finish()
      #expect(
        try TableRows(ShapefileTable(file: FileBytes(path: path))).geometries
          == ["POINT(120.25 30.5)"])
      let lines = try ShapefileWriter(path: path, shape: .line, columns: [.text("a", width: 1)])
      try lines.write([.empty], geometry: WKBBytes.line(Self.hole))
      try lines.finish()
      #expect(
        try TableRows(ShapefileTable(file: FileBytes(path: path))).geometries
          == ["MULTILINESTRING(LINESTRING(1 1,1 2,2 2,2 1,1 1))"])
    }
  }

  @Test func `what does not fit is refused with its record and field`() throws {
    try temporary("a.shp") { path in
      let writer = try ShapefileWriter(path: path, shape: .point, columns: [.text("名", width: 3)])
      var error = #expect(throws: DemoError.self) {
        try writer.write([.text("中文")], geometry: nil)
      }
      #expect(
        error?.message
          == "\(path.dropLast(4)).dbf: record 1, field 名: takes 6 bytes and the field has 3: 中文")
      error = #expect(throws: DemoError.self) {
        try writer.write([.empty], geometry: WKBBytes.line(Self.hole))
      }
      #expect(
        error?.message
          == "\(path): record 1 is a lineString, not a point as the Shapefile")
    }
  }

  @Test func `GeoJSON is one feature a line`() throws {
    try temporary("a.geojson") { path in
      let writer = try GeoJSONWriter(
        path: path, names: ["id", "名\"", "d", "e"], crs: "urn:ogc:def:crs:EPSG::4490")
      try writer.write(
        [.number("330106199001011237"), .text("中\n"), .date("2024-01-31"), .empty],
        geometry: WKBBytes.polygon([Self.hole]))
      try writer.write([.number("007"), .boolean(true), .error("#N/A"), .empty], geometry: nil)
      try writer.finish()
      #expect(
        try String(contentsOfFile: path, encoding: .utf8) == """
          {"type":"FeatureCollection","crs":{"type":"name","properties":\
          {"name":"urn:ogc:def:crs:EPSG::4490"}},"features":[
          {"type":"Feature","properties":{"id":330106199001011237,"名\\"":"中\\n",\
          "d":"2024-01-31","e":null},"geometry":{"type":"Polygon","coordinates":\
          [[[1.0,1.0],[2.0,1.0],[2.0,2.0],[1.0,2.0],[1.0,1.0]]]}},
          {"type":"Feature","properties":{"id":"007","名\\"":true,"d":"#N/A","e":null},\
          "geometry":null}
          ]}

          """)
    }
  }

  @Test
  func `polygons of GeoJSON run as RFC 7946 asks, those of several parts and collections too`()
    throws
  {
    let turned = WKBBytes.polygon([Self.shell.reversed(), Self.hole.reversed()])
    let polygon =
      "[[[0.0,0.0],[4.0,0.0],[4.0,4.0],[0.0,4.0],[0.0,0.0]],"
      + "[[1.0,1.0],[1.0,2.0],[2.0,2.0],[2.0,1.0],[1.0,1.0]]]"
    let shapes: [(wkb: [UInt8], json: String)] = [
      (turned, #"{"type":"Polygon","coordinates":\#(polygon)}"#),
      (
        WKBBytes.polygon([Self.shell, Self.hole]), #"{"type":"Polygon","coordinates":\#(polygon)}"#
      ),
      (
        [1, 6, 0, 0, 0, 1, 0, 0, 0] + turned,
        #"{"type":"MultiPolygon","coordinates":[\#(polygon)]}"#
      ),
      (
        [1, 7, 0, 0, 0, 1, 0, 0, 0] + turned,
        #"{"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":\#(polygon)}]}"#
      ),
    ]
    for shape in shapes {
      try temporary("a.geojson") { path in
        let writer = try GeoJSONWriter(path: path, names: [])
        try writer.write([], geometry: shape.wkb)
        try writer.finish()
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains("\"geometry\":" + shape.json + "}\n"))
      }
    }
  }
}
