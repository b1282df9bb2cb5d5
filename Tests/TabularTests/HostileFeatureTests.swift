import Foundation
import Tabular
import Testing

/// Small files of features that would take minutes or gigabytes.
@Suite struct `Hostile files of features` {
  /// A square around the origin, counter-clockwise, as a shell never runs in a Shapefile.
  private func square(_ half: Double, at x: Double = 0) -> [SyntheticShapefile.Position] {
    [
      (x - half, -half), (x + half, -half), (x + half, half), (x - half, half), (x - half, -half),
    ]
  }

  /// The polygons of the only shape, each its rings.
  private func polygons(_ rings: [[SyntheticShapefile.Position]]) throws
    -> [[[WKBGeometry.Position]]]
  {
    let parts = ShapefileParts(
      shp: SyntheticShapefile.shp([SyntheticShapefile.shape(rings)]),
      dbf: SyntheticShapefile.dbf([.init(name: Array("n".utf8))], [[Array("1".utf8)]]))
    let reader = try ShapefileTable(parts, file: "a.shp").rows(TableDialect())
    _ = try reader.next()
    _ = try reader.next()
    let bytes = try #require(reader.geometry)
    return try WKBGeometry(Array(bytes), path: "a.shp").polygons
  }

  @Test func `20,000 rings without a shell, each in the one before, are told apart at once`() throws
  {
    let count = 20_000
    let start = ContinuousClock.now

    let polygons = try polygons((0..<count).map { square(Double(count - $0)) })

    #expect(ContinuousClock.now - start < .seconds(20))
    #expect(polygons.count == count / 2)
    #expect(polygons.allSatisfy { $0.count == 2 })
  }

  @Test func `a ring belongs to the smallest around it, in whatever order they come`() throws {
    let rings = [square(1), square(10), square(4), square(2, at: 7), square(20, at: 50)]

    let polygons = try polygons(rings)

    // 10 holds 4 and 2 as holes; 1 lies in the hole 4 and is a shell again.
    #expect(polygons.map(\.count).sorted() == [1, 1, 3])
  }

  @Test func `a property of its own for every feature is refused by the number of columns`() throws
  {
    let features = (0..<5000).map {
      #"{"type":"Feature","geometry":null,"properties":{"p\#($0)":1}}"#
    }
    let text = #"{"type":"FeatureCollection","features":["# + features.joined(separator: ",") + "]}"

    let error = #expect(throws: TabularError.self) {
      try GeoJSONTable(file: FileBytes(path: "a.geojson", copying: Array(text.utf8)))
    }

    guard case .geoJSON(.tooManyProperties(let limit), _) = error?.fact else {
      Issue.record("another fault: \(String(describing: error))")
      return
    }
    #expect(limit == 2048)
  }
}
