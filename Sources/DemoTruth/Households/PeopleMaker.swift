/// Makes everyone of the district from its dwellings.
package enum PeopleMaker {
  private static let dwellingBlock = 4_096
  private static let householdBlock = 1_024

  /// The people of a plan; the same for a seed on any number of threads.
  ///
  /// - Parameters:
  ///   - dwellings: every dwelling of the district.
  ///   - places: for each of them what its building is.
  package static func make(_ plan: PeoplePlan, dwellings: [Dwelling], places: [DwellingPlace])
    -> People
  {
    precondition(dwellings.count == places.count, "each dwelling needs its place")
    let plants = PlantPlan(plan, dwellings: dwellings, places: places)
    let tenurePlan = TenurePlan(plan, dwellings: dwellings, places: places, plants: plants)
    let chains = chains(plan, tenurePlan, dwellings.count)
    var people = People(
      persons: [], households: [], tenures: chains.tenures, marriages: [], plants: [],
      formerNames: [], firstOwnerElsewhere: 0)
    addHouseholds(plan, chains, tenurePlan, to: &people)
    KinLinks.add(to: &people, seed: plan.seed)
    people.firstOwnerElsewhere = people.persons.count
    addOwnersElsewhere(plan, dwellings.count, to: &people)
    settle(in: plan.division, &people)
    ResidentNumbers.assign(&people.persons, in: plan.division)
    people.plants = PlantList.make(people, plants, dwellings: dwellings, seed: plan.seed)
    return people
  }

  /// Who was born in the district was made as one of the first.
  private static func settle(in division: Division, _ people: inout People) {
    people.division = division
    guard division.number > 0 else { return }
    for place in people.persons.indices where people.persons[place].region == Origin.own {
      people.persons[place].region += UInt16(division.number)
    }
  }

  private static func chains(_ plan: PeoplePlan, _ tenures: TenurePlan, _ count: Int)
    -> TenureChains
  {
    var all: [Tenure] = []
    all.reserveCapacity(count * 5 / 2)
    ParallelBlocks.forEach(
      count: ParallelBlocks.count(count, size: dwellingBlock), threads: plan.threads
    ) { block in
      var found: [Tenure] = []
      for place in ParallelBlocks.bounds(block, size: dwellingBlock, of: count) {
        tenures.append(place, to: &found)
      }
      return found
    } take: {
      all += $0
    }
    return TenureChains(all, seed: plan.seed)
  }

  /// The people of a block of households, with places that count from its first one.
  private struct Batch: Sendable {
    var persons: [Person] = []
    var households: [Household] = []
    var marriages: [Marriage] = []
    var formerNames: [(person: Int32, name: PersonName)] = []
  }

  private static func addHouseholds(
    _ plan: PeoplePlan, _ chains: TenureChains, _ tenurePlan: TenurePlan, to people: inout People
  ) {
    let count = chains.starts.count
    let stream = Draw.stream(plan.seed, "households")
    // The first tenants who are there for good.
    let guests = (0..<count).first { place in
      let frame = Self.frame(chains.own(place), tenurePlan)
      return frame.kind == .rent && frame.plant == nil
        && frame.anchor == TruthCalendar.todayOrdinal && frame.to > TruthCalendar.lastOrdinal
    }
    people.persons.reserveCapacity(count * 7 / 2)
    people.households.reserveCapacity(count)
    people.marriages.reserveCapacity(count)
    ParallelBlocks.forEach(
      count: ParallelBlocks.count(count, size: householdBlock), threads: plan.threads
    ) { block in
      var result = Batch()
      for place in ParallelBlocks.bounds(block, size: householdBlock, of: count) {
        let own = chains.own(place)
        // The draws go by the dwelling and the day, so that a plant elsewhere changes nothing here.
        let first = own[own.startIndex]
        var frame = Self.frame(own, tenurePlan)
        frame.isFromAbroad = place == guests
        var maker = HouseholdMaker(
          frame, draw: Draw(stream, Int(first.dwelling) << 20 ^ Int(first.from)))
        maker.make()
        append(maker, from: own.startIndex, tenures: own.count, to: &result)
      }
      return result
    } take: {
      join($0, to: &people)
    }
  }

  private static func frame(_ own: ArraySlice<Tenure>, _ plan: TenurePlan) -> HouseholdMaker.Frame {
    let anchor = TruthCalendar.todayOrdinal
    let (first, last) = (own[own.startIndex], own[own.endIndex - 1])
    let now = own.first { $0.covers(anchor) } ?? (first.from > anchor ? first : last)
    let day = min(max(anchor, first.from), last.to - 1)
    let dwelling = plan.dwellings[Int(now.dwelling)]
    let beds =
      now.plant == .dormitory
      ? 400 : Int((Double(dwelling.beds) * plan.bedShare).rounded())
    return HouseholdMaker.Frame(
      from: first.from, to: last.to, anchor: day, kind: now.kind,
      isVillage: plan.places[Int(now.dwelling)].isVillage, tenures: own.count, beds: beds,
      plant: now.plant)
  }

  private static func append(
    _ maker: HouseholdMaker, from: Int, tenures: Int, to block: inout Batch
  ) {
    let base = Int32(block.persons.count)
    let household = Int32(block.households.count)
    func moved(_ place: Int32) -> Int32 { place < 0 ? place : place + base }
    for var person in maker.persons {
      person.household = household
      (person.father, person.mother) = (moved(person.father), moved(person.mother))
      if maker.frame.plant != nil { person.traits.insert(.planted) }
      block.persons.append(person)
    }
    for var marriage in maker.marriages {
      (marriage.husband, marriage.wife) = (moved(marriage.husband), moved(marriage.wife))
      block.marriages.append(marriage)
    }
    for former in maker.formerNames.sorted(by: { $0.person < $1.person }) {
      block.formerNames.append((former.person + base, former.name))
    }
    block.households.append(
      Household(
        form: maker.form, isFloating: maker.isFloating, firstPerson: base,
        personCount: Int32(maker.persons.count), firstTenure: Int32(from),
        tenureCount: Int32(tenures)))
  }

  private static func join(_ block: Batch, to people: inout People) {
    let base = Int32(people.persons.count)
    let household = Int32(people.households.count)
    func moved(_ place: Int32) -> Int32 { place < 0 ? place : place + base }
    for var person in block.persons {
      person.household += household
      (person.father, person.mother) = (moved(person.father), moved(person.mother))
      people.persons.append(person)
    }
    for var one in block.households {
      one.firstPerson += base
      people.households.append(one)
    }
    for var marriage in block.marriages {
      (marriage.husband, marriage.wife) = (moved(marriage.husband), moved(marriage.wife))
      people.marriages.append(marriage)
    }
    for former in block.formerNames {
      people.formerNames.append((former.person + base, former.name))
    }
  }

  /// One for every eight dwellings: people of other cities who own a home here.
  private static func addOwnersElsewhere(
    _ plan: PeoplePlan, _ dwellings: Int, to people: inout People
  ) {
    let stream = Draw.stream(plan.seed, "owners elsewhere")
    for place in 0..<max(dwellings / 8, 1) {
      var draw = Draw(stream, place)
      let years = draw.days(years: 48, deviation: 9, within: 33...80)
      var person = Person(
        birth: TruthCalendar.todayOrdinal - years, joined: TruthCalendar.firstOrdinal,
        sex: draw.happens(600_000) ? .male : .female)
      person.traits = .ownerElsewhere
      person.region = draw.happens(350_000) ? Origin.own : Origin.elsewhere(&draw)
      person.name.surname = Surnames.draw(&draw)
      person.name.group = GivenNames.group(birth: person.birth, isFemale: person.sex == .female)
      person.name.given = GivenNames.draw(&draw, group: person.name.group)
      people.persons.append(person)
    }
  }
}
