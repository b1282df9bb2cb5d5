import Foundation
import Geometry
import Grids
import Testing
import Warehouse

@testable import Gewu

/// The cells of a file by their codes and rings, as GeoJSON.
private func text(of cells: [(String, [[(Double, Double)]])]) -> String {
  Sample.collection(
    cells.map { code, rings in
      let text = rings.map { ring in
        "[" + (ring + ring.prefix(1)).map { "[\($0.0),\($0.1)]" }.joined(separator: ",") + "]"
      }
      return """
        {"type":"Feature","properties":{"code":"\(code)"},"geometry":{"type":"Polygon",\
        "coordinates":[\(text.joined(separator: ","))]}}
        """
    })
}

private func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [(
  Double, Double
)] {
  [(west, south), (east, south), (east, north), (west, north)]
}

extension Sample {
  /// Loads cells as the grid level.
  @discardableResult
  fileprivate func load(_ cells: [(String, [[(Double, Double)]])]) throws -> GridLoadReport {
    try district.loadGrids(
      GridLoadRequest(
        file: write(text(of: cells), as: "grid.geojson"), level: "grid", codeField: "code",
        activates: true))
  }
}

@Suite struct `The antimeridian` {
  /// W from 179.8° E to the line, E from there to 179.8° W.
  private func twoSides() throws -> Sample {
    let sample = try Sample(levels: ["grid"], srid: 4326)
    try sample.load([
      ("W", [box(179.8, -18, 180, -16)]), ("E", [box(-180, -18, -179.8, -16)]),
    ])
    return sample
  }

  @Test func `180 and -180 degrees are one place, with one grid`() throws {
    let sample = try twoSides()
    for y in [-18.0, -17.3, -17, -16] {
      let east = try sample.district.locate(Coordinate(x: -180, y: y))
      let west = try sample.district.locate(Coordinate(x: 180, y: y))
      #expect(east.grid?.code == "E" && east.status == .border, "\(y)")
      #expect(west == east)
    }
    var batch = PointBatch()
    batch.positions = [180, -180, 179.9, -179.9, 180.1, -180.1, 540.5, -541].map {
      Coordinate(x: $0, y: -17)
    }
    let locator = try sample.district.pointLocator()
    batch.locate(with: locator)
    let codes = batch.slots.map { slot in
      slot.cell < 0 ? "\(slot.status)" : sample.code(of: slot, in: locator)
    }
    #expect(codes == ["E", "E", "W", "E", "E", "W", "invalid", "invalid"])
  }

  @Test func `where only one side has a cell, both notations find it`() throws {
    let sample = try Sample(levels: ["grid"], srid: 4490)
    try sample.load([("W", [box(179.8, -18, 180, -16)])])

    for x in [180.0, -180] {
      let answer = try sample.district.locate(Coordinate(x: x, y: -17))
      #expect(answer.grid?.code == "W" && answer.status == .border)
    }
  }

  @Test func `a longitude of 180.5 is -179.5, and what is more than a turn off is none`() throws {
    let sample = try Sample(levels: ["grid"], srid: 4326)
    try sample.load([("E", [box(-180, -1, -179, 1)]), ("W", [box(179, -1, 180, 1)])])

    let past = try sample.district.locate(Coordinate(x: 180.5, y: 0))
    let before = try sample.district.locate(Coordinate(x: -180.5, y: 0))

    #expect(past == (try sample.district.locate(Coordinate(x: -179.5, y: 0))))
    #expect(past.grid?.code == "E" && before.grid?.code == "W")
    #expect(try sample.district.locate(Coordinate(x: 539.5, y: 0)).grid?.code == "W")
    #expect(try sample.district.locate(Coordinate(x: -539.5, y: 0)).grid?.code == "E")
    #expect(try sample.district.locate(Coordinate(x: 540.5, y: 0)).status == .invalid)
    #expect(try sample.district.locate(Coordinate(x: 500_000, y: 0)).status == .invalid)
  }

  @Test func `the nearest grid may lie across the line`() throws {
    let sample = try Sample(levels: ["grid"], srid: 4326)
    try sample.load([
      ("W", [box(179, -18, 179.9, -16)]), ("far", [box(-170, -18, -169, -16)]),
    ])

    let nearest = try sample.district.locate(Coordinate(x: -179.99, y: -17)).nearest
    let other = try sample.district.locate(Coordinate(x: -171, y: -17)).nearest

    #expect(nearest?.code == "W")
    // 0.11 degrees of the parallel of 17° S on the sphere.
    #expect(abs((nearest?.distance ?? 0) - 11_697) < 5)
    #expect(other?.code == "far")
  }

  @Test func `a circle crosses the line, each cell once with its nearest place`() throws {
    let sample = try twoSides()
    let locator = try sample.district.pointLocator()

    let near = locator.grids(within: 30_000, of: Coordinate(x: -179.9, y: -17))
    let less = locator.grids(within: 5_000, of: Coordinate(x: -179.9, y: -17))
    let outside = locator.grids(within: 50_000, of: Coordinate(x: 179.7, y: -17))

    #expect(near.map(\.code) == ["E", "W"] && near[0].distance == 0)
    #expect(abs(near[1].distance - 10_634) < 5)
    #expect(less.map(\.code) == ["E"])
    #expect(outside.map(\.code) == ["W", "E"])
  }

  @Test(arguments: [
    (179.9, -179.9, ["E", "W"]), (179.9, 180.1, ["E", "W"]), (-180.1, -179.9, ["E", "W"]),
    (179.7, 179.75, []), (170, 179.9, ["W"]), (-179.9, -170, ["E"]), (180, 180, ["E", "W"]),
    (-180, -180, ["E", "W"]), (-180, 180, ["E", "W"]), (0, 359, ["E", "W"]), (0, 360, ["E", "W"]),
    (-170, 170, []),
  ])
  func `a window of the map crosses the line`(
    west: Double, east: Double, codes: [String]
  ) throws {
    let sample = try twoSides()
    let window = try #require(MapWindow(west: west, south: -17.5, east: east, north: -17))

    let found = try sample.district.grids(level: "grid", within: window).map(\.code)

    #expect(found == codes)
  }

  @Test(arguments: [(1.0, 0.0), (90, -90), (.nan, 1), (0, .infinity)])
  func `a window that is none is refused`(west: Double, east: Double) {
    #expect(MapWindow(west: west, south: 0, east: east, north: 1) == nil)
  }

  @Test(arguments: [
    [(179.0, -1.0), (-179, -1), (-179, 1), (179, 1)],
    [(179, -1), (181, -1), (181, 1), (179, 1)],
    [(-179, 1), (179, 1), (179, -1), (-179, -1)],
    [(-181, -1), (-179, -1), (-179, 1), (-181, 1)],
  ])
  func `a ring across the line is cut along it`(ring: [(Double, Double)]) throws {
    let sample = try Sample(levels: ["grid"], srid: 4326)
    let report = try sample.load([("x", [ring])])

    let (grid, boundary) = try sample.district.boundary(code: "x")

    #expect(report.cut == ["x"] && report.check?.valid == true)
    #expect(boundary.area == 4 && boundary.polygons.count == 2)
    #expect(grid.bbox == [179, -1, -179, 1])
    for (x, isInside) in [
      (179.5, true), (-179.5, true), (180, true), (-180, true), (178.5, false), (0, false),
      (-178.5, false),
    ] {
      let answer = try sample.district.locate(Coordinate(x: x, y: 0))
      #expect(answer.status == (isInside ? .inside : .outside), "\(x)")
    }
    #expect(try sample.district.locate(Coordinate(x: 180, y: 1)).status == .border)
  }

  @Test func `a cell cut with a position on one side of the line alone loses no ground`() throws {
    // The west half as one square, the east half as two that meet in a position on the line.
    func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> MultiPolygon {
      let corners = [(west, south), (east, south), (east, north), (west, north)]
      return MultiPolygon([
        Polygon(rings: [Ring(corners.map { Coordinate(x: $0.0, y: $0.1) })])
      ])
    }
    let cell = MultiPolygon(
      [box(179, 0, 180, 4), box(-180, 2, -179, 4), box(-180, 0, -179, 2)].flatMap(\.polygons))
    let twice = MultiPolygon(
      [box(179, 0, 180, 4), box(-180, 2, -179, 4), box(-180, 0, -179, 3)].flatMap(\.polygons))

    let joined = Antimeridian.joined([cell])

    #expect(joined[0].area == 8 && joined[0].polygons.count == 1)
    #expect(Coverage(cells: joined).isValid)
    // Parts that overlap are a fault of the cell, which the check has to see.
    #expect(!Coverage(cells: Antimeridian.joined([twice])).isValid)
  }

  @Test func `neighbours that are cut still fit, and are neighbours`() throws {
    let sample = try Sample(levels: ["grid"], srid: 4326)
    let slope = [(178.9, -0.3), (-179.3, 0.7)]
    let report = try sample.load([
      ("north", [[slope[0], slope[1], (-179.2, 2), (178.8, 2)]]),
      ("south", [[(178.8, -2), (-179.1, -2), slope[1], slope[0]]]),
      ("east", [[(-179.1, -2), (-178, -2), (-178, 2), (-179.2, 2), slope[1]]]),
    ])
    let index = try sample.district.activeIndex()
    let rows = try sample.district.store.read {
      try index.contiguity(atLevel: 0, scale: GroundScale(crs: .wgs84), session: $0)
    }

    #expect(report.check?.valid == true && report.cut == ["north", "south"])
    // In the order of the codes: east, north, south.
    #expect(rows == [[1, 2], [0, 2], [0, 1]])
  }

  @Test func `cells on both sides of the line are neighbours, and a gap there is found`() throws {
    let sample = try twoSides()
    let index = try sample.district.activeIndex()
    let rows = try sample.district.store.read {
      try index.contiguity(atLevel: 0, scale: GroundScale(crs: .wgs84), session: $0)
    }
    #expect(rows == [[1], [0]])

    // Four cells around a hole that lies across the line.
    let holed = try Sample(levels: ["grid"], srid: 4326)
    let request = GridLoadRequest(
      file: try holed.write(
        text(of: [
          ("s", [[(179, -2), (180, -2), (-179, -2), (-179, -1), (180, -1), (179, -1)]]),
          ("n", [[(179, 1), (180, 1), (-179, 1), (-179, 2), (180, 2), (179, 2)]]),
          ("w", [box(178, -2, 179, 2).map { $0 }]),
          ("e", [box(-179, -2, -178, 2).map { $0 }]),
        ]), as: "grid.geojson"), level: "grid", codeField: "code")
    _ = try holed.district.loadGrids(request)
    let check = try holed.district.checkGrids()

    let gap = try #require(check.levels[0].problems.first { $0.kind == "gap" })
    #expect(abs(gap.at[0]) >= 179 && abs(gap.at[0]) <= 180)
    _ = try holed.district.acceptGap(at: Coordinate(x: 180, y: 0), name: "湖")
    _ = try holed.district.activate(generation: 1, allowInvalid: true)
    for x in [180.0, -180, 179.5, -179.5] {
      #expect(try holed.district.locate(Coordinate(x: x, y: 0)).gap?.name == "湖", "\(x)")
    }
  }

  @Test func `holes and several crossings are cut as the even-odd rule has it`() throws {
    let shell = [
      (178.0, -5.0), (-178, -5), (-178, -3), (179, -2), (-178, -1), (-178, 5), (178, 5),
    ]
    let across = [(179.5, 1.0), (-179.5, 1), (-179.5, 2), (179.5, 2)]
    let west = box(178.5, 3, 179, 4)
    let east = box(-179, 3, -178.5, 4)
    let drawn = MultiPolygon([
      Polygon(
        rings: [shell, across, west, east].map { ring in
          Ring(ring.map { Coordinate(x: $0.0, y: $0.1) })
        })
    ])

    let (cut, isCut) = try AntimeridianCut.cut(drawn)

    #expect(isCut)
    #expect(cut.rings.allSatisfy { $0.box.width <= 2 })
    // The oracle: the same in a frame where nothing crosses anything.
    let plain = drawn.rings.map { ring in
      Ring(ring.coordinates.map { Coordinate(x: $0.x < 0 ? $0.x + 360 : $0.x, y: $0.y) })
    }
    let area = plain.map { abs($0.signedArea) }.enumerated().reduce(0.0) {
      $0 + ($1.offset == 0 ? $1.element : -$1.element)
    }
    #expect(abs(cut.area - area) < 1e-9)
    var state: UInt64 = 11
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let x = 177 + Double(state >> 40) / 16_777_216 * 6
      let y = -6 + Double((state >> 16) & 0xFF_FFFF) / 16_777_216 * 12
      let isInside = plain.count { $0.holds(Coordinate(x: x, y: y)) } % 2 == 1
      let place = Coordinate(x: x > 180 ? x - 360 : x, y: y)
      #expect(cut.rings.count { $0.holds(place) } % 2 == (isInside ? 1 : 0), "\(x) \(y)")
    }
    // No part has a hole that is not its own.
    for polygon in cut.polygons {
      for hole in polygon.rings.dropFirst() {
        #expect(hole.coordinates.allSatisfy { polygon.rings[0].holds($0) })
      }
    }
  }

  @Test func `what goes around a pole is refused by name, what lies around the globe is kept`()
    throws
  {
    let sample = try Sample(levels: ["grid"], srid: 4326)
    #expect(
      throws: GridLoadFault.badBoundary(
        feature: 1, file: sample.folder.appending(path: "grid.geojson").path, code: "polar",
        .aroundPole)
    ) {
      try sample.load([("polar", [[(-120, 80), (0, 80), (120, 80)]])])
    }

    let report = try sample.load([("world", [box(-180, -90, 180, 90)])])

    #expect(report.cut.isEmpty && report.check?.valid == true)
    #expect(try sample.district.locate(Coordinate(x: 5, y: 5)).grid?.code == "world")
    #expect(try sample.district.locate(Coordinate(x: 180, y: 5)).status == .inside)
  }

  @Test func `random positions around the line have the nearest grid of all that there are`() throws
  {
    let sample = try Sample(levels: ["grid"], srid: 4326)
    let cells = [
      ("a", box(178.2, -18.5, 178.9, -17.9)), ("b", box(179.3, -16.4, 179.95, -15.8)),
      ("c", box(-179.7, -17.6, -179.1, -17.0)), ("d", box(-178.4, -16.1, -177.9, -15.2)),
    ]
    try sample.load(cells.map { ($0.0, [$0.1]) })
    let locator = try sample.district.pointLocator()
    var state: UInt64 = 5
    for _ in 0..<2_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let x = 177 + Double(state >> 40) / 16_777_216 * 6
      let y = -19 + Double((state >> 16) & 0xFF_FFFF) / 16_777_216 * 4.5
      let place = Coordinate(x: x > 180 ? x - 360 : x, y: y)
      let answer = locator.answer(for: place)
      // Distances to the sides of each square in the frame of the position, on the sphere.
      let distances = cells.map { code, ring -> (String, Double) in
        let turned = ring.map { ($0.0 < 0 ? $0.0 + 360 : $0.0, $0.1) }
        let near = Coordinate(
          x: min(max(x, turned[0].0), turned[1].0), y: min(max(y, turned[0].1), turned[2].1))
        return (code, GroundScale.greatCircle(Coordinate(x: x, y: y), near))
      }
      let least = try #require(distances.min { $0.1 < $1.1 })
      if least.1 == 0 {
        #expect(answer.grid?.code == least.0)
        continue
      }
      let found = try #require(answer.nearest)
      let own = distances.first { $0.0 == found.code }?.1 ?? 0
      // The locator measures in the plane at the position's latitude, which over hundreds of
      // kilometres is off by some per cent.
      #expect(own <= least.1 * 1.06 + 1, "\(place) \(found) \(distances)")
      let within = Set(locator.grids(within: 60_000, of: place).map(\.code))
      for (code, distance) in distances where abs(distance - 60_000) > 2_500 {
        #expect(within.contains(code) == (distance < 60_000), "\(place) \(code) \(distance)")
      }
    }
  }

  @Test func `rows of an import at the line get their grid, and those across it are not far away`()
    throws
  {
    let sample = try Sample(levels: ["grid"], srid: 4326)
    try sample.load([("W", [box(179.8, -18, 180, -16)])])

    try sample.importPlaces(
      [(179.9, -17), (180, -17), (-180, -17), (-179.99, -17)].map { Coordinate(x: $0.0, y: $0.1) },
      as: "lamp")

    let dataset = try #require(try sample.district.datasets().first)
    #expect(dataset.rows == 4 && dataset.attached == 3)
    #expect(try sample.district.quarantinedRows().isEmpty)
  }

  @Test func `metres are metres at 180 degrees and at the pole`() throws {
    let degrees = try GroundScale(crs: .wgs84)
    // Fiji's map grid, whose middle is the line: its positions east of it have negative longitudes.
    let metres = try GroundScale(crs: .epsg(3832))

    for x in [180.0, -180] {
      let ground = try #require(degrees.ground(at: Coordinate(x: x, y: -17)))
      #expect(abs(ground.metresPerX - 106_336) < 20 && abs(ground.metresPerY - 111_195) < 20)
    }
    #expect(degrees.ground(at: Coordinate(x: 10, y: 90)) != nil)
    // The line itself in that system, a hair before it.
    let line = 3_339_584.723798206
    let ground = try #require(metres.ground(at: Coordinate(x: line - 5e-5, y: 0)))
    #expect(abs(ground.metresPerX - 1) < 0.01)
  }
}

extension Sample {
  fileprivate func code(of slot: GridSlot, in locator: PointLocator) -> String {
    locator.codes.withBytes(of: Int(slot.cell)) { String(decoding: $0, as: UTF8.self) }
  }
}
