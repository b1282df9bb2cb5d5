import Foundation
import Geometry
import Tabular
import TestSupport
import Testing
import Warehouse

@Suite struct FeatureFileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    try folder.write(Data(bytes), as: name)
  }

  private func reason(_ path: String, layer: String? = nil) -> TabularFact? {
    #expect(throws: TabularError.self) { try FeatureFile.open(path: path, layer: layer) }?
      .fact
  }

  static let square = """
    {"type":"Feature","properties":{"code":"01"},"geometry":{"type":"Polygon",\
    "coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}
    """

  @Test func `the bytes decide the format, not the name`() throws {
    let path = try write("a.shp", Array(Self.square.utf8))

    let table = try FeatureFile.open(path: path)

    #expect(table.format == .geojson)
    let boundary = try WellKnownBinary.decodeMultiPolygon(
      try #require(table.features.first?.geometry))
    #expect(boundary.vertexCount == 4)
  }

  @Test func `GeoJSON in GB18030 is read when that is said`() throws {
    let text = Array(#"{"type":"Feature","geometry":null,"properties":{"n":""#.utf8)
    let path = try write("a.json", text + [0xCD, 0xF8, 0xB8, 0xF1] + Array(#""}}"#.utf8))

    #expect(
      try FeatureFile.open(path: path, encoding: "GBK").features.first?.values == ["网格"])
    #expect(reason(path) == .geoJSON(.notUTF8, at: TextPlace(line: 1, byte: 53)))
  }

  @Test func `bad files are refused with one clear message`() throws {

    #expect(reason(folder.path("no.geojson")) == .file(.missing))
    #expect(reason(folder.url.path) == .file(.directory))
    #expect(reason(try write("empty.geojson", [])) == .file(.empty))
    #expect(
      reason(try write("a.csv", Array("a,b\n1,2\n".utf8))) == .format(.noFeatures))
    #expect(
      reason(try write("a.zip", [0x50, 0x4B, 3, 4, 0])) == .format(.archiveOrWorkbook))
    #expect(reason(try write("a.shp", Array("shape".utf8))) == .format(.notShapefile))
    #expect(reason(try write("list.json", Array("[1]".utf8))) == .format(.notGeoJSON))
    #expect(reason(try write("a.dbf", [3, 1, 1, 1])) == .format(.companion))
    #expect(
      reason(try write("a.gpkg", Array("not a database".utf8)))
        == .geoPackage(.notAGeoPackage))
    #expect(
      reason(try write("cut.geojson", Array(Self.square.utf8.prefix(100))))
        == .json(.truncated, at: TextPlace(line: 1, byte: 100)))
    #expect(
      reason(try write("a.geojson", Array(Self.square.utf8)), layer: "x")
        == .geoPackage(.noLayers(named: "x")))
    let shp = [0, 0, 0x27, 0x0A] + [UInt8](repeating: 0, count: 50)
    let alone = try write("alone.shp", shp)
    #expect(reason(alone) == .shapefile(.noTable("\(folder.url.path)/alone.dbf")))
  }
}
