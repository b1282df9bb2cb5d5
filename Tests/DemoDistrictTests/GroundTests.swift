import Foundation
import Geometry
import Testing

import struct DemoTruth.Draw
@testable import DemoDistrict

@Suite struct `The ground of the demo district` {
  private let ground = Ground(seed: 1)

  @Test func `it has 706 grids in 90 communities in 12 streets, each with a code of its own`() {
    #expect(ground.cells.count == 706)
    #expect(ground.communities.count == 90)
    #expect(ground.streets.count == 12)
    #expect(Set(ground.cells.map(\.code)).count == 706)
    #expect(ground.cells.allSatisfy { $0.code.utf8.count == 15 && $0.code.hasPrefix("990101") })
    #expect(ground.communities.allSatisfy { !$0.cells.isEmpty })
    #expect(ground.communities.flatMap(\.cells).sorted() == Array(0..<706))
  }

  @Test func `neighbours share every position of their border`() {
    let sides = ground.cells.flatMap { ground.lattice.sides($0.column, $0.row) }
    let known = Set(sides)

    let inner = sides.filter { known.contains($0.reversed()) }

    // Each side is drawn once by either neighbour, and none twice in one direction.
    #expect(known.count == sides.count)
    #expect(inner.count == sides.count - outerSides)
  }

  /// The sides on the border of the district: 30 and 24 twice, however its corners are bitten.
  private var outerSides: Int { 2 * (Lattice.columns + Lattice.rows) }

  @Test func `the border of the whole district is one ring`() {
    let rings = ground.rings(of: .district, 0)

    #expect(rings.count == 1)
    #expect(rings.first?.first == rings.first?.last)
    #expect(Ring(rings[0]).signedArea > 0)
  }

  @Test func `the areas of a street's grids add up to that of its border`() {
    for street in ground.streets.indices {
      let whole = ground.rings(of: .street, street).reduce(0) { $0 + Ring($1).signedArea }
      let parts = ground.streets[street].cells.reduce(0) { sum, cell in
        sum + ground.rings(of: .grid, cell).reduce(0) { $0 + Ring($1).signedArea }
      }
      #expect(abs(whole - parts) < 1e-12)
    }
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `positions are more than a metre inside their grid`(seed: UInt64) {
    let ground = Ground(seed: seed)
    var draw = Draw(Draw.stream(seed, "test"), 0)

    for cell in ground.cells.indices {
      let border = ground.rings(of: .grid, cell)[0]
      for _ in 0..<8 {
        let position = ground.position(in: cell, &draw)
        #expect(Self.isInside(position, border))
        #expect(Self.distance(position, border) > 1)
      }
    }
  }

  private static func isInside(_ p: Coordinate, _ ring: [Coordinate]) -> Bool {
    var isInside = false
    for (a, b) in zip(ring, ring.dropFirst()) where (a.y > p.y) != (b.y > p.y) {
      if p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x { isInside.toggle() }
    }
    return isInside
  }

  /// The distance to a ring in metres, on a plane that is good enough for a kilometre.
  private static func distance(_ p: Coordinate, _ ring: [Coordinate]) -> Double {
    let scale = (x: 111_320 * cos(p.y * .pi / 180), y: 110_900.0)
    return zip(ring, ring.dropFirst()).map { a, b in
      let (ax, ay) = ((a.x - p.x) * scale.x, (a.y - p.y) * scale.y)
      let (dx, dy) = ((b.x - a.x) * scale.x, (b.y - a.y) * scale.y)
      let share = max(0, min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy)))
      return hypot(ax + share * dx, ay + share * dy)
    }.min() ?? 0
  }
}
