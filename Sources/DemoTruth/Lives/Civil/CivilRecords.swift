/// What offices and hospitals write down about people, with the bodies that do it: births, deaths, services,
/// plaques, and who works in the communities.
package struct CivilRecords: Sendable {
  /// A birth in a hospital of the district, by the day of its certificate.
  package struct Birth: Sendable {
    package var child: Int32
    /// Its place in `firms`.
    package var hospital: Int32
    package var issued: Int32
    /// The place among the certificates of the year, from 1.
    package var number: Int32
  }

  /// A death, by the day of its certificate.
  package struct Death: Sendable {
    /// 医疗机构, 家中, 养老机构, 途中, 其他.
    package enum Place: UInt8, Sendable { case hospital, home, careHome, way, other }

    package var person: Int32
    /// The hospital, or the health centre near the home; its place in `firms`.
    package var issuer: Int32
    package var issued: Int32
    package var number: Int32
    package var place: Place
  }

  /// 2025-01-01, from which certificates are counted and services are told.
  static let first: Int32 = 20_089

  package private(set) var births: [Birth] = []
  package private(set) var deaths: [Death] = []
  package let rehabs: [RehabService]
  package let plaques: [Plaque]
  /// The places in `lives.facts` of the cards of the disabled, and of those who left the army.
  package let cards: [Int32]
  package let veterans: [Int32]
  package let bodies: CommunityBodies

  package init(_ lives: Lives, ground: Ground, homes: Homes, firms: Firms, seed: UInt64) {
    let bodies = CommunityBodies(lives, ground: ground, homes: homes, firms: firms)
    self.bodies = bodies
    cards = lives.facts.indices.filter { lives.facts[$0].kind == .disabilityCard }.map(Int32.init)
    veterans = lives.facts.indices.filter { lives.facts[$0].kind == .veteran }.map(Int32.init)
    rehabs = RehabService.all(lives, cards: cards, bodies: bodies, seed: seed)
    plaques = Plaque.all(lives, veterans: veterans, seed: seed)
    addBirths(lives, seed)
    addDeaths(lives, seed)
  }

  /// 93 of a hundred children are born in the district's hospitals (assumption); the certificate comes with the
  /// discharge or some weeks later.
  private mutating func addBirths(_ lives: Lives, _ seed: UInt64) {
    let stream = Draw.stream(seed, "births")
    for (place, one) in lives.people.persons.enumerated()
    where one.birth >= Self.first && one.birth <= TruthCalendar.lastOrdinal && one.mother >= 0
      && lives.residence(of: Int(one.mother), on: one.birth) != nil
    {
      var draw = Draw(stream, place)
      guard draw.happens(930_000) else { continue }
      let hospital = bodies.hospital(&draw, on: one.birth, prefersMaternity: true)
      let issued = WorkDays.next(
        one.birth + Int32(draw.happens(700_000) ? draw.number(2...6) : draw.number(7...40)))
      births.append(Birth(child: Int32(place), hospital: hospital, issued: issued, number: 0))
    }
    births.sort { ($0.issued, $0.child) < ($1.issued, $1.child) }
    let numbers = Self.numbers(births.map(\.issued))
    for place in births.indices { births[place].number = numbers[place] }
  }

  /// Of a hundred 40 die in hospitals, the others at home for the most part (assumption after the disease
  /// surveillance points of 2013: 72 % at home, fewer in towns).
  private mutating func addDeaths(_ lives: Lives, _ seed: UInt64) {
    let stream = Draw.stream(seed, "deaths")
    for (place, one) in lives.people.persons.enumerated()
    where one.death >= Self.first && one.death <= TruthCalendar.lastOrdinal && one.household >= 0
      && one.traits.isDisjoint(with: [.foreigner, .compatriot])
    {
      guard let home = lives.residence(of: place, on: one.death - 1) else { continue }
      var draw = Draw(stream, place)
      let isInHome = lives.people.households[Int(one.household)].form == .careHome
      let kinds: [Death.Place] = [.hospital, .home, .careHome, .way, .other]
      let kind = kinds[draw.weighted(isInHome ? [25, 0, 75, 0, 0] : [40, 54, 0, 3, 3])]
      // Of those who die in a hospital nearly half are in one of the city's.
      guard kind != .hospital || draw.happens(530_000) else { continue }
      let issuer =
        kind == .home || kind == .careHome
        ? bodies.clinic(ofDwelling: Int(home.dwelling), &draw, on: one.death)
        : bodies.hospital(&draw, on: one.death, prefersMaternity: false)
      deaths.append(
        Death(
          person: Int32(place), issuer: issuer,
          issued: one.death + Int32(draw.weighted([45, 40, 15])),
          number: 0, place: kind))
    }
    deaths.sort { ($0.issued, $0.person) < ($1.issued, $1.person) }
    let numbers = Self.numbers(deaths.map(\.issued))
    for place in deaths.indices { deaths[place].number = numbers[place] }
  }

  /// The places of days within their years, from 1.
  private static func numbers(_ days: [Int32]) -> [Int32] {
    var (year, count) = (0, Int32(0))
    return days.map { day in
      let own = Enrolment.year(of: day)
      if own != year { (year, count) = (own, 0) }
      count += 1
      return count
    }
  }
}
