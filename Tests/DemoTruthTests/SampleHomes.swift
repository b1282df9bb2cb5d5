import Time

@testable import DemoTruth

/// Dwellings by hand, since the ground that has them is not made here: 20 % of the homes in
/// villages, built between 1985 and 2020, and a few dormitories and care homes.
struct SampleHomes {
  var dwellings: [Dwelling] = []
  var places: [DwellingPlace] = []

  /// For so many people, with one home in six to spare.
  init(people: Int) {
    let count = people * 178 / 400
    for place in 0..<count {
      var draw = Draw(77, place)
      let isVillage = draw.happens(200_000)
      let building = Int32(place / 24)
      var ofBuilding = Draw(3, Int(building))
      dwellings.append(
        Dwelling(
          building: building, kind: isVillage ? .villageHouse : .flat, entrance: 1,
          floor: UInt8(place % 24 / 2 + 1), door: UInt8(place % 2 + 1),
          rooms: UInt8(1 + draw.weighted([10, 35, 40, 15])), area: 900, beds: 4))
      let year = 1985 + ofBuilding.below(36)
      places.append(
        DwellingPlace(
          community: building / 80, station: Int16(building / 500 % 12),
          built: Int32(Day(number: year * 10_000 + 0101).ordinal), isVillage: isVillage))
    }
    for place in 0..<max(count / 4_000, 3) {
      dwellings.append(
        Dwelling(
          building: Int32(count / 24 + place), kind: place % 5 == 4 ? .careHome : .dormitory,
          entrance: 0, floor: 1, door: 0, rooms: 0, area: 0, beds: 400))
      places.append(
        DwellingPlace(
          community: Int32(place), station: Int16(place % 12), built: 14_000, isVillage: false))
    }
  }

  /// The people of a plan in these homes.
  func people(_ plan: PeoplePlan) -> People {
    PeopleMaker.make(plan, dwellings: dwellings, places: places)
  }

  /// Their lives.
  func lives(_ plan: PeoplePlan) -> Lives {
    LivesMaker.make(
      people(plan), plan: plan, homes: dwellings, places: places,
      workplaces: .numbered(employers: max(plan.people * 15 / 100, 10)))
  }

  /// A tenth of a district, made once for all tests.
  static let tenth = SampleHomes(people: 40_000)
  static let tenthLives = tenth.lives(PeoplePlan(seed: 11, people: 40_000))
}
