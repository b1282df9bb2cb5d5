import Foundation
import Geometry
import Tabular
import Testing
import Warehouse

/// Whether GDAL's program is where programs are looked for.
private let hasGDAL = ["/usr/bin/ogr2ogr", "/usr/local/bin/ogr2ogr"].contains {
  FileManager.default.isExecutableFile(atPath: $0)
}

/// Formats that GDAL reads for us, and Shapefiles in archives.
@Suite struct `Files of features in other formats` {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")

  private func write(_ name: String, _ text: String) throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: name).path
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  private static let ring = "116,39 116.1,39 116.1,39.1 116,39.1 116,39"

  private static let kml = """
    <?xml version="1.0" encoding="utf-8"?>
    <kml xmlns="http://www.opengis.net/kml/2.2"><Document id="d">
    <Schema name="s" id="s"><SimpleField name="code" type="string"/></Schema>
    <Folder><name>格</name><Placemark><name>甲</name>
    <ExtendedData><SchemaData schemaUrl="#s"><SimpleData name="code">007</SimpleData></SchemaData>\
    </ExtendedData><Polygon><outerBoundaryIs><LinearRing><coordinates>\(ring)</coordinates>\
    </LinearRing></outerBoundaryIs></Polygon></Placemark></Folder></Document></kml>
    """

  private static let gml = """
    <?xml version="1.0" encoding="utf-8"?>
    <ogr:FeatureCollection xmlns:ogr="http://ogr.maptools.org/" \
    xmlns:gml="http://www.opengis.net/gml/3.2"><ogr:featureMember><ogr:cell gml:id="c.0">
    <ogr:geometryProperty><gml:Polygon gml:id="c.0.g" srsName="urn:ogc:def:crs:OGC:1.3:CRS84">\
    <gml:exterior><gml:LinearRing><gml:posList>116 39 116.1 39 116.1 39.1 116 39.1 116 39\
    </gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></ogr:geometryProperty>
    <ogr:code>007</ogr:code></ogr:cell></ogr:featureMember></ogr:FeatureCollection>
    """

  private static let mif = """
    Version 300
    Charset "Neutral"
    Delimiter ","
    CoordSys Earth Projection 1, 104
    Columns 1
      code Char(10)
    Data

    Region  1
      5
    116 39
    116.1 39
    116.1 39.1
    116 39.1
    116 39
    """

  private static let topoJSON = """
    {"type":"Topology","objects":{"x":{"type":"GeometryCollection","geometries":[{"type":"Polygon",\
    "arcs":[[0]],"properties":{"code":"007"}}]}},"arcs":[[[116,39],[116.1,39],[116.1,39.1],\
    [116,39.1],[116,39]]]}
    """

  @Test(
    .enabled(if: hasGDAL),
    arguments: [
      ("a.kml", kml), ("b.xml", kml), ("a.gml", gml), ("a.mif", mif), ("a.json", topoJSON),
    ])
  func `features are read with their texts as they are`(name: String, text: String) throws {
    let path = try write(name, text)
    defer { try? FileManager.default.removeItem(at: folder) }
    if name.hasSuffix(".mif") { _ = try write("a.mid", "\"007\"\n") }

    let table = try FeatureFile.open(path: path)
    let file = try DepartmentFile.open(path: path)

    let code = try #require(table.fields.firstIndex(of: "code"))
    #expect(table.features.map { $0.values[code] } == ["007"])
    let boundary = try WellKnownBinary.decodeMultiPolygon(
      try #require(table.features.first?.geometry))
    #expect(abs(boundary.area - 0.01) < 1e-9)
    // The batch is known by the file itself, and not by what it was turned into.
    #expect(file.path == path && file.parts.first?.path == path)
    #expect(file.parts.count == (name.hasSuffix(".mif") ? 2 : 1))
  }

  // Fiona#1311, geoparquet-io#643
  @Test(.enabled(if: hasGDAL))
  func `arcs become lines, the same on both sides of a border`() throws {
    func ring(_ id: String, _ parts: String) -> String {
      """
      <gml:featureMember><ogr:cell gml:id="c\(id)"><ogr:geom><gml:Polygon gml:id="p\(id)" \
      srsName="urn:ogc:def:crs:OGC:1.3:CRS84"><gml:exterior><gml:Ring><gml:curveMember>\
      <gml:Curve gml:id="k\(id)"><gml:segments>\(parts)</gml:segments></gml:Curve>\
      </gml:curveMember></gml:Ring></gml:exterior></gml:Polygon></ogr:geom>\
      <ogr:code>\(id)</ogr:code></ogr:cell></gml:featureMember>
      """
    }
    func line(_ list: String) -> String {
      "<gml:LineStringSegment><gml:posList>\(list)</gml:posList></gml:LineStringSegment>"
    }
    func arc(_ list: String) -> String { "<gml:Arc><gml:posList>\(list)</gml:posList></gml:Arc>" }
    let path = try write(
      "arc.gml",
      """
      <ogr:FeatureCollection xmlns:ogr="http://ogr.maptools.org/" \
      xmlns:gml="http://www.opengis.net/gml/3.2" gml:id="a">
      \(ring("a", line("116 39 117 39") + arc("117 39 117.2 39.5 117 40") + line("117 40 116 40 116 39")))
      \(ring("b", line("117 39 118 39 118 40 117 40") + arc("117 40 117.2 39.5 117 39")))
      </ogr:FeatureCollection>
      """)
    defer { try? FileManager.default.removeItem(at: folder) }

    let cells = try FeatureFile.open(path: path).features.map {
      try WellKnownBinary.decodeMultiPolygon(try #require($0.geometry))
    }

    #expect(cells.count == 2)
    #expect(abs(cells.reduce(0) { $0 + $1.area } - 2) < 1e-9)
    let border = cells.map { cell in
      Set(cell.rings.flatMap(\.coordinates).filter { (117...117.5).contains($0.x) })
    }
    #expect(border[0].count > 10 && border[0] == border[1])
  }

  @Test(.enabled(if: hasGDAL))
  func `what GDAL cannot read is one failure of the file`() throws {
    let path = try write("a.kml", "<kml><Document><Placemark></Document>")
    defer { try? FileManager.default.removeItem(at: folder) }

    let error = #expect(throws: TabularError.self) { try FeatureFile.open(path: path) }

    #expect(error?.path == path)
    guard case .foreign(.failed(.kml, _)) = error?.fact else {
      Issue.record("another fault: \(String(describing: error))")
      return
    }
  }

  @Test(.enabled(if: hasGDAL))
  func `nothing is left in the folder for temporary files`() throws {
    // Other tests make such folders at the same time, and remove them.
    let mark = UUID().uuidString
    let path = try write("a.kml", Self.kml.replacing("甲", with: mark))
    defer { try? FileManager.default.removeItem(at: folder) }
    func isLeft() throws -> Bool {
      let base = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
      return try FileManager.default.contentsOfDirectory(atPath: base).contains { name in
        let converted = try? Data(contentsOf: URL(filePath: "\(base)/\(name)/converted.gpkg"))
        return converted?.firstRange(of: Data(mark.utf8)) != nil
      }
    }

    var file: (any TableFile)? = try DepartmentFile.open(path: path)
    #expect(try isLeft())
    _ = try file?.rows(TableDialect()).next()
    file = nil

    #expect(try !isLeft())
  }
}
