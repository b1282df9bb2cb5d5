import DemoTruth
import Geometry
import Time

/// The whole invented district: the ground with what stands on it, its people and its organisations.
final class Region: Sendable {
  let seed: UInt64
  let ground: Ground
  let homes: Homes
  let fixtures: Fixtures
  let places: GridPlaces
  let population: Population
  /// The least longitude of the district.
  let west: Double
  private let firms: UInt64

  convenience init(seed: UInt64, people: Int) {
    self.init(ground: Ground(seed: seed), people: people)
  }

  init(ground: Ground, people: Int) {
    let seed = ground.seed
    self.seed = seed
    self.ground = ground
    homes = Homes(ground: ground)
    fixtures = Fixtures(ground: ground)
    places = GridPlaces(ground, fixtures)
    population = Population(seed: seed, count: people, ground: ground, homes: homes)
    west = ground.district.boundary.box.minX
    firms = Draw.stream(seed, "firm")
  }

  /// An organisation by its kind and number.
  func organisation(_ kind: String, _ index: Int) -> Organisation {
    var draw = Draw(firms &+ UInt64(kind.utf8.first ?? 0) << 8, index)
    let place = draw.below(homes.premises.count)
    let head = draw.below(population.people.count)
    let founded = Population.today.adding(days: -60 - draw.below(9_000))
    return Organisation(
      kind: kind, index: index, name: OrganisationNames.name(kind, index, &draw),
      creditCode: PersonalNumber.credit(
        kind: kind, index: index, region: ground.division.code), place: .premises(place),
      head: head, founded: founded)
  }

  /// The full name of somebody.
  func name(_ person: Int) -> String {
    let one = population.people[person]
    return ChineseNames.surname(one.surname) + ChineseNames.given(one.given, isMale: one.isMale)
  }

  /// The resident ID of somebody.
  func residentID(_ person: Int) -> String {
    let one = population.people[person]
    return PersonalNumber.resident(
      birth: Int(one.birth), sequence: Int(one.sequence), region: ground.division.code)
  }

  /// Age in full years today.
  func age(_ person: Int) -> Int {
    (Population.today.number - Int(population.people[person].birth)) / 10_000
  }
}
