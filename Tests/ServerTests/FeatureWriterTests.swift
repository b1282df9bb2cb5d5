import Foundation
import Geometry
import Gewu
import Hummingbird
import Testing

@testable import Server

private func ring(_ points: (Double, Double)...) -> Ring {
  Ring(points.map { Coordinate(x: $0.0, y: $0.1) })
}

@Suite struct `GeoJSON` {
  @Test func `shells run counter-clockwise and holes clockwise, whatever they came as`() {
    let polygon = Polygon(rings: [
      ring((0, 0), (0, 4), (4, 4), (4, 0)), ring((1, 1), (2, 1), (2, 2), (1, 2)),
    ])
    #expect(
      String(buffer: FeatureWriter.geometry(MultiPolygon([polygon])))
        == #"{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]],"#
        + "[[1,1],[1,2],[2,2],[2,1],[1,1]]]}")
  }

  @Test func `several parts are a multipolygon, and none is an empty one`() throws {
    let part = Polygon(rings: [ring((0, 0), (1, 0), (1, 1))])
    let text = String(buffer: FeatureWriter.geometry(MultiPolygon([part, part])))
    #expect(text.hasPrefix(#"{"type":"MultiPolygon","coordinates":[[[[0,0],"#))
    #expect(
      String(buffer: FeatureWriter.geometry(MultiPolygon([])))
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
    var writer = FeatureWriter(members: [("generation", ByteBuffer(string: "3"))])
    let part = MultiPolygon([Polygon(rings: [ring((0, 0), (1, 0), (1, 1))])])
    for id in ["a\"\n\u{1}", "网格"] {
      try writer.append(id: id, properties: ["code": id], boundary: part)
    }
    let data = Data(writer.finish().readableBytesView)
    let collection = try #require(
      try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let features = try #require(collection["features"] as? [[String: Any]])
    #expect(collection["generation"] as? Int == 3)
    #expect(features.map { $0["id"] as? String } == ["a\"\n\u{1}", "网格"])
  }
}
