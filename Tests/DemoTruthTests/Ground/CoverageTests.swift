import Geometry
import Testing

@testable import DemoTruth

@Suite struct `The coverage of the ground` {
  private let ground = TestGround.whole

  private struct Side: Hashable {
    var from: Coordinate
    var to: Coordinate
  }

  /// How often each directed side occurs in the rings of areas.
  private func sides(_ areas: [MultiPolygon]) -> [Side: Int] {
    var count: [Side: Int] = [:]
    for ring in areas.flatMap(\.rings) {
      for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst()) {
        count[Side(from: a, to: b), default: 0] += 1
      }
    }
    return count
  }

  private static let coverages = [
    "streets", "communities", "grids", "blocks", "beats", "stations", "schools", "professional",
  ]

  /// The areas of each coverage by its name.
  private func coverage(_ name: String) -> [MultiPolygon] {
    switch name {
    case "streets": ground.streets.map(\.boundary)
    case "communities": ground.communities.map(\.boundary)
    case "grids": ground.grids.map(\.boundary)
    case "blocks":
      ground.blocks.indices.map {
        MultiPolygon([Polygon(rings: [ground.outline(ofBlock: $0)])])
      }
    case "beats": ground.police.units.map(\.boundary)
    case "stations": ground.police.tops.map(\.boundary)
    case "professional": ground.professional.units.map(\.boundary)
    default: ground.schools.units.map(\.boundary)
    }
  }

  @Test(arguments: Self.coverages)
  func `each side inside is used by two areas, in opposite directions`(name: String) {
    let count = sides(coverage(name))
    let border = sides([ground.district.boundary])

    var single: [Side] = []
    for (side, times) in count {
      #expect(times == 1)
      if count[Side(from: side.to, to: side.from)] == nil { single.append(side) }
    }
    #expect(Set(single) == Set(border.keys))
  }

  @Test(arguments: Self.coverages)
  func `areas add up to the district's`(name: String) {
    let sum = coverage(name).reduce(0) { $0 + $1.area }

    #expect(abs(sum / ground.district.boundary.area - 1) < 1e-9)
  }

  @Test func `a position lies in one grid, and in the block and grid that are found for it`() {
    let boxes = ground.grids.map(\.boundary.box)
    let stream = Draw.stream(1, "test.positions")
    for number in 0..<600 {
      var draw = Draw(stream, number)
      let position = Coordinate(
        longitude: 120.29 + 0.17 * draw.unit(), latitude: 30.04 + 0.13 * draw.unit())
      let holding = ground.grids.indices.filter { index in
        boxes[index].contains(position)
          && ground.grids[index].boundary.rings.filter { $0.holds(position) }.count % 2 == 1
      }
      #expect(holding.count <= 1)
      #expect(holding.first == ground.grid(at: position))
    }
  }

  @Test func `rings are simple and no side is shorter than half a metre`() {
    for face in ground.blocks.indices {
      let ring = ground.outline(ofBlock: face).coordinates
      #expect(Set(ring.dropLast()).count == ring.count - 1)
      for (a, b) in zip(ring, ring.dropFirst()) {
        #expect((Terrain.metres(b) - Terrain.metres(a)).length > 0.5)
      }
      let area = Ring(ring.map(Terrain.metres)).signedArea
      #expect(area > 250, "block \(face) is a sliver of \(area) square metres")
    }
  }

  @Test func `no two sides of blocks cross`() {
    let plane = ground.plane
    var buckets: [Int: [Int]] = [:]
    for edge in plane.line.indices {
      let (a, b) = (plane.start(2 * edge), plane.end(2 * edge))
      for x in Int((min(a.x, b.x) + 9_000) / 150)...Int((max(a.x, b.x) + 9_000) / 150) {
        for y in Int((min(a.y, b.y) + 9_000) / 150)...Int((max(a.y, b.y) + 9_000) / 150) {
          buckets[x * 1_000 + y, default: []].append(edge)
        }
      }
    }
    func position(_ half: Int) -> Coordinate { ground.degrees[plane.origin[half]] }
    for edges in buckets.values {
      for (index, one) in edges.enumerated() {
        let (a, b) = (position(2 * one), position(2 * one + 1))
        for two in edges[(index + 1)...] {
          let (c, d) = (position(2 * two), position(2 * two + 1))
          if a == c || a == d || b == c || b == d { continue }
          let crosses =
            Orientation.sign(from: a, to: b, of: c) != Orientation.sign(from: a, to: b, of: d)
            && Orientation.sign(from: c, to: d, of: a) != Orientation.sign(from: c, to: d, of: b)
          #expect(!crosses, "edges \(one) and \(two)")
        }
      }
    }
  }

  @Test func `the district lies where the catalogue says and is about 15 by 12 km`() {
    let box = ground.district.boundary.box
    #expect(box.minX > 120.30 && box.maxX < 120.456 && box.minY > 30.05 && box.maxY < 30.158)
    #expect(box.maxX - box.minX > 0.145 && box.maxY - box.minY > 0.1)
  }

  @Test func `the nets of police, schools and professional grids do not follow the grids`() {
    for net in [ground.police, ground.schools, ground.professional] {
      let cut = ground.grids.filter { grid in
        Set(grid.blocks.map { net.unitOfBlock[Int($0)] }).count > 1
      }
      #expect(cut.count > 20)
    }
    #expect(ground.police.tops.count == 14)
    #expect(ground.police.units.count >= 120)
  }
}
