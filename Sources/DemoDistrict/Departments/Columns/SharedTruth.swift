import Datasets
import DemoTruth
import Geometry

/// The truth as all departments share it, with what is looked up often.
final class SharedTruth: Sendable {
  let ground: Ground
  let homes: Homes
  let fixtures: Fixtures
  let lives: Lives
  let firms: Firms
  let events: Events
  let truth: Truth
  let addresses: AddressBook
  let doors: RoadDoors
  let works: Works
  let seed: UInt64
  /// The codes of the units of each level, to know which a written code is.
  let codes: [DivisionLevel: Set<String>]
  /// The least longitude of the district.
  let west: Double
  /// The buildings of each grid, and one of each estate in the grid of its gate; -1 for none.
  let buildingsOfGrid: [[Int32]]
  let gateOfEstate: [Int32]
  /// The place of each event among those of its kind and day, from 1.
  let eventCounters: [Int32]
  let deeds: DeedBook
  let cases: CaseBook
  let work: WorkIndex
  let market: MarketRoom
  let landBook: LandBook
  let bodies: BodyIndex

  /// The manifests of the demonstration, in the order of its tables.
  let manifests: [Manifest]

  init(_ truth: Truth, manifests: [Manifest] = []) {
    self.manifests = manifests
    (ground, homes, fixtures) = (truth.ground, truth.homes, truth.fixtures)
    (lives, firms, events, self.truth) = (truth.lives, truth.firms, truth.events, truth)
    seed = truth.options.seed
    west = truth.ground.district.boundary.box.minX
    var buildingsOfGrid: [[Int32]] = Array(repeating: [], count: truth.ground.grids.count)
    var gateOfEstate = Array(repeating: Int32(-1), count: truth.ground.estates.count)
    for (index, building) in truth.ground.buildings.enumerated() {
      buildingsOfGrid[Int(building.grid)].append(Int32(index))
      let estate = Int(building.estate)
      if estate >= 0, gateOfEstate[estate] < 0,
        building.grid == truth.ground.estates[estate].grid
      {
        gateOfEstate[estate] = Int32(index)
      }
    }
    var counts: [Int32] = Array(repeating: 0, count: Event.Kind.allCases.count)
    var day = Int32.min
    eventCounters = truth.events.list.map { event in
      if event.day != day {
        day = event.day
        for kind in counts.indices { counts[kind] = 0 }
      }
      counts[Int(event.kind.rawValue)] += 1
      return counts[Int(event.kind.rawValue)]
    }
    deeds = DeedBook(
      seed: truth.options.seed, ownerships: truth.lives.ownerships, ground: truth.ground)
    cases = CaseBook(truth)
    (self.buildingsOfGrid, self.gateOfEstate) = (buildingsOfGrid, gateOfEstate)
    landBook = LandBook(truth)
    addresses = AddressBook(truth.ground, truth.homes)
    doors = RoadDoors(truth.ground)
    work = WorkIndex(truth)
    works = Works(truth)
    market = MarketRoom(truth, managers: works.managers)
    bodies = BodyIndex(truth)
    codes = [
      .district: [truth.ground.district.code],
      .street: Set(truth.ground.streets.map(\.code)),
      .community: Set(truth.ground.communities.map(\.code)),
      .grid: Set(truth.ground.grids.map(\.code)),
    ]
  }

  /// A division by its place: the district, then the streets, then the communities.
  func division(_ index: Int) -> DivisionUnit {
    if index == 0 { return ground.district }
    let street = index - 1
    return street < ground.streets.count
      ? ground.streets[street] : ground.communities[street - ground.streets.count]
  }

  var divisionCount: Int { 1 + ground.streets.count + ground.communities.count }
}

/// What a department knows: the truth as of a day.
struct Sight: Sendable {
  let shared: SharedTruth
  var day: Int32
  /// Which district of the city it is.
  var division: Division { shared.ground.division }

  /// The same truth as of another day, none before its first.
  func on(_ day: Int32) -> Sight {
    Sight(shared: shared, day: max(day, TruthCalendar.firstOrdinal))
  }
}
