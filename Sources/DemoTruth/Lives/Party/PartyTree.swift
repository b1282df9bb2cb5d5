import Time

/// The Party's organisations in the district as a tree, and which members are in which on a day.
///
/// A member belongs to the branch of the employer where that has one, else to that of the grids where
/// the home lies (党章 8). Organisations of firms are those of 50 staff and more, and of public bodies, in
/// which at least three members work on the day of the first delivery.
package struct PartyTree: Sendable {
  package let all: [PartyOrganisation]
  let lives: Lives
  let ground: Ground
  let homes: Homes
  let firms: Firms
  let seed: UInt64
  /// The branch of each grid, of each firm, and of the firms of each street without one of their own.
  let ofGrid: [Int32]
  let ofFirm: [Int32: Int32]
  let joint: [Int32]
  /// Those below each.
  package let children: [[Int32]]
  /// The memberships, places in `lives.facts`, that may ever be of each organisation.
  private let index: SpanIndex
  private let order: [Int32]

  package init(ground: Ground, homes: Homes, lives: Lives, firms: Firms, seed: UInt64) {
    let plan = PartyPlan(ground: ground, homes: homes, lives: lives, firms: firms, seed: seed)
    (self.lives, self.ground, self.homes, self.firms) = (lives, ground, homes, firms)
    self.seed = seed
    (all, ofGrid, ofFirm, joint) = (plan.all, plan.ofGrid, plan.ofFirm, plan.joint)
    var children: [[Int32]] = Array(repeating: [], count: all.count)
    for (place, one) in all.enumerated() where one.parent >= 0 {
      children[Int(one.parent)].append(Int32(place))
    }
    self.children = children
    (index, order) = plan.candidates()
  }

  /// The organisation of a membership on a day: its place in ``all``, or -1 for one who is not there.
  package func organisation(of membership: Int, on day: Int32) -> Int32 {
    let fact = lives.facts[membership]
    guard fact.holds(on: day) else { return -1 }
    let person = Int(fact.person)
    if let job = lives.job(of: person, on: day), job.employer >= 0 {
      if let own = ofFirm[job.employer], all[Int(own)].founded <= day { return own }
      if PartyPlan.isJoint(person, firms.list[Int(job.employer)]) {
        return joint[PartyPlan.street(ground, firms, Int(job.employer))]
      }
    }
    guard let home = lives.residence(of: person, on: day) else { return -1 }
    return ofGrid[homes.grid(ofDwelling: Int(home.dwelling), ground)]
  }

  /// The memberships of an organisation itself on a day.
  package func members(of place: Int, on day: Int32) -> [Int] {
    let seen = max(day, TruthCalendar.firstOrdinal)
    return order[index[place]].map(Int.init).filter {
      organisation(of: $0, on: seen) == Int32(place)
    }
  }

  /// How many members it and those below it have on a day.
  package func count(of place: Int, on day: Int32) -> Int {
    members(of: place, on: day).count
      + children[place].reduce(0) { $0 + count(of: Int($1), on: day) }
  }

  /// The day of the next election: communities and villages all elect every five years in November
  /// (中办发〔2018〕: five years; 2020, 2025), the others every three after they were founded.
  package func nextElection(of place: Int, on day: Int32) -> Int32 {
    let one = all[place]
    var draw = Draw(Draw.stream(seed, "party.election"), place)
    switch one.owner {
    case .community, .street, .system, .grids:
      var year = 2015
      while true {
        let next = Int32(Day.ordinal(year: year, month: 11, day: 1)) + Int32(draw.below(28))
        if next > day { return next }
        year += 5
        draw = Draw(Draw.stream(seed, "party.election"), place + year)
      }
    default:
      let passed = max(day - one.founded, 0) / 1_096
      return one.founded + (passed + 1) * 1_096
    }
  }

  /// The person who leads it on a day: chosen at the last election among its members, or those below it,
  /// for as long as they are members there; -1 for none.
  package func secretary(of place: Int, on day: Int32) -> Int32 {
    let one = all[place]
    let next = nextElection(of: place, on: day)
    let isFirm: Bool = if case .firm = one.owner { true } else { false }
    let term: Int32 = isFirm ? 1_096 : 1_826
    let elected = max(next - term - 10, TruthCalendar.firstOrdinal)
    let pool = pool(place, on: elected)
    let best = pool.filter { organisation(of: $0, on: day) >= 0 }.min {
      rank($0, place, elected) < rank($1, place, elected)
    }
    let chosen =
      best ?? self.pool(place, on: day).min { rank($0, place, day) < rank($1, place, day) }
    return chosen.map { lives.facts[$0].person } ?? -1
  }

  private func pool(_ place: Int, on day: Int32) -> [Int] {
    let own = members(of: place, on: day)
    return own.isEmpty ? children[place].flatMap { pool(Int($0), on: day) } : own
  }

  /// Those of 35 to 56 at work in an office first, then by chance.
  private func rank(_ membership: Int, _ place: Int, _ day: Int32) -> (Int, UInt64) {
    let person = Int(lives.facts[membership].person)
    let age = lives.people.persons[person].age(on: day)
    let work = lives.job(of: person, on: day)?.occupation
    let isOffice =
      work.map { [.official, .clerk, .teacher, .doctor, .engineer].contains($0) } == true
    var draw = Draw(Draw.stream(seed, "party.secretary"), person &* 4_099 &+ place)
    return (((35...56).contains(age) ? 0 : 2) + (isOffice ? 0 : 1), draw.next())
  }
}
