/// Makes the lives of all people.
package enum LivesMaker {
  private static let block = 1_024

  /// The lives; the same for a seed on any number of threads.
  ///
  /// - Parameters:
  ///   - people: whose lives.
  ///   - homes: the dwellings from which the people were made, and their places.
  ///   - workplaces: the firms and schools.
  package static func make(
    _ people: People, plan: PeoplePlan, homes: [Dwelling], places: [DwellingPlace],
    workplaces: Workplaces
  ) -> Lives {
    var lives = Lives(people: people)
    indexTenures(&lives, homes.count)
    addFacts(&lives, plan, homes, places, workplaces)
    addRegisters(&lives, plan, homes, places)
    let owners = OwnershipMaker(lives, homes: homes, places: places, seed: plan.seed)
    lives.ownerships = owners.ownerships
    lives.tenancies = owners.tenancies
    lives.secondHomes = owners.secondHomes
    (lives.secondHomeIndex, lives.secondHomeOrder) = SpanIndex.order(
      count: people.households.count, owners: owners.secondHomes.map(\.household))
    index(&lives, homes.count)
    addAid(&lives, plan, places)
    return lives
  }

  private static func addRegisters(
    _ lives: inout Lives, _ plan: PeoplePlan, _ homes: [Dwelling], _ places: [DwellingPlace]
  ) {
    let made = RegisterMaker(lives.people, homes: homes, places: places, seed: plan.seed)
    (lives.registers, lives.registrations) = (made.registers, made.registrations)
  }

  /// Adds the aid, which needs to know everything else, and puts it among the facts.
  private static func addAid(_ lives: inout Lives, _ plan: PeoplePlan, _ places: [DwellingPlace]) {
    let made = AidMaker(lives, places: places, seed: plan.seed)
    lives.aids = made.aids
    insert(made.facts, into: &lives)
  }

  /// Puts facts in their places among the others.
  static func insert(_ more: [Fact], into lives: inout Lives) {
    func isBefore(_ one: Fact, _ other: Fact) -> Bool {
      (one.person, one.kind.rawValue, one.from) < (other.person, other.kind.rawValue, other.from)
    }
    let added = more.sorted(by: isBefore)
    var facts: [Fact] = []
    facts.reserveCapacity(lives.facts.count + added.count)
    var next = 0
    for fact in lives.facts {
      while next < added.count, isBefore(added[next], fact) {
        facts.append(added[next])
        next += 1
      }
      facts.append(fact)
    }
    lives.facts = facts + added[next...]
    indexFacts(&lives)
  }

  private static func indexFacts(_ lives: inout Lives) {
    lives.factIndex = SpanIndex(count: lives.people.persons.count, things: lives.facts.count) {
      [facts = lives.facts] in facts[$0].person
    }
  }

  private static func indexTenures(_ lives: inout Lives, _ dwellings: Int) {
    let tenures = lives.people.tenures
    let (index, order) = SpanIndex.order(count: dwellings, owners: tenures.map(\.dwelling))
    (lives.tenureIndex, lives.tenureOrder) = (index, order)
    for dwelling in 0..<dwellings {
      lives.tenureOrder[index[dwelling]].sort { tenures[Int($0)].from < tenures[Int($1)].from }
    }
  }

  private struct Batch: Sendable {
    var facts: [Fact] = []
    var jobs: [Job] = []
    var enrolments: [Enrolment] = []
    var education: [UInt8] = []
  }

  private static func addFacts(
    _ lives: inout Lives, _ plan: PeoplePlan, _ homes: [Dwelling], _ places: [DwellingPlace],
    _ workplaces: Workplaces
  ) {
    let people = lives.people
    let count = people.households.count
    lives.facts.reserveCapacity(people.persons.count * 5 / 2)
    lives.jobs.reserveCapacity(people.persons.count * 5 / 4)
    lives.enrolments.reserveCapacity(people.persons.count * 2 / 5)
    lives.highestEducation.reserveCapacity(people.persons.count)
    ParallelBlocks.forEach(
      count: ParallelBlocks.count(count, size: block), threads: plan.threads
    ) { number in
      var maker = LifeMaker(
        people, homes: homes, places: places, workplaces: workplaces, seed: plan.seed)
      var result = Batch()
      for household in ParallelBlocks.bounds(number, size: block, of: count) {
        maker.add(household: household, education: &result.education)
      }
      (result.facts, result.jobs, result.enrolments) = (maker.facts, maker.jobs, maker.enrolments)
      return result
    } take: { result in
      lives.facts += result.facts
      lives.jobs += result.jobs
      lives.enrolments += result.enrolments
      lives.highestEducation += result.education
    }
    let rest = people.persons.count - lives.highestEducation.count
    lives.highestEducation += [UInt8](repeating: 31, count: rest)
  }

  private static func index(_ lives: inout Lives, _ dwellings: Int) {
    let people = lives.people
    let persons = people.persons.count
    indexFacts(&lives)
    lives.jobIndex = SpanIndex(count: persons, things: lives.jobs.count) {
      [jobs = lives.jobs] in jobs[$0].person
    }
    lives.enrolmentIndex = SpanIndex(count: persons, things: lives.enrolments.count) {
      [enrolments = lives.enrolments] in enrolments[$0].person
    }
    lives.registrationIndex = SpanIndex(count: persons, things: lives.registrations.count) {
      [registrations = lives.registrations] in registrations[$0].person
    }
    lives.ownershipIndex = SpanIndex(count: dwellings, things: lives.ownerships.count) {
      [ownerships = lives.ownerships] in ownerships[$0].dwelling
    }
    lives.tenancyIndex = SpanIndex(count: dwellings, things: lives.tenancies.count) {
      [tenancies = lives.tenancies] in tenancies[$0].dwelling
    }
    (lives.registerIndex, lives.registerOrder) = SpanIndex.order(
      count: lives.registers.count, owners: lives.registrations.map(\.register))
    indexMarriages(&lives, persons)
    let parents = people.persons.map(\.mother) + people.persons.map(\.father)
    (lives.childIndex, lives.childOrder) = SpanIndex.order(count: persons, owners: parents)
    lives.childOrder = lives.childOrder.map { $0 < Int32(persons) ? $0 : $0 - Int32(persons) }
  }

  /// Both of a marriage have it; husbands and wives are told apart by the half of the list.
  private static func indexMarriages(_ lives: inout Lives, _ persons: Int) {
    let marriages = lives.people.marriages
    let (index, order) = SpanIndex.order(
      count: persons, owners: marriages.map(\.husband) + marriages.map(\.wife))
    lives.marriageIndex = index
    lives.marriageOrder = order.map { Int($0) < marriages.count ? $0 : $0 - Int32(marriages.count) }
    for person in 0..<persons where index[person].count > 1 {
      lives.marriageOrder[index[person]].sort {
        (marriages[Int($0)].from, $0) < (marriages[Int($1)].from, $1)
      }
    }
  }
}
