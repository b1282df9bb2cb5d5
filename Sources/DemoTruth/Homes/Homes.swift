package import Geometry

/// Where people can live and organisations can be, building by building.
package final class Homes: Sendable {
  package let dwellings: [Dwelling]
  package let premises: [Premises]
  /// The place of the first dwelling and the first premises of each building; one more at the end.
  package let firstDwelling: [Int32]
  package let firstPremises: [Int32]
  /// The place of each community's seat (居委会, 村委会) in `premises`, or -1.
  package let seats: [Int32]

  /// Premises at full size: 60,000 firms and shops, and one in seven empty.
  package static let premisesWanted = 70_000

  /// What stands in the share of buildings.
  ///
  /// - Parameter share: percent of the buildings, 1 to 100; a building is in or out as a whole.
  package init(ground: Ground, share: Int = 100) {
    let stream = Draw.stream(ground.seed, "homes.share")
    let maker = HomeMaker(ground)
    var dwellings: [Dwelling] = []
    var premises: [Premises] = []
    var firstDwelling: [Int32] = []
    var firstPremises: [Int32] = []
    var seats = Array(repeating: Int32(-1), count: ground.communities.count)
    var hasSeat = Set<Int32>()
    dwellings.reserveCapacity(175_000 * share / 100)
    premises.reserveCapacity(75_000 * share / 100)
    for (index, building) in ground.buildings.enumerated() {
      firstDwelling.append(Int32(dwellings.count))
      firstPremises.append(Int32(premises.count))
      var draw = Draw(stream, index)
      guard building.razed == .max, draw.below(100) < share else { continue }
      maker.addDwellings(of: building, index, to: &dwellings)
      let before = premises.count
      maker.addPremises(of: building, index, isFirst: &hasSeat, to: &premises)
      // A community's seat is a building of its village, else the first shop.
      let community = Int(ground.grids[Int(building.grid)].community)
      if seats[community] < 0, premises.count > before,
        building.kind == .government
          || premises[before].kind == .shop
      {
        premises[before].kind = .government
        seats[community] = Int32(before)
      }
    }
    firstDwelling.append(Int32(dwellings.count))
    firstPremises.append(Int32(premises.count))
    let (all, places) = maker.withOffices(
      at: dwellings, among: premises, firstPremises, firstDwelling,
      wanted: Self.premisesWanted * share / 100)
    self.dwellings = dwellings
    self.firstDwelling = firstDwelling
    self.premises = all
    self.firstPremises = places
    // What stands before a seat may have become more.
    self.seats = seats.map { seat in
      guard seat >= 0 else { return -1 }
      let building = Int(premises[Int(seat)].building)
      return places[building] + seat - firstPremises[building]
    }
  }

  /// The dwellings of a building.
  package func dwellings(ofBuilding building: Int) -> Range<Int> {
    Int(firstDwelling[building])..<Int(firstDwelling[building + 1])
  }

  /// The premises of a building.
  package func premises(ofBuilding building: Int) -> Range<Int> {
    Int(firstPremises[building])..<Int(firstPremises[building + 1])
  }

  /// Where a dwelling is: the middle of its building moved towards its entrance, degrees.
  package func position(ofDwelling dwelling: Int, _ ground: Ground) -> Coordinate {
    let one = dwellings[dwelling]
    return ground.position(ofBuilding: Int(one.building), entrance: Int(one.entrance))
  }

  /// The place of the grid that a dwelling lies in.
  package func grid(ofDwelling dwelling: Int, _ ground: Ground) -> Int {
    Int(ground.buildings[Int(dwellings[dwelling].building)].grid)
  }
}

extension Ground {
  /// The door of an entrance (from 1; 0 for the only one): at the building's south side, degrees.
  package func position(ofBuilding building: Int, entrance: Int) -> Coordinate {
    let one = buildings[building]
    guard entrance > 0, one.entrances > 0 else { return one.position }
    let share = (Double(entrance) - 0.5) / Double(one.entrances) - 0.5
    let along = Coordinate(x: Double(one.alongX), y: Double(one.alongY))
    return Terrain.degrees(
      one.middle + along * (share * Double(one.length)) - along.left * (Double(one.depth) * 0.3))
  }
}
