/// 光荣牌: a plaque of honour at the door of a soldier's, a martyr's or a veteran's family.
package struct Plaque: Sendable {
  package enum Kind: UInt8, Sendable {
    case soldier, martyr, veteran

    package var label: String { ["军属", "烈属", "退役军人家庭"][Int(rawValue)] }
  }

  /// The soldier or veteran; of martyrs the next of kin.
  package var person: Int32
  /// Where the family lived then: the plaque stays there.
  package var dwelling: Int32
  package var from: Int32
  /// The day on which it was taken down, or `Person.open`.
  package var to: Int32
  package var kind: Kind

  /// One for each household, by the day on which it was put up.
  ///
  /// The first were put up from December 2018 to May 2019 (国办发〔2018〕72号), later ones some months after
  /// the discharge or the move. Of sons who left at 18 to 22 one in thirty is a soldier (assumption).
  static func all(_ lives: Lives, veterans: [Int32], seed: UInt64) -> [Plaque] {
    let stream = Draw.stream(seed, "plaques")
    var result: [Plaque] = []
    var has: Set<Int32> = []
    func add(_ person: Int32, _ kind: Kind, since: Int32, to: Int32, at host: Int32) {
      var draw = Draw(stream, Int(person))
      let presence = lives.people.presence(of: Int(host))
      // 2018-12-01.
      let rollOut = 17_866 + Int32(draw.below(150))
      let later = max(since, presence.lowerBound) + Int32(draw.number(40...300))
      let day = WorkDays.next(max(since, presence.lowerBound) < 17_800 ? rollOut : later)
      let household = lives.people.persons[Int(host)].household
      guard !lives.people.persons[Int(host)].traits.contains(.floating),
        let home = lives.residence(of: Int(host), on: day), day < to,
        day <= TruthCalendar.lastOrdinal, household >= 0, has.insert(household).inserted
      else { return }
      result.append(Plaque(person: person, dwelling: home.dwelling, from: day, to: to, kind: kind))
    }
    // Where the family moved away it is taken down a year later.
    func end(_ person: Int32) -> Int32 {
      let gone = lives.people.presence(of: Int(person)).upperBound
      return gone > TruthCalendar.lastOrdinal ? Person.open : gone + 365
    }
    for place in veterans
    where !lives.registrations(of: Int(lives.facts[Int(place)].person)).isEmpty {
      let fact = lives.facts[Int(place)]
      add(fact.person, .veteran, since: fact.from, to: end(fact.person), at: fact.person)
    }
    for aid in lives.aids where aid.kind == .benefit && (2...4).contains(aid.detail) {
      add(aid.person, .martyr, since: aid.from, to: end(aid.person), at: aid.person)
    }
    for (place, one) in lives.people.persons.enumerated()
    where one.sex == .male && one.left != Person.open && one.father >= 0
      && (6_570...8_100).contains(one.left - one.birth)
      && lives.people.persons[Int(one.father)].household == one.household
      && !one.traits.contains(.floating)
    {
      var draw = Draw(stream ^ 1, place)
      guard draw.happens(30_000) else { continue }
      add(
        Int32(place), .soldier, since: one.left, to: one.left + Int32(draw.number(730...1_900)),
        at: one.father)
    }
    return result.sorted { ($0.from, $0.person) < ($1.from, $1.person) }
  }
}
