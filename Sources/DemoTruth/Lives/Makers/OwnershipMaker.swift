/// Gives every flat and house its owners, and every let one its contracts.
///
/// Of let dwellings 60 % belong to people who live in the district and 40 % to others (assumption); of
/// empty ones 12 % are second homes.
struct OwnershipMaker {
  private(set) var ownerships: [Ownership] = []
  private(set) var tenancies: [Tenancy] = []
  private(set) var secondHomes: [SecondHome] = []
  private let people: People
  private let homes: [Dwelling]
  private let places: [DwellingPlace]
  private let stream: UInt64
  /// Owner tenures that last: their households let flats to others and have second homes.
  private var landlords: [Int32] = []
  private var ownersElsewhere: Range<Int>
  private var planted: [Int32: Int32] = [:]

  init(_ lives: Lives, homes: [Dwelling], places: [DwellingPlace], seed: UInt64) {
    (people, self.homes, self.places) = (lives.people, homes, places)
    stream = Draw.stream(seed, "owners")
    ownersElsewhere = people.firstOwnerElsewhere..<people.persons.count
    for (place, tenure) in people.tenures.enumerated() {
      guard tenure.kind == .owner, tenure.to == Person.open, tenure.plant == nil,
        tenure.from < TruthCalendar.firstOrdinal + 2_500
      else { continue }
      let one = people.persons[Int(people.households[Int(tenure.household)].firstPerson)]
      if one.end == Person.open, one.joined < TruthCalendar.firstOrdinal + 2_500 {
        landlords.append(Int32(place))
      }
    }
    for plant in people.plants(of: .secondHome) { planted[plant.dwelling] = plant.household }
    ownerships.reserveCapacity(homes.count * 2)
    tenancies.reserveCapacity(homes.count * 6 / 5)
    for place in homes.indices {
      guard homes[place].kind == .flat || homes[place].kind == .villageHouse else { continue }
      addOwners(place, lives.tenures(of: place))
    }
  }

  private mutating func addOwners(_ place: Int, _ tenures: [Tenure]) {
    var draw = Draw(stream, place)
    let isPublic = tenures.contains { $0.kind == .publicRent }
    var owner = Ownership(
      dwelling: Int32(place), owner: landlord(isPublic, on: TruthCalendar.firstOrdinal, &draw),
      from: min(places[place].built, TruthCalendar.lastOrdinal), to: Person.open)
    owner.from = max(owner.from, grown(owner.owner))
    if let household = planted[Int32(place)] {
      addSecondHome(place, household, isUsed: false, &owner)
    } else if !tenures.contains(where: {
      $0.covers(TruthCalendar.todayOrdinal) || $0.from > TruthCalendar.todayOrdinal
    }),
      draw.happens(120_000), !landlords.isEmpty
    {
      let tenure = people.tenures[Int(draw.pick(landlords))]
      addSecondHome(place, tenure.household, isUsed: draw.happens(600_000), &owner)
      if let last = tenures.last, secondHomes[secondHomes.count - 1].from < last.to {
        // It is theirs alone since the last ones left.
        secondHomes[secondHomes.count - 1].from = last.to
      }
      append(owner)
      addTenancies(place, tenures, &draw)
      return
    }
    for tenure in tenures where tenure.kind == .owner {
      let head = head(of: tenure)
      let bought = max(tenure.from - Int32(draw.below(80)), owner.from, grown(head))
      guard bought < tenure.to, bought <= TruthCalendar.lastOrdinal else { continue }
      if bought > owner.from {
        owner.to = bought
        append(owner)
      }
      owner = Ownership(
        dwelling: Int32(place), owner: head, from: bought, to: Person.open)
      if draw.happens(450_000) { owner.coOwner = spouse(of: owner.owner, in: tenure) }
      if tenure.to != Person.open, draw.happens(500_000) {
        owner.to = tenure.to
        append(owner)
        owner = Ownership(
          dwelling: Int32(place), owner: landlord(false, on: tenure.to, &draw), from: tenure.to,
          to: Person.open)
      }
    }
    append(owner)
    addTenancies(place, tenures, &draw)
  }

  private mutating func addSecondHome(
    _ place: Int, _ household: Int32, isUsed: Bool, _ owner: inout Ownership
  ) {
    let own = people.households[Int(household)]
    owner.owner = own.firstPerson
    owner.from = max(min(places[place].built, TruthCalendar.lastOrdinal), grown(own.firstPerson))
    let since = people.presence(of: Int(own.firstPerson))
    secondHomes.append(
      SecondHome(
        dwelling: Int32(place), household: household, from: max(since.lowerBound, owner.from),
        to: Person.open, isUsed: isUsed))
  }

  /// Appends an ownership; where an owner dies in it, the rest goes to the other one or to an heir.
  private mutating func append(_ ownership: Ownership) {
    var rest = ownership
    while rest.owner >= 0 {
      let death = people.persons[Int(rest.owner)].death
      guard death < rest.to else { break }
      if death > rest.from {
        var part = rest
        part.to = death
        if part.to > TruthCalendar.firstOrdinal { ownerships.append(closed(part)) }
        rest.from = death
      }
      rest.owner = heir(of: rest.owner, coOwner: rest.coOwner, on: rest.from)
      rest.coOwner = -1
    }
    if rest.coOwner >= 0 {
      let death = people.persons[Int(rest.coOwner)].death
      if death < rest.to {
        var part = rest
        part.to = max(death, rest.from)
        if part.from < part.to, part.to > TruthCalendar.firstOrdinal {
          ownerships.append(closed(part))
        }
        rest.from = max(rest.from, death)
        rest.coOwner = -1
      }
    }
    if rest.from < rest.to, rest.to > TruthCalendar.firstOrdinal { ownerships.append(closed(rest)) }
  }

  private func closed(_ ownership: Ownership) -> Ownership {
    var result = ownership
    if result.to > TruthCalendar.lastOrdinal { result.to = Person.open }
    return result
  }

  private func heir(of owner: Int32, coOwner: Int32, on day: Int32) -> Int32 {
    func lives(_ place: Int) -> Bool {
      let one = people.persons[place]
      return one.death > day && day - one.birth > 18 * 366
    }
    if coOwner >= 0, lives(Int(coOwner)) { return coOwner }
    let household = people.persons[Int(owner)].household
    if household >= 0 {
      let members = people.households[Int(household)].members
      if let heir = members.first(where: {
        $0 != owner && lives($0) && !people.persons[$0].traits.contains(.carer)
      }) {
        return Int32(heir)
      }
    }
    return Int32(ownersElsewhere.lowerBound + Int(owner) % max(ownersElsewhere.count, 1))
  }

  /// The day from which someone may own a home: at twenty.
  private func grown(_ owner: Int32) -> Int32 {
    owner < 0 ? Int32.min : people.persons[Int(owner)].birth + 20 * 366
  }

  /// Someone who lets a dwelling from a day on.
  private func landlord(_ isPublic: Bool, on day: Int32, _ draw: inout Draw) -> Int32 {
    if isPublic { return Ownership.publicBody }
    if draw.happens(600_000), !landlords.isEmpty {
      let tenure = people.tenures[Int(draw.pick(landlords))]
      let owner = people.households[Int(tenure.household)].firstPerson
      if grown(owner) <= day { return owner }
    }
    return Int32(ownersElsewhere.lowerBound + draw.below(ownersElsewhere.count))
  }

  /// The head, or the eldest who is there when the tenure begins.
  private func head(of tenure: Tenure) -> Int32 {
    let own = people.households[Int(tenure.household)]
    let day = max(tenure.from, TruthCalendar.firstOrdinal)
    let first = people.persons[Int(own.firstPerson)]
    if first.joined <= day, day < first.death { return own.firstPerson }
    let members = own.members.filter {
      let one = people.persons[$0]
      return one.death > day && day - one.birth > 18 * 366 && one.joined < one.end
    }
    return members.first.map(Int32.init) ?? own.firstPerson
  }

  private func spouse(of owner: Int32, in tenure: Tenure) -> Int32 {
    guard owner >= 0 else { return -1 }
    let relation = people.persons[Int(owner)].relation
    guard relation == 2 else { return -1 }
    let own = people.households[Int(tenure.household)]
    let found = own.members.first {
      let one = people.persons[$0]
      return (one.relation == 11 || one.relation == 12) && one.joined <= tenure.from
        && one.left == Person.open && one.death > tenure.from
        && grown(Int32($0)) <= tenure.from
    }
    return found.map(Int32.init) ?? -1
  }

  /// 22 to 40 yuan a square metre and month (assumption, a suburban district), a third of it in
  /// public housing.
  private mutating func addTenancies(_ place: Int, _ tenures: [Tenure], _ draw: inout Draw) {
    for tenure in tenures where tenure.kind == .rent || tenure.kind == .publicRent {
      guard tenure.to > TruthCalendar.firstOrdinal, tenure.from <= TruthCalendar.lastOrdinal else {
        continue
      }
      let own = people.households[Int(tenure.household)]
      let isPublic = tenure.kind == .publicRent
      let price = draw.number(22...40)
      let whole = Int(homes[place].area) / 10 * price / (isPublic ? 3 : 1)
      let isShared = own.form == .flatShare || own.form == .groupRental
      let tenants = isShared ? Array(own.members) : [Int(own.firstPerson)]
      for tenant in tenants {
        let one = people.persons[tenant]
        let from = max(tenure.from, one.joined)
        let to = min(tenure.to, one.end)
        guard from < to, to > TruthCalendar.firstOrdinal else { continue }
        tenancies.append(
          Tenancy(
            dwelling: Int32(place), tenant: Int32(tenant), from: from,
            to: to > TruthCalendar.lastOrdinal ? Person.open : to,
            rent: UInt16(min(whole / max(isShared ? tenants.count : 1, 1), 60_000)),
            isRecorded: isPublic || draw.happens(350_000), isPublic: isPublic))
      }
    }
  }
}
