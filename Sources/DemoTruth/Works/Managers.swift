/// Who works for each firm and who lives in each community, to find those that answer for something.
package struct Managers: Sendable {
  /// From so many people on a firm has a manager beside its representative (assumption).
  private static let managed = 20

  private let lives: Lives
  private let firms: Firms
  private let employees: (index: SpanIndex, order: [Int32])
  private let neighbours: (index: SpanIndex, order: [Int32])

  package init(ground: Ground, homes: Homes, firms: Firms, lives: Lives) {
    (self.lives, self.firms) = (lives, firms)
    employees = SpanIndex.order(count: firms.list.count, owners: lives.jobs.map(\.employer))
    neighbours = SpanIndex.order(
      count: ground.communities.count,
      owners: homes.dwellings.map { ground.community(ofBuilding: $0.building) })
  }

  /// Who runs a firm day by day: in small ones the representative, in others the one who has worked there
  /// longest; -1 for one who lives elsewhere.
  package func manager(of firm: Int, on day: Int32) -> Int32 {
    let own = hired(by: firm, on: day)
    return own >= 0 ? own : firms.representative(of: firm, on: day)
  }

  /// The manager of a firm that has one beside its representative; -1 where it has none.
  package func hired(by firm: Int, on day: Int32) -> Int32 {
    firms.list[firm].staff >= Self.managed ? eldest(of: firm, on: day) : -1
  }

  /// Who has worked for a firm longest of those who do on a day, from 30 to 59 years old; -1 for nobody.
  package func eldest(of firm: Int, on day: Int32) -> Int32 {
    var best: (from: Int32, person: Int32)?
    for place in employees.order[employees.index[firm]] {
      let job = lives.jobs[Int(place)]
      guard job.holds(on: day),
        (30...59).contains(lives.people.persons[Int(job.person)].age(on: day))
      else { continue }
      if best.map({ (job.from, job.person) < ($0.from, $0.person) }) ?? true {
        best = (job.from, job.person)
      }
    }
    return best?.person ?? -1
  }

  /// Somebody of 25 to 59 years who works for a firm from a day to another, else on the first; -1 for nobody.
  package func employee(of firm: Int, from: Int32, to: Int32, _ draw: inout Draw) -> Int32 {
    let last = min(to, TruthCalendar.lastOrdinal)
    let there = employees.order[employees.index[firm]].map { lives.jobs[Int($0)] }.filter {
      $0.holds(on: from)
        && (25...59).contains(lives.people.persons[Int($0.person)].age(on: from))
    }
    let staying = there.filter { last < $0.to }
    guard !there.isEmpty else { return -1 }
    return draw.pick(staying.isEmpty ? there : staying).person
  }

  /// Somebody of 28 to 66 years who lives in a community from a day to another: a captain, a keeper.
  ///
  /// Where
  /// draws find nobody for the whole time, one who does on its first day; -1 where they find none.
  package func neighbour(
    ofCommunity community: Int, from: Int32, to: Int32, _ draw: inout Draw
  ) -> Int32 {
    let (first, last) = (max(from, TruthCalendar.firstOrdinal), min(to, TruthCalendar.lastOrdinal))
    let homes = neighbours.order[neighbours.index[community]]
    guard !homes.isEmpty, first <= last else { return -1 }
    var other = Int32(-1)
    for _ in 0..<60 {
      let dwelling = homes[homes.startIndex + draw.below(homes.count)]
      let turn = draw.below(8)
      let adults = lives.occupants(of: Int(dwelling), on: first).filter {
        let one = lives.people.persons[Int($0)]
        return (28...66).contains(one.age(on: first)) && one.death > last
      }
      guard !adults.isEmpty else { continue }
      let person = adults[turn % adults.count]
      if let tenure = lives.people.tenure(of: Int(person), on: last),
        lives.people.tenures[tenure].dwelling == dwelling
      {
        return person
      }
      if other < 0 { other = person }
    }
    return other
  }
}
