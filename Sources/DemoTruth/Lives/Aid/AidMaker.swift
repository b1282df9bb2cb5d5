/// Makes the aid of everyone who is registered in the district, family by family.
///
/// It comes after work, health and registers, so that each aid has its reason in the life of the family. The
/// draws go by the household's first dwelling and day, so that a plant elsewhere changes nothing here.
struct AidMaker {
  let lives: Lives
  let places: [DwellingPlace]
  private let stream: UInt64
  private(set) var aids: [Aid] = []
  /// The same as facts, of those kinds that facts have.
  private(set) var facts: [Fact] = []
  private var families: Int32 = 0
  /// The registers that have a household under watch already.
  private var watchedRegisters: Set<Int32> = []
  /// The parents who have 计生特别扶助 already.
  var helpedParents: Set<Int> = []
  var draw = Draw(0, 0)

  init(_ lives: Lives, places: [DwellingPlace], seed: UInt64) {
    (self.lives, self.places) = (lives, places)
    stream = Draw.stream(seed, "aid")
    for household in lives.people.households { add(household) }
  }

  private mutating func add(_ own: Household) {
    guard !own.isFloating || !own.form.isFamily else { return }
    let members = own.members.filter { !lives.registrations(of: $0).isEmpty }
    guard !members.isEmpty else { return }
    let first = lives.people.tenures[own.tenures.lowerBound]
    let key = Int(first.dwelling) &* 1_000_003 &+ Int(first.from) &* 8_191
    draw = Draw(stream, key)
    let start = aids.count
    if own.form.isFamily { addFamily(own, members) }
    let end = aids.count
    for member in members {
      draw = Draw(stream ^ 0xA1D, key &+ member &- Int(own.firstPerson))
      addPerson(member, own, family: aids[start..<end].first { $0.person == Int32(member) })
    }
    draw = Draw(stream ^ 0x6A7, key)
    if own.form.isFamily {
      addWatch(own, members, family: start < end ? aids[start] : nil)
      addTemporary(members, cause: start < end ? aids[start].cause : 0)
    }
    for place in start..<aids.count { addMedical(aids[place]) }
  }

  // MARK: What a person is to aid

  /// From when to when a person is registered in the district.
  func registered(_ person: Int) -> Range<Int32> {
    let all = lives.registrations(of: person)
    guard let first = all.first, let last = all.last, first.from < last.to else { return 0..<0 }
    return first.from..<last.to
  }

  /// Whether a person is registered in a village on a day.
  func isVillage(_ person: Int, on day: Int32) -> Bool {
    let all = lives.registrations(of: person)
    guard let one = all.first(where: { $0.holds(on: day) }) ?? all.last else { return false }
    return places[Int(lives.registers[Int(one.register)].dwelling)].isVillage
  }

  /// Whether a person has a pension as an employee, or a job with insurances, on a day.
  func earns(_ person: Int, on day: Int32) -> Bool {
    lives.jobs(of: person).contains { $0.isInsured && $0.holds(on: day) }
      || employeePension(person).map { $0 <= day } == true
  }

  func employeePension(_ person: Int) -> Int32? {
    lives.facts(of: person).first { $0.kind == .pensionPaid && $0.detail != 170 }?.from
  }

  // MARK: Adding

  /// Takes an aid that touches the days of the truth.
  mutating func append(_ aid: Aid) {
    guard aid.from < aid.to, aid.to > TruthCalendar.firstOrdinal,
      aid.from <= TruthCalendar.lastOrdinal
    else { return }
    var aid = aid
    if !aid.kind.isGrant, aid.to > TruthCalendar.lastOrdinal { aid.to = Person.open }
    aids.append(aid)
    // What is paid for the month of a death ends with it as a fact.
    let death = lives.people.persons[Int(aid.person)].death
    let last = aid.kind.isGrant ? aid.from + 1 : aid.to
    let to = death > TruthCalendar.lastOrdinal ? last : min(last, death)
    guard let kind = aid.kind.fact, aid.from < to else { return }
    facts.append(
      Fact(
        person: aid.person, from: aid.from, to: to, kind: kind, detail: aid.detail, level: aid.level
      ))
  }

  private mutating func addFamily(_ own: Household, _ members: [Int]) {
    guard let need = FamilyNeed(lives, own, members: members) else { return }
    let isPoor = draw.happens(need.poverty)
    guard isPoor || draw.happens(need.near) else { return }
    let since = max(need.since, TruthCalendar.firstOrdinal - 3_000)
    let start = (since + 40 + Int32(draw.exponential(mean: 600))).nextMonth
    var end = (start + 500 + Int32(draw.exponential(mean: need.cause == 3 ? 4_500 : 2_000)))
      .monthStart
    let earners = members.filter { earns($0, on: start) }.count
    // One wage for three and more may be too little: of every second of those families that ask.
    let hasPension = members.contains { employeePension($0).map { $0 <= start } == true }
    let isShared = earners == 1 && !hasPension && members.count > 2 && draw.happens(600_000)
    guard earners == 0 || isShared || !isPoor && earners == 1 else { return }
    for member in members where isPoor || earners == 0 {
      // A job with insurances, or a pension, ends the aid half a year later.
      let job = lives.jobs(of: member).first { $0.isInsured && $0.from > start }?.from
      for day in [job, employeePension(member)].compactMap({ $0 }) where day > start {
        end = min(end, (day + 150).nextMonth)
      }
    }
    let spans = members.map { span($0, within: start..<max(end, start)) }
    let adults = members.indices.filter {
      spans[$0].contains(start) && lives.people.persons[members[$0]].age(on: start) >= 18
    }
    guard
      let applicant = adults.max(by: { (spans[$0].upperBound, -$0) < (spans[$1].upperBound, -$1) })
    else { return }
    end = spans[applicant].upperBound
    let income = isPoor ? draw.number(80...800) : 0
    let detail: UInt8 = isPoor ? 0 : need.cause <= 3 && draw.happens(450_000) ? 2 : 1
    let above = detail == 2 ? draw.number(1_510...2_300) : draw.number(1_010...1_490)
    families += 1
    for (member, span) in zip(members, spans) {
      let village: UInt8 = isVillage(member, on: start) ? 2 : 1
      append(
        Aid(
          person: Int32(member), applicant: Int32(members[applicant]), from: span.lowerBound,
          to: min(span.upperBound, end), family: families,
          income: UInt16(isPoor ? income : above), kind: isPoor ? .minimumLiving : .lowIncome,
          detail: isPoor ? village : detail, cause: need.cause))
    }
  }

  /// The months of a span in which someone is registered and a member of the household.
  func span(_ person: Int, within span: Range<Int32>) -> Range<Int32> {
    let own = registered(person)
    let presence = lives.people.presence(of: person)
    let from = max(span.lowerBound, max(own.lowerBound, presence.lowerBound).nextMonth)
    let to = min(span.upperBound, min(own.upperBound, presence.upperBound).nextMonth)
    return from < to ? from..<to : from..<from
  }

  /// Households of villages that are watched lest they fall into poverty (since 2021; about one in a hundred
  /// of those in villages: an assumption for a rich province).
  private mutating func addWatch(_ own: Household, _ members: [Int], family: Aid?) {
    let today = TruthCalendar.todayOrdinal
    guard let head = members.first(where: { registered($0).contains(today) }),
      isVillage(head, on: today),
      let register = lives.registration(of: head, on: today)?.register,
      !lives.registers[Int(register)].isCollective, draw.happens(family == nil ? 4_600 : 200_000)
    else { return }
    let from = Int32(draw.number(18_800...20_900))
    let detail = UInt8(draw.weighted([10, 60, 30]) + 1)
    let other: [UInt8] = [1, 2, 3, 4, 5, 99]
    let cause = family?.cause ?? other[draw.weighted([40, 8, 20, 6, 16, 10])]
    let income = draw.number(540...960)
    guard watchedRegisters.insert(register).inserted else { return }
    append(
      Aid(
        person: Int32(head), applicant: Int32(head), from: from,
        to: draw.happens(120_000) ? from + 1_100 : Person.open, income: UInt16(income),
        kind: .watched, detail: detail, cause: cause))
  }
}

extension AidKind {
  /// The kind of fact that says the same.
  var fact: FactKind? {
    switch self {
    case .minimumLiving: .minimumLiving
    case .lowIncome: .lowIncome
    case .extremePoverty: .extremePoverty
    case .ageAllowance: .ageAllowance
    case .hardshipChild: .hardshipChild
    case .livingSubsidy: .disabilityLivingSubsidy
    case .careSubsidy: .disabilityCareSubsidy
    case .specialFamily: .specialFamily
    case .temporary: .temporaryAid
    case .benefit, .watched, .medical: nil
    }
  }
}
