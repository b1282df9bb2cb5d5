import DemoTruth
import Geometry

extension Region {
  /// A grid, drawn as often as there are dwellings in it.
  func cell(_ draw: inout Draw) -> Int {
    homes.grid(ofDwelling: draw.below(homes.dwellings.count), ground)
  }

  /// Any building of a grid, or the open ground where none stands.
  func place(in cell: Int, _ draw: inout Draw) -> RowPlace {
    let buildings = places.buildings[cell]
    return buildings.isEmpty ? .open(cell) : .building(Int(draw.pick(buildings)))
  }

  /// Something that stands along a road.
  func roadside(_ draw: inout Draw) -> RowPlace { .fixture(Int(draw.pick(places.fixtures))) }

  /// The grid that a place lies in.
  func cell(of place: RowPlace) -> Int {
    switch place {
    case .dwelling, .premises, .building:
      building(of: place).map { Int(ground.buildings[$0].grid) } ?? 0
    case .fixture(let index): Int(fixtures.all[index].grid)
    case .open(let cell): cell
    }
  }

  /// The building that a place is or lies in.
  func building(of place: RowPlace) -> Int? {
    switch place {
    case .dwelling(let index): Int(homes.dwellings[index].building)
    case .premises(let index): Int(homes.premises[index].building)
    case .building(let index): index
    case .fixture, .open: nil
    }
  }

  /// Where a place is (CGCS2000), well inside its grid.
  func position(of place: RowPlace) -> Coordinate {
    switch place {
    case .dwelling(let index): homes.position(ofDwelling: index, ground)
    case .premises(let index):
      ground.position(
        ofBuilding: Int(homes.premises[index].building),
        entrance: Int(homes.premises[index].entrance))
    case .building(let index): ground.buildings[index].position
    case .fixture(let index): fixtures.all[index].position
    case .open(let cell): places.open[cell]
    }
  }

  /// The address of a place, as exact as places of its kind have one.
  func address(of place: RowPlace) -> Address {
    switch place {
    case .dwelling(let index): return ground.address(of: homes.dwellings[index])
    case .premises(let index): return ground.address(of: homes.premises[index])
    case .building(let index): return ground.address(ofBuilding: index)
    case .fixture(let index):
      var address = Address()
      address.district = ground.division.name
      let fixture = fixtures.all[index]
      address.street = name(of: Int(fixture.grid), .street)
      address.community = name(of: Int(fixture.grid), .community)
      address.road = ground.roads[Int(fixture.road)].name
      return address
    case .open(let cell):
      // Without a road, the village or community says where it is.
      var address = Address()
      address.district = ground.division.name
      address.kind = .village
      address.street = name(of: cell, .street)
      address.community = name(of: cell, .community)
      return address
    }
  }

  /// The name of the road at a place; else of a road, a village or the community of its grid.
  func road(of place: RowPlace, _ draw: inout Draw) -> String {
    let own = address(of: place).road
    guard own.isEmpty else { return own }
    let roads = places.roads[cell(of: place)]
    return roads.isEmpty
      ? estate(of: place, &draw) : ground.roads[Int(draw.pick(roads))].name
  }

  /// The name of the estate or village of a place; else of another one of its grid, or of its
  /// community.
  func estate(of place: RowPlace, _ draw: inout Draw) -> String {
    let own = address(of: place).estate
    guard own.isEmpty else { return own }
    let cell = cell(of: place)
    let estates = places.estates[cell]
    return estates.isEmpty
      ? name(of: cell, .community) : ground.estates[Int(draw.pick(estates))].name
  }
}
