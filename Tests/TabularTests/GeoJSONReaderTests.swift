import Tabular
import Testing

@Suite struct GeoJSONReaderTests {
  private func read(_ text: String) throws -> FeatureTable {
    try read(Array(text.utf8))
  }

  private func read(_ bytes: [UInt8]) throws -> FeatureTable {
    try FeatureTable(reading: GeoJSONTable(file: FileBytes(path: "a.geojson", copying: bytes)))
  }

  private func geometry(_ text: String) throws -> String {
    let feature = #"{"type":"Feature","properties":null,"geometry":\#(text)}"#
    return WKBText.text(try read(feature).features[0].geometry)
  }

  @Test func `a NUL in a text is refused as it is in delimited text`() {
    let text = #"{"type":"Feature","properties":{"s":"a\u0000b"},"geometry":null}"#
    let error = #expect(throws: TabularError.self) { try read(text) }
    #expect(error.map { "\($0.fact)" }?.contains("nul") == true)
  }

  @Test func `a collection gives its fields, texts and boundaries in order`() throws {
    let table = try read(
      """
      {"type": "FeatureCollection",
       "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4490"}},
       "features": [
        {"type": "Feature", "properties": {"code": "012345", "n": 1.50, "名称": "网格\\u4e00"},
         "geometry": {"type": "Polygon", "coordinates": [[[0,0],[4,0,9],[4,4],[0,0]]]}},
        {"type": "Feature", "properties": {"code": null, "ok": true, "n": 1e3},
         "geometry": null}
       ]}
      """)

    #expect(table.format == .geojson)
    #expect(table.crs == "EPSG:4490")
    #expect(table.fields == ["code", "n", "名称", "ok"])
    #expect(table.features.map(\.number) == [1, 2])
    #expect(table.features[0].values == ["012345", "1.50", "网格一", nil])
    #expect(table.features[1].values == [nil, "1e3", nil, "true"])
    #expect(WKBText.text(table.features[0].geometry) == "POLYGON((0 0,4 0,4 4,0 0))")
    #expect(table.features[1].geometry == nil)
  }

  @Test(arguments: [
    (#"{"type":"Point","coordinates":[-1.5,2e-1]}"#, "POINT(-1.5 0.2)"),
    (#"{"coordinates":[1,2],"type":"Point"}"#, "POINT(1 2)"),
    (#"{"type":"LineString","coordinates":[[0,0],[1,1]]}"#, "LINESTRING(0 0,1 1)"),
    (#"{"type":"MultiPoint","coordinates":[[0,0],[1,1]]}"#, "MULTIPOINT(POINT(0 0),POINT(1 1))"),
    (
      #"{"type":"MultiLineString","coordinates":[[[0,0],[1,1]]]}"#,
      "MULTILINESTRING(LINESTRING(0 0,1 1))"
    ),
    (
      #"{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]}"#,
      "MULTIPOLYGON(POLYGON((0 0,1 0,1 1,0 0)),POLYGON((5 5,6 5,6 6,5 5)))"
    ),
    (
      #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}"#,
      "GEOMETRYCOLLECTION(POINT(1 2))"
    ),
  ]) func `every kind of geometry becomes well-known binary`(text: String, wkt: String) throws {
    #expect(try geometry(text) == wkt)
  }

  @Test(arguments: [
    "{\"type\":\"Feature\",\"properties\":{\"a\":1},\"geometry\":null}\n"
      + "{\"type\":\"Feature\",\"properties\":{\"a\":2},\"geometry\":null}\n",
    "\u{1E}{\"type\":\"Feature\",\"properties\":{\"a\":1},\"geometry\":null}\n"
      + "\u{1E}{\"type\":\"Feature\",\"properties\":{\"a\":2},\"geometry\":null}\n",
  ]) func `a sequence of features is read like a collection`(text: String) throws {
    let table = try read(text)

    #expect(table.features.map(\.values) == [["1"], ["2"]])
  }

  @Test(arguments: [
    ("null", "CRS84"),
    (#"{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}"#, "CRS84"),
    (#"{"type":"name","properties":{"name":"EPSG:2263"}}"#, "EPSG:2263"),
    (#"{"type":"EPSG","properties":{"code":4490}}"#, "EPSG:4490"),
    (#"{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG:9.8:4549"}}"#, "EPSG:4549"),
  ]) func `the crs member is named in one form`(member: String, crs: String) throws {
    let table = try read(#"{"crs":\#(member),"features":[],"type":"FeatureCollection"}"#)
    #expect(table.crs == crs)
  }

  @Test func `the id of a feature is a field, unless a property has that name`() throws {
    let table = try read(
      """
      {"type":"FeatureCollection","features":[
      {"id":7,"type":"Feature","properties":{"a":"x"},"geometry":null},
      {"id":8,"type":"Feature","properties":{"id":"own"},"geometry":null}]}
      """)
    #expect(table.fields == ["a", "id"])
    #expect(table.features.map(\.values) == [["x", "7"], [nil, "own"]])
  }

  @Test func `nested properties stay as the file writes them, escapes are resolved`() throws {
    let table = try read(
      #"{"type":"Feature","geometry":null,"properties":{"a":[1, {"b": 2.0}],"c":"\"\\\/\b\f\n\r\t\ud842\udfb7"}}"#
    )
    #expect(table.features[0].values == [#"[1, {"b": 2.0}]"#, "\"\\/\u{8}\u{c}\n\r\t𠮷"])
  }

  @Test func `a number becomes the nearest double`() throws {
    let numbers = [
      "0", "-0.0", "0.1", "-1.5469034920000001", "121.47370012345678901234567890",
      "9007199254740993", "9007199254740992", "1e22", "1e23", "123456789.123456789e-9", "5e-324",
      "2.2250738585072011e-308", "1.7976931348623157e308", "0.000000000000000000000001",
      "8.5e-22", "123456789012345678",
    ]
    for number in numbers {
      let point = try geometry(#"{"type":"Point","coordinates":[\#(number),0]}"#)
      let expected = try #require(Double(number))
      let shown = "\(expected)"
      #expect(point == "POINT(\(shown.hasSuffix(".0") ? String(shown.dropLast(2)) : shown) 0)")
    }
  }

  @Test func `two thousand random numbers become the nearest double`() throws {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 11
    }
    for _ in 0..<2_000 {
      let digits = String(String(next()).prefix(Int(next() % 16) + 1))
      let text = "\(next() % 2 == 0 ? "-" : "")\(next() % 180).\(digits)"
      let wkt = try geometry(#"{"type":"Point","coordinates":[\#(text),0.5]}"#)
      let expected = "\(try #require(Double(text)))"
      let shown = expected.hasSuffix(".0") ? String(expected.dropLast(2)) : expected
      #expect(wkt == "POINT(\(shown) 0.5)")
    }
  }

  @Test(
    arguments: [
      ("", .geoJSON(.blank, at: nil)),
      ("[1]", .json(.needs(.geoJSONObject, found: 0x5B), at: TextPlace(line: 1, byte: 0))),
      (#"{"a":1}"#, .geoJSON(.notGeoJSON(type: nil), at: TextPlace(line: 1, byte: 0))),
      (
        #"{"type":"Topology"}"#,
        .geoJSON(.notGeoJSON(type: "Topology"), at: TextPlace(line: 1, byte: 0))
      ),
      (
        "{\"type\":\"FeatureCollection\"}",
        .geoJSON(.noFeatures, at: TextPlace(line: 1, byte: 0))
      ),
      (
        "{\"type\":\"FeatureCollection\",\n\"features\":[1]}",
        .json(.needs(.object, found: 0x31), at: TextPlace(line: 2, byte: 41))
      ),
      (
        #"{"type":"FeatureCollection","features":[]} x"#,
        .geoJSON(.moreText, at: TextPlace(line: 1, byte: 43))
      ),
      (
        #"{"type":"Feature","properties":{"a":1,"a":2}}"#,
        .geoJSON(.propertyTwice, at: TextPlace(line: 1, byte: 0))
      ),
      (
        #"{"type":"Feature","properties":{"a":01}}"#,
        .json(.needs(.commaOrBrace, found: 0x31), at: TextPlace(line: 1, byte: 37))
      ),
      (
        #"{"type":"Feature","properties":{"a":"\ud800"}}"#,
        .json(.halfPair, at: TextPlace(line: 1, byte: 37))
      ),
      (
        #"{"type":"Feature","properties":{"a":nul"#,
        .json(.truncated, at: TextPlace(line: 1, byte: 39))
      ),
      (
        "{\"type\":\"Feature\",\"properties\":{\"a\":\"\u{1}\"}}",
        .json(.controlCharacter(1), at: TextPlace(line: 1, byte: 37))
      ),
    ] as [(String, TabularFact)])
  func `a fault is named with its line and byte`(text: String, fact: TabularFact) {
    let error = #expect(throws: TabularError.self) { try read(text) }
    #expect(error?.fact == fact && error?.path == "a.geojson")
  }

  /// Where a fault is that is compared without its place.
  private static let start = TextPlace(line: 1, byte: 0)

  @Test(
    arguments: [
      (
        #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}"#,
        .geoJSON(.openRing, at: nil)
      ),
      (
        #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}"#,
        .geoJSON(.shortRing(positions: 3), at: nil)
      ),
      (
        #"{"type":"Point","coordinates":[1]}"#,
        .json(.needs(.secondCoordinate, found: 0x5D), at: Self.start)
      ),
      (
        #"{"type":"Point","coordinates":[null,1]}"#,
        .json(.needs(.number, found: 0x6E), at: Self.start)
      ),
      (#"{"type":"Point","coordinates":[1e999,1]}"#, .json(.tooLarge("1e999"), at: Self.start)),
      (#"{"type":"Curve","coordinates":[1,2]}"#, .geoJSON(.noSuchGeometry(type: "Curve"), at: nil)),
      (#"{"type":"Point"}"#, .geoJSON(.incompleteGeometry, at: nil)),
    ] as [(String, TabularFact)]) func `a fault of a geometry is named`(
      text: String, fact: TabularFact
    )
  {
    let error = #expect(throws: TabularError.self) { try geometry(text) }
    switch error?.fact {
    case .json(let found, _): #expect(.json(found, at: Self.start) == fact)
    case .geoJSON(let found, let place):
      #expect(.geoJSON(found, at: nil) == fact && place != nil)
    default: Issue.record("another fault: \(String(describing: error))")
    }
  }

  @Test func `text that is not UTF-8 is refused at its first byte`() {
    let bytes = Array("{\n\"type\":\"".utf8) + [0xB9, 0xE3, 0xD6, 0xDD]
    let error = #expect(throws: TabularError.self) {
      try read(bytes)
    }
    #expect(error?.kind == .encoding)
    #expect(error?.fact == .geoJSON(.notUTF8, at: TextPlace(line: 2, byte: 10)))
  }

  @Test func `a mark of UTF-8 at the start is skipped, deep nesting refused`() throws {
    #expect(try read("\u{FEFF}{\"type\":\"FeatureCollection\",\"features\":[]}").features.isEmpty)
    let deep = String(repeating: "[", count: 100_000)
    let error = #expect(throws: TabularError.self) {
      try read(#"{"type":"Feature","properties":{"a":\#(deep)"#)
    }
    guard case .json(.tooDeep(limit: 200), _) = error?.fact else {
      Issue.record("another fault: \(String(describing: error))")
      return
    }
  }

  @Test func `every truncation is refused`() throws {
    let whole = Array(
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":"é\n"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1.5,0],[1,1],[0,0]]]}}]}"#
        .utf8)
    for length in 0..<whole.count {
      #expect(throws: TabularError.self) {
        try read(Array(whole[..<length]))
      }
    }
  }
}
