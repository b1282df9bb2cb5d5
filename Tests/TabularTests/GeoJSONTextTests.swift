import Foundation
import Geometry
import Tabular
import Testing

private func ring(_ points: (Double, Double)...) -> Ring {
  Ring(points.map { Coordinate(x: $0.0, y: $0.1) })
}

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

@Suite struct `GeoJSON` {
  @Test func `shells run counter-clockwise and holes clockwise, whatever they came as`() {
    let polygon = Polygon(rings: [
      ring((0, 0), (0, 4), (4, 4), (4, 0)), ring((1, 1), (2, 1), (2, 2), (1, 2)),
    ])
    #expect(
      text(GeoJSONText.geometry(MultiPolygon([polygon]), .drawn))
        == #"{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]],"#
        + "[[1,1],[1,2],[2,2],[2,1],[1,1]]]}")
  }

  @Test func `several parts are a multipolygon, and none is an empty one`() throws {
    let part = Polygon(rings: [ring((0, 0), (1, 0), (1, 1))])
    let several = text(GeoJSONText.geometry(MultiPolygon([part, part]), .drawn))
    #expect(several.hasPrefix(#"{"type":"MultiPolygon","coordinates":[[[[0,0],"#))
    #expect(
      text(GeoJSONText.geometry(MultiPolygon([]), .drawn))
        == #"{"type":"MultiPolygon","coordinates":[]}"#)
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (1.5, "1.5"), (-1.5491234567, "-1.5491235"), (120, "120"),
    (-0.00000004, "0"), (0.0000001, "0.0000001"), (179.99999999, "180"), (.nan, "null"),
    (.infinity, "null"),
  ])
  func `degrees have seven decimals and no trailing zeros`(degrees: Double, text: String) {
    var output: [UInt8] = []
    JSONText.append(degrees: degrees, to: &output)
    #expect(String(decoding: output, as: UTF8.self) == text)
  }

  @Test func `a collection is JSON with its members, ids and properties`() throws {
    var writer = GeoJSONText(.drawn, members: [("generation", Array("3".utf8))])
    let part = MultiPolygon([Polygon(rings: [ring((0, 0), (1, 0), (1, 1))])])
    for id in ["a\"\n\u{1}", "网格"] {
      writer.append(id: id, properties: try JSONText.bytes(of: ["code": id]), boundary: part)
    }
    let data = Data(writer.finish())
    let collection = try #require(
      try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let features = try #require(collection["features"] as? [[String: Any]])
    #expect(collection["generation"] as? Int == 3)
    #expect(features.map { $0["id"] as? String } == ["a\"\n\u{1}", "网格"])
  }

  @Test func `for databases every digit is kept and every boundary is a multipolygon`() {
    let part = Polygon(rings: [ring((0, 0), (1.000000000001, 0), (1, 1))])
    #expect(
      text(GeoJSONText.geometry(MultiPolygon([part]), .exact))
        == #"{"type":"MultiPolygon","coordinates":[[[[0.0,0.0],[1.000000000001,0.0],[1.0,1.0],"#
        + "[0.0,0.0]]]]}")
  }

  @Test func `a feature stands on a line of its own, and without a place has no geometry`() {
    var empty = GeoJSONText(.exact)
    empty.append(properties: Array("{}".utf8), boundary: nil)
    empty.append(properties: Array("{}".utf8), point: Coordinate(x: 1, y: 2.5))
    #expect(
      text(empty.finish()) == """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{},"geometry":null},
        {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1.0,2.5]}}
        ]}

        """)
  }
}
