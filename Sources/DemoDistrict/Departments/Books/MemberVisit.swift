import DemoTruth
import Time

/// A visit of a working member to the community of the home (在职党员社区报到).
struct MemberVisit: Sendable {
  let person: Int32
  /// In minutes since 1970.
  let minute: Int32
  let community: Int32
  let service: UInt8
  /// In tenths.
  let hours: UInt8

  /// Those from July 2025 on, in the order of time: a working member comes every second year on average, in
  /// the truth of all members about 750 times a month (assumption).
  static func all(_ truth: Truth) -> [MemberVisit] {
    let (lives, homes, ground) = (truth.lives, truth.homes, truth.ground)
    let stream = Draw.stream(truth.options.seed, "member.visit")
    var all: [MemberVisit] = []
    for fact in lives.facts where fact.kind == .partyMember {
      let person = Int(fact.person)
      var draw = Draw(stream, person)
      for month in 0..<24 {
        let (part, choice, minutes) = (draw.below(1_000), draw.next(), draw.below(480))
        guard part < 47 else { continue }
        let year = 2025 + (month + 6) / 12
        let first = Int32(Day.ordinal(year: year, month: (month + 6) % 12 + 1, day: 1))
        var day = first + Int32(choice % 28)
        // Two of three come at the weekend.
        if choice / 64 % 3 > 0 { day += Int32((6 - Day(ordinal: Int(day)).weekday) % 7) }
        guard fact.holds(on: day), let home = lives.residence(of: person, on: day),
          let job = lives.job(of: person, on: day), job.employer >= 0,
          (20...60).contains(lives.people.persons[person].age(on: day))
        else { continue }
        let isFree = [0, 6].contains(Day(ordinal: Int(day)).weekday)
        let clock = isFree ? 510 + Int32(minutes) : 1_080 + Int32(minutes % 120)
        let grid = ground.grids[homes.grid(ofDwelling: Int(home.dwelling), ground)]
        all.append(
          MemberVisit(
            person: fact.person, minute: day * 1_440 + clock, community: grid.community,
            service: UInt8(choice >> 20 & 0xFF), hours: UInt8(5 * (1 + choice >> 30 & 7))))
      }
    }
    return all.sorted { ($0.minute, $0.person) < ($1.minute, $1.person) }
  }
}
