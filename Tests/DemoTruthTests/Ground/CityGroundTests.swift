import Geometry
import Testing

@testable import DemoTruth

/// The districts of a city on the ground.
@Suite struct `The districts of a city` {
  @Test func `are ten with codes, names and seeds of their own, the first as it is alone`() {
    let all = Division.all

    #expect(all.map(\.code) == (1...9).map { "99010\($0)" } + ["990110"])
    #expect(all.first == .first && Division.first.fullName == "云溪市格物区")
    #expect(Set(all.map(\.name)).count == 10)
    // The character that stands for a district in numbers of papers tells them apart too.
    #expect(Set(all.map(\.abbreviation)).count == 10)
    #expect(all.map(\.gridCount).reduce(0, +) == 5_816)
    #expect((all[0].gridCount, all[0].communityCount, all[0].streetCount) == (706, 90, 12))
    #expect(Division.first.seed(of: 42) == 42)
    #expect(Set(all.map { $0.seed(of: 42) }).count == 10)
    #expect(Division.first.own("格物区体育局") == "格物区体育局")
    #expect(all[1].own("格物区体育局") == "致知区体育局")
  }

  @Test func `are asked for their names by the regions that people are from`() {
    for division in Division.all {
      let names = Origin.names(Origin.own + UInt16(division.number))
      #expect(names.city == Division.city && names.county == division.name)
    }
  }

  @Test(arguments: Division.all.dropFirst())
  func `have the planned streets, communities and grids and keep to their place`(
    division: Division
  ) {
    // Another seed for each: a plan takes seconds in debug.
    let own = division.seed(of: UInt64(division.number))
    let terrain = Terrain(seed: own, division: division)
    let plan = GroundPlan(seed: own, terrain: terrain, division: division)

    #expect(Set(plan.street).count == division.streetCount)
    #expect(Set(plan.community).count == division.communityCount)
    #expect(Set(plan.grid) == Set(0..<division.gridCount))
    let box = Box(around: plan.plan.points.map { terrain.bend($0) - division.offset })
    #expect(box.minX > -7_650 && box.maxX < 7_650 && box.minY > -6_150 && box.maxY < 6_150)
  }

  @Test func `do not overlap`() {
    for one in Division.all {
      for other in Division.all where other.number > one.number {
        let apart = one.offset - other.offset
        // A district is 15,300 by 12,300 m at most, by the test above.
        #expect(abs(apart.x) > 15_300 || abs(apart.y) > 12_300, "\(one) and \(other)")
      }
    }
  }

  @Test func `share no code, no street and no ground`() {
    let first = TestGround.whole
    let division = Division.all[9]
    let last = Ground(seed: division.seed(of: first.seed), division: division)

    #expect(last.grids.count == 516 && last.district.name == "修远区")
    #expect(last.professional.units.count == 117)
    let codes = { (ground: Ground) in
      Set(
        ground.grids.map(\.code) + (ground.communities + ground.streets).map(\.code)
          + (ground.police.units + ground.police.tops + ground.schools.units
          + ground.professional.units).map(\.code))
    }
    #expect(codes(first).isDisjoint(with: codes(last)))
    #expect(codes(last).allSatisfy { $0.hasPrefix("990110") })
    #expect(Set(first.streets.map(\.name)).isDisjoint(with: last.streets.map(\.name)))
    let (a, b) = (first.district.boundary.box, last.district.boundary.box)
    #expect(a.maxX < b.minX || b.maxX < a.minX || a.maxY < b.minY || b.maxY < a.minY)
    // Positions of one lie in no block of the other, and each grid is where its own ground finds it.
    for grid in last.grids.indices {
      let position = Shape.area(last.grids[grid].boundary).anchor
      #expect(position.flatMap(last.grid(at:)) == grid)
      #expect(position.flatMap(first.grid(at:)) == nil)
    }
  }
}
