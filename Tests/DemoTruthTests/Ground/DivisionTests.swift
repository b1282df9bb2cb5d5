import Geometry
import Testing

@testable import DemoTruth

@Suite struct `The divisions of the ground` {
  private let ground = TestGround.whole

  @Test func `12 streets have 90 communities and those 706 grids, 5 to 14 each`() {
    #expect(ground.streets.count == 12)
    #expect(ground.communities.count == 90)
    #expect(ground.grids.count == 706)
    #expect(ground.communities.allSatisfy { (5...14).contains($0.grids.count) })
    #expect(ground.communities.flatMap(\.grids) == Array(0..<706))
    #expect(ground.streets.flatMap(\.grids) == Array(0..<706))
  }

  @Test(arguments: [1, 2, 3, 42, 2026] as [UInt64])
  func `other seeds have as many`(seed: UInt64) {
    let plan = GroundPlan(seed: seed, terrain: Terrain(seed: seed))

    #expect(Set(plan.street).count == 12)
    #expect(Set(plan.community).count == 90)
    #expect(Set(plan.grid) == Set(0..<706))
    let box = Box(
      around: plan.plan.points.map { Terrain.degrees(plan.terrain.bend($0)) })
    #expect(box.minX > 120.30 && box.maxX < 120.456 && box.minY > 30.05 && box.maxY < 30.158)
  }

  @Test func `codes nest, are unique, and names are`() {
    for grid in ground.grids {
      #expect(grid.code.utf8.count == 15)
      #expect(grid.code.hasPrefix(ground.communities[Int(grid.community)].code))
      #expect(grid.code.hasPrefix(ground.streets[Int(grid.street)].code))
    }
    #expect(Set(ground.grids.map(\.code)).count == 706)
    #expect(Set(ground.grids.map(\.name)).count == 706)
    #expect(Set(ground.communities.map(\.code)).count == 90)
    #expect(Set(ground.communities.map(\.name)).count == 90)
    #expect(Set(ground.streets.map(\.name)).count == 12)
    #expect(ground.streets.filter(\.isRural).allSatisfy { $0.name.hasSuffix("镇") })
    #expect(ground.grids[0].code == "990101001001001")
  }

  @Test func `grids are counted from west to east, in bands from the north`() {
    for community in ground.communities {
      let centres = community.grids.map { place -> Coordinate in
        var sum = Coordinate(x: 0, y: 0)
        var area = 0.0
        for polygon in ground.grids[place].boundary.polygons {
          let ring = Array(polygon.rings[0].coordinates.dropLast())
          sum = sum + GroundPlan.centre(ring) * polygon.area
          area += polygon.area
        }
        return sum * (1 / area)
      }
      let band = DivisionPlan.bandSize(centres.count)
      for index in centres.indices.dropFirst() {
        if index % band == 0 {
          // The whole band before lies further north.
          #expect(centres[(index - band)..<index].allSatisfy { $0.y > centres[index].y - 1e-6 })
        } else {
          #expect(centres[index].x > centres[index - 1].x - 1e-6)
        }
      }
    }
  }

  @Test func `grids are smaller in the centre`() {
    func mean(_ grids: [GridCell]) -> Double {
      grids.reduce(0) { $0 + $1.boundary.area } / Double(max(grids.count, 1))
    }
    let centre = ground.grids.filter { $0.urban > 0.75 }
    let fields = ground.grids.filter { $0.urban < 0.2 }
    #expect(centre.count > 60 && fields.count > 60)
    #expect(mean(fields) > 6 * mean(centre))
  }

  @Test func `the second set of borders has its three faults and no other`() {
    let broken = BrokenBorders(ground)

    #expect(broken.faults.map(\.kind) == [.overlap, .gap, .twice])
    #expect(broken.grids.count == 707)
    let changed = zip(broken.grids, ground.grids).filter { $0.boundary != $1.boundary }
    #expect(changed.count == 2)
    let areas = zip(broken.grids, ground.grids).map { Self.metres($0.0) - Self.metres($0.1) }
    #expect(areas[broken.faults[0].grids[0]] > 500)
    #expect(areas[broken.faults[1].grids[0]] < -200)
    #expect(Set(broken.grids.map(\.code)).count == 707)
  }

  private static func metres(_ grid: GridCell) -> Double {
    grid.boundary.rings.reduce(0) { $0 + Ring($1.coordinates.map(Terrain.metres)).signedArea }
  }
}
