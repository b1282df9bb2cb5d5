import Testing

@testable import DemoTruth

@Suite struct `Homes and premises` {
  private let ground = TestGround.whole
  private let homes = TestGround.homes

  @Test func `there are about 165,000 dwellings and 70,000 premises`() {
    #expect((160_000...171_000).contains(homes.dwellings.count))
    #expect((69_000...71_500).contains(homes.premises.count))
    for kind in Dwelling.Kind.allCases {
      #expect(homes.dwellings.contains { $0.kind == kind })
    }
    for kind in Premises.Kind.allCases {
      #expect(homes.premises.contains { $0.kind == kind })
    }
    #expect(homes.dwellings.filter { $0.kind == .villageHouse }.count > 20_000)
  }

  @Test func `those of a building follow each other, floor by floor`() {
    for building in stride(from: 0, to: ground.buildings.count, by: 7) {
      for dwelling in homes.dwellings(ofBuilding: building) {
        #expect(homes.dwellings[dwelling].building == Int32(building))
      }
      for place in homes.premises(ofBuilding: building) {
        #expect(homes.premises[place].building == Int32(building))
      }
    }
    #expect(homes.firstDwelling.last.map(Int.init) == homes.dwellings.count)
    #expect(homes.firstPremises.last.map(Int.init) == homes.premises.count)
  }

  @Test func `most grids have 150 to 400 dwellings`() {
    var count = Array(repeating: 0, count: ground.grids.count)
    for dwelling in homes.dwellings.indices { count[homes.grid(ofDwelling: dwelling, ground)] += 1 }
    #expect(count.filter { (150...400).contains($0) }.count > 560)
  }

  @Test func `each community has a seat of its own`() {
    for (community, seat) in homes.seats.enumerated() {
      #expect(seat >= 0)
      let premises = homes.premises[Int(seat)]
      #expect(premises.kind == .government)
      let grid = ground.grids[Int(ground.buildings[Int(premises.building)].grid)]
      #expect(Int(grid.community) == community)
    }
  }

  @Test func `a share keeps whole buildings`() {
    let part = Homes(ground: ground, share: 5)

    #expect((5_500...11_500).contains(part.dwellings.count))
    for building in stride(from: 0, to: ground.buildings.count, by: 3) {
      let some = part.dwellings(ofBuilding: building).count
      #expect(some == 0 || some == homes.dwellings(ofBuilding: building).count)
    }
  }

  @Test func `flats have plausible sizes`() {
    let flats = homes.dwellings.filter { $0.kind == .flat }
    let mean = flats.reduce(0) { $0 + Int($1.area) } / max(flats.count, 1)
    #expect((700...1_250).contains(mean))
    #expect(flats.allSatisfy { $0.area >= 150 && $0.rooms >= 1 && $0.beds >= 2 })
  }
}
