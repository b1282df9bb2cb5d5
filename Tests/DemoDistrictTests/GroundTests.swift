import DemoTruth
import Foundation
import Geometry
import Testing

@testable import DemoDistrict

@Suite struct `The places of the demo district` {
  @Test(arguments: [UInt64(1), 2, 3])
  func `everything that rows can lie at is well inside its grid`(seed: UInt64) {
    let region = Region(seed: seed, people: 2_000)
    let ground = region.ground

    #expect(ground.grids.count == 706)
    // The middle of one building in twenty and the door of each of its entrances.
    for (grid, buildings) in region.places.buildings.enumerated() {
      for index in buildings.map(Int.init) where index % 20 == 0 {
        for entrance in 0...Int(ground.buildings[index].entrances) {
          let position = ground.position(ofBuilding: index, entrance: entrance)
          #expect(ground.isClear(position, ofGrid: grid, by: GridPlaces.clearance))
          #expect(ground.grid(at: position) == grid)
        }
      }
    }
    for index in region.places.fixtures {
      let fixture = region.fixtures.all[Int(index)]
      #expect(ground.grid(at: fixture.position) == Int(fixture.grid))
    }
    for grid in ground.grids.indices where region.places.buildings[grid].isEmpty {
      let position = region.places.open[grid]
      #expect(ground.isClear(position, ofGrid: grid, by: GridPlaces.clearance + 4))
      #expect(ground.grid(at: position) == grid)
    }
    #expect(region.places.fixtures.count > 50_000)
  }

  @Test func `grids are drawn as often as there are dwellings in them`() {
    let region = Region(seed: 1, people: 2_000)
    let count = 40_000
    var drawn = Array(repeating: 0, count: region.ground.grids.count)
    var dwellings = drawn
    for index in region.homes.dwellings.indices {
      dwellings[region.homes.grid(ofDwelling: index, region.ground)] += 1
    }

    for index in 0..<count {
      var draw = Draw(Draw.stream(1, "test"), index)
      drawn[region.cell(&draw)] += 1
    }

    for (times, homes) in zip(drawn, dwellings) {
      let expected = Double(homes * count) / Double(region.homes.dwellings.count)
      // Six standard deviations of a Poisson number.
      #expect(abs(Double(times) - expected) <= 6 * expected.squareRoot() + 1)
    }
  }

  @Test func `households live in flats and houses of their own`() {
    let region = Region(seed: 1, people: 20_000)
    let homes = region.population.dwellings

    #expect(Set(homes).count == homes.count)
    for home in homes {
      let kind = region.homes.dwellings[Int(home)].kind
      #expect(kind == .flat || kind == .villageHouse)
      let address = region.address(of: .dwelling(Int(home))).standard
      #expect(address.hasPrefix("临江省云溪市格物区"))
    }
  }

  @Test func `each place has a road, an estate and an address`() {
    let region = Region(seed: 1, people: 2_000)
    var draw = Draw(7, 0)
    for cell in region.ground.grids.indices {
      let place = region.place(in: cell, &draw)
      #expect(region.cell(of: place) == cell)
      #expect(!region.road(of: place, &draw).isEmpty)
      #expect(!region.estate(of: place, &draw).isEmpty)
      #expect(region.address(of: place).standard.hasPrefix("临江省云溪市格物区"))
    }
  }
}
