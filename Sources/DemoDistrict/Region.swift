import DemoTruth
import Geometry
import Time

/// The whole invented district: the ground, its people and its organisations.
final class Region: Sendable {
  let seed: UInt64
  let ground: Ground
  let population: Population
  let names: GroundNames
  private let streams: Streams

  private struct Streams {
    var building, firm, firmPlace, estate, road: UInt64
  }

  init(seed: UInt64, people: Int) {
    self.seed = seed
    ground = Ground(seed: seed)
    population = Population(seed: seed, count: people, ground: ground)
    names = GroundNames(seed: seed)
    streams = Streams(
      building: Draw.stream(seed, "building"), firm: Draw.stream(seed, "firm"),
      firmPlace: Draw.stream(seed, "firm.place"), estate: Draw.stream(seed, "estate"),
      road: Draw.stream(seed, "road"))
  }

  /// Where a building stands.
  func position(ofBuilding building: Int, in cell: Int) -> Coordinate {
    var draw = Draw(streams.building, cell * 1_000 + building)
    return ground.position(in: cell, &draw)
  }

  /// The name of a road of a grid: neighbouring grids of a row share it.
  func road(in cell: Int, _ number: Int) -> String {
    let place = ground.cells[cell]
    var draw = Draw(streams.road, number)
    let shift = draw.below(400)
    return names.road(
      number % 2 == 0
        ? place.row * 3 + place.column / 8 + shift % 7
        : 400 + place.column * 3 + place.row / 6 + shift % 5)
  }

  /// The name of an estate of a grid.
  func estate(_ estate: Int, in cell: Int) -> String { names.estate(cell * 5 + estate) }

  /// The address of a home, such as 和风街道明月社区长安路12号锦绣花园3幢2单元301室.
  func address(_ home: Dwelling) -> String {
    "\(streetAddress(cell: home.cell, number: home.building))"
      + "\(estate(home.estate, in: home.cell))\(home.building % Dwelling.buildingsInEstate + 1)幢"
      + "\(home.unit)单元\(home.room)室"
  }

  /// The address of a house on a road, such as 和风街道明月社区长安路12号.
  func streetAddress(cell: Int, number: Int) -> String {
    let place = ground.cells[cell]
    return ground.streets[place.street].name + ground.communities[place.community].name
      + "\(road(in: cell, number % 4))\(place.column * 20 + number * 2 + 1)号"
  }

  /// An organisation by its kind and number.
  func organisation(_ kind: String, _ index: Int) -> Organisation {
    var draw = Draw(streams.firm &+ UInt64(kind.utf8.first ?? 0) << 8, index)
    let cell = ground.cell(&draw)
    let head = draw.below(population.people.count)
    let founded = Population.today.adding(days: -60 - draw.below(9_000))
    var place = Draw(streams.firmPlace, cell * 64 + draw.below(40))
    return Organisation(
      kind: kind, index: index, name: OrganisationNames.name(kind, index, &draw),
      creditCode: PersonalNumber.credit(kind: kind, index: index), cell: cell,
      position: ground.position(in: cell, &place), head: head, founded: founded)
  }

  /// The full name of somebody.
  func name(_ person: Int) -> String {
    let one = population.people[person]
    return ChineseNames.surname(one.surname) + ChineseNames.given(one.given, isMale: one.isMale)
  }

  /// The resident ID of somebody.
  func residentID(_ person: Int) -> String {
    let one = population.people[person]
    return PersonalNumber.resident(birth: Int(one.birth), sequence: Int(one.sequence))
  }

  /// Age in full years today.
  func age(_ person: Int) -> Int {
    (Population.today.number - Int(population.people[person].birth)) / 10_000
  }
}
