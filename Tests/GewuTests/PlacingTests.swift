import Foundation
import Geometry
import Projections
import Testing
import Words

@testable import Gewu

/// How boundaries of a file come to their places in the store.
@Suite struct `Placing boundaries` {
  private func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double)
    -> [(Double, Double)]
  {
    [(west, south), (east, south), (east, north), (west, north)]
  }

  /// Loads one cell.
  private func load(
    _ code: String, _ ring: [(Double, Double)], crs: String? = nil, into sample: Sample
  ) throws -> GridLoadReport {
    let text = (ring + ring.prefix(1)).map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
    var request = GridLoadRequest(
      file: try sample.write(
        Sample.collection([
          """
          {"type":"Feature","properties":{"code":"\(code)"},"geometry":{"type":"Polygon",\
          "coordinates":[[\(text)]]}}
          """
        ]), as: "grid.geojson"), level: "grid", codeField: "code", activates: true)
    request.crs = try crs.map { try CRSName($0) }
    return try sample.district.loadGrids(request)
  }

  /// locationtech/spatial4j#108: a box from 180 degrees on was taken for one up to them.
  @Test(arguments: [
    (180.0, 360.0, -180.0, 0.0), (-360, -180, 0, 180), (180, 200, -180, -160),
    (-200, -180, 160, 180),
  ])
  func `a cell that begins at the line lies beyond it`(
    west: Double, east: Double, from: Double, to: Double
  ) throws {
    let drawn = MultiPolygon([
      Polygon(
        rings: [Ring(box(west, -10, east, 10).map { Coordinate(x: $0.0, y: $0.1) })])
    ])

    let placed = Antimeridian.normalised(drawn)

    #expect(placed.box == Box(minX: from, minY: -10, maxX: to, maxY: 10))
    #expect(try AntimeridianCut.cut(placed).0 == placed)
  }

  @Test func `an edge of half a turn goes the way that it was written`() throws {
    let sample = try Sample(levels: ["grid"], srid: 4326)
    let report = try load("wide", box(170, -10, 350, 10), into: sample)

    #expect(report.cut == ["wide"] && report.check?.valid == true)
    for (x, isInside) in [(175.0, true), (-175, true), (-20, true), (0, false), (90, false)] {
      #expect(
        try sample.district.locate(Coordinate(x: x, y: 0)).status
          == (isInside ? .inside : .outside), "\(x)")
    }
  }

  @Test func `what was taken the shorter way is said, also where no part was added`() throws {
    let sample = try Sample(levels: ["grid"], srid: 4326)
    let report = try load("x", box(-179.992676, 17.25, 180, 68.68866), into: sample)
    let wide = try load("y", box(10, -10, 350, 10), into: Sample(levels: ["grid"], srid: 4326))

    #expect(report.cut == ["x"] && wide.cut == ["y"])
    #expect(try sample.district.boundary(code: "x").boundary.polygons.count == 1)
  }

  /// OSGeo/gdal#13222: a polar grid, whose positions at the pole have any longitude.
  @Test(arguments: [
    [(0.0, 0.0), (2e6, 0), (2e6, 2e6), (0, 2e6)], [(-2e6, 0), (2e6, 0), (2e6, 2e6), (-2e6, 2e6)],
  ])
  func `a polar grid with a position or an edge at the pole is refused by name`(
    ring: [(Double, Double)]
  ) throws {
    let sample = try Sample(levels: ["grid"], srid: 4326)
    #expect(
      throws: GridLoadFault.badBoundary(
        feature: 1, file: sample.folder.appending(path: "grid.geojson").path, code: "p", .atPole)
    ) {
      try load("p", ring, crs: "EPSG:3031", into: sample)
    }
  }

  /// Pyproj 3.7 (PROJ 9.5): the middle of the worst edge and that between its ends in degrees are 6.343 m
  /// apart at 20 km, and 0.016 m at 1 km.
  @Test func `long edges whose middles are elsewhere are said`() throws {
    let (east, north) = (500_000.0, 4_300_000.0)

    let long = try load(
      "long", box(east, north, east + 20_000, north + 20_000), crs: "EPSG:4547",
      into: Sample(levels: ["grid"]))
    let short = try load(
      "short", box(east, north, east + 1000, north + 1000), crs: "EPSG:4547",
      into: Sample(levels: ["grid"]))
    let same = try load("same", box(116, 39, 117, 40), into: Sample(levels: ["grid"]))

    #expect(long.bent?.codes == ["long"])
    #expect(abs((long.bent?.metres ?? 0) - 6.343) < 0.07)
    #expect(long.summary.english.contains("the middles of edges of 1 cells are up to 6.3"))
    #expect(long.summary.chinese.contains("1 个单元的边的中点最多偏离 6.3"))
    #expect(short.bent == nil && same.bent == nil)
  }
}
