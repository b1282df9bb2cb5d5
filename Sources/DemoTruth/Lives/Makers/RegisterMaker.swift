/// Gives everyone with a local hukou their registers.
///
/// Owners are mostly registered where they live; whoever rents is registered with the parents where
/// those are known, else at another dwelling or in a collective register: together 25 to 30 % of the
/// local people live apart from their register (人户分离; 2020 census: 117 of 1,410 million within
/// one city, and more within a district). Of the households of the city 38 % are registered in another
/// of its districts, as the 225,000 registered people of the demonstration need beside 400,000 who live
/// there (an assumption: a suburb to which a city moves; 0.56 registered for each resident).
struct RegisterMaker {
  /// A register of a household and its days.
  private struct Span {
    var register: Int32
    var from: Int32
    var to: Int32
  }

  private static let elsewhere = 380_000

  private let people: People
  private let homes: [Dwelling]
  private let places: [DwellingPlace]
  private let stream: UInt64
  private(set) var registers: [Register] = []
  private(set) var registrations: [Registration] = []
  private var numbers = [Int32](repeating: 0, count: 100)
  private var spans: [Span] = []
  /// By household: where its spans begin.
  private var spanStarts: [Int32] = []
  private var collective = [Int32](repeating: -1, count: 100)

  init(_ people: People, homes: [Dwelling], places: [DwellingPlace], seed: UInt64) {
    (self.people, self.homes, self.places) = (people, homes, places)
    stream = Draw.stream(seed, "registers")
    registers.reserveCapacity(people.households.count)
    spans.reserveCapacity(people.households.count)
    spanStarts.reserveCapacity(people.households.count + 1)
    for household in people.households.indices {
      spanStarts.append(Int32(spans.count))
      addSpans(of: household)
    }
    spanStarts.append(Int32(spans.count))
    registrations.reserveCapacity(people.persons.count * 9 / 10)
    for person in people.persons.indices { register(person) }
    spans = []
    spanStarts = []
  }

  private mutating func add(dwelling: Int32, isCollective: Bool = false) -> Int32 {
    let station = places[Int(dwelling)].station
    numbers[Int(station)] += 1
    registers.append(
      Register(
        number: numbers[Int(station)], station: station, dwelling: dwelling,
        isCollective: isCollective))
    return Int32(registers.count - 1)
  }

  /// A register at some other dwelling, for those who are registered where they never live in the truth.
  private mutating func addElsewhere(_ draw: inout Draw) -> Int32 {
    for _ in 0..<20 {
      let place = draw.below(homes.count)
      if homes[place].kind == .flat || homes[place].kind == .villageHouse {
        return add(dwelling: Int32(place))
      }
    }
    return add(dwelling: 0)
  }

  /// Whether a household is registered in another district of the city; none with a plant is.
  private func isElsewhere(_ household: Int) -> Bool {
    let first = people.tenures[people.households[household].tenures.lowerBound]
    guard first.plant == nil else { return false }
    var draw = Draw(stream ^ 0x5D1, Int(first.dwelling) &* 1_000_003 &+ Int(first.from))
    return draw.happens(Self.elsewhere)
  }

  private mutating func addSpans(of household: Int) {
    let own = people.households[household]
    guard !own.isFloating, !own.form.isFamily || !isElsewhere(household) else { return }
    let first = people.tenures[own.tenures.lowerBound]
    var draw = Draw(stream, Int(first.dwelling) &* 1_000_003 &+ Int(first.from))
    switch own.form {
    case .dormitory, .careHome:
      spans.append(
        Span(
          register: add(dwelling: first.dwelling, isCollective: true), from: first.from,
          to: Person.open))
      return
    case .flatShare, .groupRental: return
    default: break
    }
    let follows = draw.happens(800_000)
    var last: Span?
    for place in own.tenures {
      let tenure = people.tenures[place]
      guard tenure.kind == .owner || last == nil else { continue }
      let isHome = tenure.kind == .owner && (follows || last == nil && own.tenureCount > 1)
      if last != nil, !isHome { continue }
      // Someone who rents first is registered with the parents, or elsewhere.
      if !isHome, tenure.kind != .owner, hasKin(own) { continue }
      let from = last == nil ? tenure.from : tenure.from + Int32(draw.number(25...300))
      if var last {
        guard from < tenure.to, from > last.from else { continue }
        last.to = from
        spans[spans.count - 1] = last
      }
      let span = Span(
        register: isHome ? add(dwelling: tenure.dwelling) : addElsewhere(&draw), from: from,
        to: Person.open)
      spans.append(span)
      last = span
    }
  }

  private func hasKin(_ household: Household) -> Bool {
    let father = people.persons[Int(household.firstPerson)].father
    return father >= 0
      && people.persons[Int(father)].household
        != people.persons[Int(household.firstPerson)].household
  }

  private func spans(of household: Int32) -> ArraySlice<Span> {
    spans[Int(spanStarts[Int(household)])..<Int(spanStarts[Int(household) + 1])]
  }

  private mutating func register(_ place: Int) {
    let one = people.persons[place]
    guard one.household >= 0, one.traits.isDisjoint(with: [.floating, .foreigner, .compatriot]),
      one.joined < one.end
    else { return }
    var draw = Draw(stream ^ 0x9E5, place)
    let form = people.households[Int(one.household)].form
    let own = spans(of: one.household)
    // Of those who live with nobody of their family each has a register of their own.
    if form.isFamily ? isElsewhere(Int(one.household)) : draw.happens(Self.elsewhere) { return }
    if form == .dormitory || form == .careHome {
      registerCollective(place, own.first, &draw)
    } else if !own.isEmpty, !one.traits.contains(.carer) {
      for span in own { append(place, span, relation: one.relation, &draw) }
    } else {
      registerApart(place, &draw)
    }
  }

  /// Of the local people of dormitories and homes a third is registered there.
  private mutating func registerCollective(_ place: Int, _ span: Span?, _ draw: inout Draw) {
    if let span, draw.happens(330_000) {
      append(place, span, relation: 1, &draw)
    } else {
      registerApart(place, &draw)
    }
  }

  /// With the parents, in the talent market's collective register, or at another dwelling.
  private mutating func registerApart(_ place: Int, _ draw: inout Draw) {
    let one = people.persons[place]
    if one.father >= 0, let span = kinSpan(of: one) {
      let relation: UInt8 = one.sex == .male ? 20 : 30
      append(
        place, Span(register: span.register, from: one.birth, to: span.to), relation: relation,
        &draw)
      return
    }
    let isYoung = TruthCalendar.todayOrdinal - one.birth < 35 * 365
    let register: Int32
    if isYoung, draw.happens(400_000) {
      let tenure = people.tenures[people.households[Int(one.household)].tenures.lowerBound]
      let station = Int(places[Int(tenure.dwelling)].station)
      if collective[station] < 0 {
        collective[station] = add(dwelling: tenure.dwelling, isCollective: true)
      }
      register = collective[station]
    } else {
      register = addElsewhere(&draw)
    }
    let isCollective = registers[Int(register)].isCollective
    append(
      place, Span(register: register, from: one.joined - 400, to: Person.open),
      relation: isCollective ? 1 : 2, &draw)
  }

  private func kinSpan(of one: Person) -> Span? {
    let household = people.persons[Int(one.father)].household
    guard household >= 0, household != one.household else { return nil }
    return spans(of: household).last
  }

  private mutating func append(
    _ place: Int, _ span: Span, relation: UInt8, _ draw: inout Draw
  ) {
    let one = people.persons[place]
    // Children are registered within a month of their birth, spouses some time after the wedding.
    let lag = one.joined == one.birth ? draw.number(3...30) : draw.number(10...200)
    let built = places[Int(registers[Int(span.register)].dwelling)].built
    var from = max(span.from, one.birth + Int32(lag), built)
    if one.joined > span.from, one.joined > one.birth { from = max(from, one.joined + Int32(lag)) }
    var to = min(span.to, one.death)
    // Of those who leave three in four move the register too within a year (assumption).
    let gone = people.presence(of: place).upperBound
    if gone != Person.open, draw.happens(750_000) {
      to = min(to, gone + Int32(draw.number(10...300)))
    }
    guard from < to, to > TruthCalendar.firstOrdinal, from <= TruthCalendar.lastOrdinal else {
      return
    }
    registrations.append(
      Registration(
        person: Int32(place), register: span.register, from: from,
        to: to > TruthCalendar.lastOrdinal ? Person.open : to, relation: relation))
  }
}
