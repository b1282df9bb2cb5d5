import Tabular
import Testing

@Suite struct GeoJSONTableTests {
  private func table(_ text: String, declared: TextEncoding? = nil) throws -> GeoJSONTable {
    try GeoJSONTable(file: FileBytes(path: "a.json", copying: Array(text.utf8)), declared: declared)
  }

  static let collection = """
    {"type":"FeatureCollection","name":"x","crs":{"type":"name","properties":{"name":"EPSG:4490"}},
    "features":[
    {"type":"Feature","properties":{"a":"中\\n文","n":330106199001011237},"geometry":
    {"type":"Point","coordinates":[1,2]}},
    {"type":"Feature","id":7,"properties":{"n":0.10,"late":{"b":[1, 2]},"ok":true},
    "geometry":null},
    {"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,1],[0,0]]]},"properties":null,
    "type":"Feature"}
    ]}
    """

  private static func feature(_ geometryCRS: String?) -> String {
    let crs = geometryCRS.map {
      #","crs":{"type":"name","properties":{"name":"\#($0)"}}"#
    }
    return
      #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[4,50]\#(crs ?? "")}}"#
  }

  private static func collection(_ crs: String?, _ features: [String?]) -> String {
    let named = crs.map { #""crs":{"type":"name","properties":{"name":"\#($0)"}},"# }
    let list = features.map(feature).joined(separator: ",")
    return #"{"type":"FeatureCollection",\#(named ?? "")"features":[\#(list)]}"#
  }

  @Test func `a geometry that names its reference system is read in it, as PostGIS writes it`()
    throws
  {
    let texts = [
      Self.collection(nil, ["EPSG:4313", "EPSG:4313"]),
      Self.collection("EPSG:4313", ["EPSG:4313", nil]),
      #"{"type":"Point","coordinates":[4,50],"crs":{"type":"name","properties":{"name":"EPSG:4313"}}}"#,
      #"{"type":"Feature","properties":{},"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[4,50],"crs":{"type":"name","properties":{"name":"EPSG:4313"}}}]}}"#,
    ]
    for text in texts { #expect(try table(text).crs == "EPSG:4313") }
    #expect(try table(Self.collection(nil, ["EPSG:4326", nil])).crs == "EPSG:4326")
  }

  @Test(arguments: [
    (collection(nil, ["EPSG:4313", nil]), "EPSG:4313", "CRS84"),
    (collection(nil, ["EPSG:4313", "EPSG:4490"]), "EPSG:4313", "EPSG:4490"),
    (collection("EPSG:4490", [nil, "EPSG:4313"]), "EPSG:4490", "EPSG:4313"),
  ]) func `two reference systems in one file are refused`(text: String, a: String, b: String) {
    #expect {
      try table(text)
    } throws: { error in
      guard case .geoJSON(.twoCRS(let first, let second), _) = (error as? TabularError)?.fact else {
        return false
      }
      return first == a && second == b
    }
  }

  @Test func `rows follow the names of all properties of all features`() throws {
    let table = try table(Self.collection)
    let read = try TableRows(table)
    #expect(table.crs == "EPSG:4490")
    #expect(read.names == ["a", "n", "late", "ok", "id"])
    #expect(
      read.rows == [
        [.text("中\n文"), .text("330106199001011237"), .empty, .empty, .empty],
        [.empty, .number("0.10"), .text(#"{"b":[1, 2]}"#), .boolean(true), .number("7")],
        [.empty, .empty, .empty, .empty, .empty],
      ])
    #expect(read.lines == [3, 5, 7])
    #expect(read.geometries == ["POINT(1 2)", "none", "none"])
    #expect(
      read.faults == [
        nil, nil, .geoJSON(.shortRing(positions: 3), at: TextPlace(line: 7, byte: 374)),
      ])
    #expect(
      read.raws[1] == #"[null,0.10,"{\"b\":[1, 2]}",true,7]"#)
  }

  @Test func `long whole numbers are exact, and coordinates without positions are none`() throws {
    let read = try TableRows(
      table(
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"n":1234567890123456},"geometry":
        {"type":"Point","coordinates":[]}},
        {"type":"Feature","properties":{"n":-110101199003070012},"geometry":
        {"coordinates":[ [] ],"type":"Polygon"}},
        {"type":"Feature","properties":{"n":123456789012345},"geometry":
        {"type":"MultiPoint","coordinates":[[]]}},
        {"type":"Feature","properties":{"n":1},"geometry":{"type":"Point","coordinates":[1]}}
        ]}
        """))
    #expect(
      read.rows == [
        [.text("1234567890123456")], [.text("-110101199003070012")], [.number("123456789012345")],
        [.number("1")],
      ])
    #expect(read.geometries.prefix(3) == ["none", "none", "none"])
    #expect(read.faults.map { $0 == nil } == [true, true, true, false])
  }

  @Test(arguments: ["\n", "\u{1E}"])
  func `a sequence of features is a table too`(separator: String) throws {
    let feature = #"{"type":"Feature","properties":{"a":1},"geometry":null}"#
    let read = try TableRows(table("\(separator)\(feature)\n\(separator)\(feature)\n"))
    #expect(read.rows == [[.number("1")], [.number("1")]])
  }

  @Test func `a fault anywhere is told before the first row`() throws {
    let error = #expect(throws: TabularError.self) {
      try table(Self.collection.replacing("null,\n", with: "nul,\n"))
    }
    #expect(
      error?.fact
        == .json(
          .needs(.value, found: UInt8(ascii: "n")), at: TextPlace(line: 7, byte: 409)))
    let twice = #expect(throws: TabularError.self) {
      try table(#"{"type":"Feature","properties":{"a":1,"a":2},"geometry":null}"#)
    }
    #expect(twice?.fact == .geoJSON(.propertyTwice, at: TextPlace(line: 1, byte: 0)))
  }

  @Test func `an empty collection has no rows`() throws {
    #expect(try TableRows(table(#"{"type":"FeatureCollection","features":[ ]}"#)).rows.isEmpty)
  }
}
