/// Makes the dated facts of a person: school, work, insurances, aid.
///
/// Each person has draws of their own, so that a fact of one does not depend on any other's.
struct LifeMaker {
  let people: People
  let homes: [Dwelling]
  let places: [DwellingPlace]
  let workplaces: Workplaces
  let stream: UInt64

  var facts: [Fact] = []
  var jobs: [Job] = []
  var enrolments: [Enrolment] = []
  /// Of the person at hand.
  var place = 0
  var person = Person(birth: 0, joined: 0, sex: .male)
  var presence: Range<Int32> = 0..<0
  var community: Int32 = 0
  var schoolArea: Int16 = -1
  var isVillage = false
  var highest: UInt8 = 90
  /// The day from which a disability keeps the person from work, or `Person.open`.
  var unfitFrom = Person.open
  var draw = Draw(0, 0)

  init(
    _ people: People, homes: [Dwelling], places: [DwellingPlace], workplaces: Workplaces,
    seed: UInt64
  ) {
    (self.people, self.homes, self.places, self.workplaces) = (people, homes, places, workplaces)
    stream = Draw.stream(seed, "lives")
  }

  /// Whether someone has facts: those who live here within the days of the truth.
  static func hasLife(_ presence: Range<Int32>) -> Bool {
    !presence.isEmpty && presence.upperBound > TruthCalendar.firstOrdinal
      && presence.lowerBound <= TruthCalendar.lastOrdinal
  }

  /// The facts of everyone of a household; its members follow each other.
  mutating func add(household: Int, education: inout [UInt8]) {
    let own = people.households[household]
    // By the first dwelling and its day: plants elsewhere change nothing here.
    let first = people.tenures[own.tenures.lowerBound]
    let key = Int(first.dwelling) &* 1_000_003 &+ Int(first.from) &* 8_191
    let home = places[Int(first.dwelling)]
    (community, isVillage, schoolArea) = (home.community, home.isVillage, home.schoolArea)
    for member in own.members {
      place = member
      person = people.persons[member]
      presence = people.presence(of: member)
      draw = Draw(stream, key &+ member &- Int(own.firstPerson))
      highest = Education.highest(of: person, &draw)
      education.append(highest)
      guard Self.hasLife(presence) else { continue }
      let start = facts.count
      unfitFrom = Person.open
      addSchools()
      addHealth()
      addWork()
      addStanding()
      addAid(household: own)
      facts[start...].sort { ($0.kind.rawValue, $0.from) < ($1.kind.rawValue, $1.from) }
    }
  }

  /// The day of an age in years and parts of one.
  func day(atAge age: Double) -> Int32 { person.birth + Int32(age * 365.25) }

  /// Adds a fact as far as the person is there for it; an end after the last day is open.
  mutating func add(
    _ kind: FactKind, from: Int32, to: Int32 = Person.open, detail: UInt8 = 0, level: UInt8 = 0
  ) {
    let end = min(to, presence.upperBound)
    guard from < end, end > TruthCalendar.firstOrdinal, from <= TruthCalendar.lastOrdinal else {
      return
    }
    facts.append(
      Fact(
        person: Int32(place), from: from, to: end > TruthCalendar.lastOrdinal ? Person.open : end,
        kind: kind,
        detail: detail, level: level))
  }
}
