import Foundation
import Geometry
import Tabular
import Testing
import Warehouse

/// A folder for the files of one test.
private struct Folder: ~Copyable {
  let path = NSTemporaryDirectory() + "gewu-features-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = path + "/" + name
    try Data(bytes).write(to: URL(filePath: file))
    return file
  }
}

@Suite struct FeatureFileTests {
  private func reason(_ path: String, layer: String? = nil) -> String? {
    #expect(throws: TabularError.self) { try FeatureFile.open(path: path, layer: layer) }?
      .message
  }

  static let square = """
    {"type":"Feature","properties":{"code":"01"},"geometry":{"type":"Polygon",\
    "coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}
    """

  @Test func `the bytes decide the format, not the name`() throws {
    let folder = try Folder()
    let path = try folder.write("a.shp", Array(Self.square.utf8))

    let table = try FeatureFile.open(path: path)

    #expect(table.format == .geojson)
    let boundary = try WellKnownBinary.decodeMultiPolygon(
      try #require(table.features.first?.geometry))
    #expect(boundary.vertexCount == 4)
  }

  @Test func `GeoJSON in GB18030 is read when that is said`() throws {
    let folder = try Folder()
    let text = Array(#"{"type":"Feature","geometry":null,"properties":{"n":""#.utf8)
    let path = try folder.write("a.json", text + [0xCD, 0xF8, 0xB8, 0xF1] + Array(#""}}"#.utf8))

    #expect(
      try FeatureFile.open(path: path, encoding: "GBK").features.first?.values == ["网格"])
    #expect(
      reason(path) == "line 1, byte 53: not UTF-8, which GeoJSON must be; convert the file, "
        + "or name its encoding (for example GB18030)")
  }

  @Test func `bad files are refused with one clear message`() throws {
    let folder = try Folder()

    #expect(reason(folder.path + "/no.geojson") == "there is no such file; check the path")
    #expect(reason(folder.path) == "is a directory; name the file inside it")
    #expect(
      reason(try folder.write("empty.geojson", [])) == "is empty; export it again")
    #expect(
      reason(try folder.write("a.csv", Array("a,b\n1,2\n".utf8)))
        == "this is neither GeoJSON nor a Shapefile (.shp) nor a GeoPackage; "
        + "convert it to one of them")
    #expect(
      reason(try folder.write("a.zip", [0x50, 0x4B, 3, 4, 0]))
        == "this is a ZIP archive (or a workbook); unpack it and name the file in it")
    #expect(
      reason(try folder.write("a.shp", Array("shape".utf8)))
        == "this is not a Shapefile, whatever its name; export it again")
    #expect(
      reason(try folder.write("list.json", Array("[1]".utf8)))
        == "this is not GeoJSON, which begins with '{'; export it again")
    #expect(
      reason(try folder.write("a.dbf", [3, 1, 1, 1]))
        == "this is a companion of a Shapefile; name its .shp")
    #expect(
      reason(try folder.write("a.gpkg", Array("not a database".utf8)))
        == "this is not a GeoPackage or is truncated; copy or export it again")
    #expect(
      reason(try folder.write("cut.geojson", Array(Self.square.utf8.prefix(100))))
        == "line 1, byte 100: the file ends in the middle of a value; it is truncated")
    #expect(
      reason(try folder.write("a.geojson", Array(Self.square.utf8)), layer: "x")
        == "only a GeoPackage has layers, and this is none; leave the layer 'x' out")
    let shp = [0, 0, 0x27, 0x0A] + [UInt8](repeating: 0, count: 50)
    let alone = try folder.write("alone.shp", shp)
    #expect(
      reason(alone) == "its table of attributes \(folder.path)/alone.dbf is missing; "
        + "copy all parts of the Shapefile")
  }
}
