/// Finds the applications behind the changes of people and firms.
struct ApplicationMaker {
  private(set) var found: [Application] = []
  private let seed: UInt64
  /// The days of changes that lists of the halls may show: six months back, and what was long in hand.
  private let days = TruthCalendar.todayOrdinal - 190...TruthCalendar.lastOrdinal
  private let stream: UInt64

  /// Shares of changes that come to the halls, in percent; the others are made by the net or by the office
  /// that knows of them (assumption).
  private static func share(_ kind: ApplicationKind) -> Int {
    switch kind {
    case .staff: 5
    case .medicalMembership: 10
    case .residencePermit, .lease: 35
    case .movedWithin, .title, .pension, .residentPension, .joblessness: 45
    // The other one of a couple may have the register elsewhere.
    case .marriage, .divorce: 45
    case .soleTrader, .soleTraderClosure, .company, .closure: 45
    case .movedIn, .food: 60
    default: 100
    }
  }

  static func make(seed: UInt64, lives: Lives, firms: Firms) -> Applications {
    var maker = ApplicationMaker(seed: seed)
    maker.addRegisters(lives)
    maker.addCivil(lives)
    maker.addFacts(lives)
    maker.addHomes(lives)
    maker.addFirms(firms, lives)
    return Applications(maker.found)
  }

  private init(seed: UInt64) {
    self.seed = seed
    stream = Draw.stream(seed, "application")
  }

  /// Adds the application for a change on a day, and in three of 100 one before that came to nothing.
  private mutating func add(_ kind: ApplicationKind, _ applicant: Int32, on day: Int32) {
    guard applicant >= 0, days.contains(day) else { return }
    var draw = Draw(stream, Int(kind.rawValue) << 48 | Int(applicant) << 16 | Int(day & 0xFFFF))
    guard draw.below(100) < Self.share(kind) else { return }
    let workDay = Self.workDay(before: day)
    let waited = kind.days == 0 ? 0 : draw.number(0...kind.days)
    let accepted =
      Self.workDay(before: workDay - Int32(waited * 7 / 5)) * 1_440
      + Int32(Self.clock(&draw))
    var finished = workDay * 1_440 + Int32(Self.clock(&draw))
    if finished <= accepted { finished = WorkDays.adding(10 + draw.below(50), to: accepted) }
    found.append(
      Application(
        kind: kind, outcome: .granted, applicant: applicant, accepted: accepted,
        finished: finished))
    guard draw.below(100) < 3 else { return }
    let earlier = Self.workDay(before: accepted / 1_440 - Int32(draw.number(2...20)))
    let start = earlier * 1_440 + Int32(Self.clock(&draw))
    let part = draw.below(10)
    found.append(
      Application(
        kind: kind,
        outcome: part < 7 ? .returned : part < 9 || !kind.isPermit ? .withdrawn : .refused,
        applicant: applicant, accepted: start,
        finished: WorkDays.adding(30 + draw.below(500), to: start)))
  }

  private static func workDay(before day: Int32) -> Int32 {
    var day = day
    while !WorkDays.isWorkDay(day) { day -= 1 }
    return day
  }

  /// A minute of the halls' hours, more before noon.
  private static func clock(_ draw: inout Draw) -> Int {
    draw.below(100) < 58 ? draw.number(510...715) : draw.number(840...1_045)
  }

  // MARK: People

  private mutating func addRegisters(_ lives: Lives) {
    var moved: Set<Int> = []
    for one in lives.registrations where days.contains(one.from) {
      let person = lives.people.persons[Int(one.person)]
      if one.from - person.birth < 400 {
        add(.birth, person.father >= 0 ? person.father : person.mother, on: one.from)
        continue
      }
      // A family that moves together has one application.
      let isFirst = moved.insert(Int(one.register) << 32 | Int(one.from)).inserted
      guard isFirst else { continue }
      let isWithin = lives.registrations(of: Int(one.person)).contains { $0.from < one.from }
      let isGrown = one.from - person.birth > 18 * 366
      let parent = person.father >= 0 ? person.father : person.mother
      add(isWithin ? .movedWithin : .movedIn, isGrown ? one.person : parent, on: one.from)
    }
  }

  private mutating func addCivil(_ lives: Lives) {
    let people = lives.people
    for one in people.marriages {
      let applicant = one.husband >= 0 ? one.husband : one.wife
      add(.marriage, applicant, on: one.from)
      if one.end == .divorce { add(.divorce, applicant, on: one.to) }
    }
    for (index, person) in people.persons.enumerated()
    where days.contains(person.death) && person.household >= 0 {
      guard lives.registration(of: index, on: person.death - 1) != nil else { continue }
      // Somebody grown up of the family tells of it, three to thirty days later.
      let members = people.households[Int(person.household)].members
      let teller = members.first {
        $0 != index && people.persons[$0].isAlive(on: person.death + 40)
          && person.death - people.persons[$0].birth > 18 * 366
      }
      add(.death, teller.map(Int32.init) ?? -1, on: person.death + 3 + Int32(index % 28))
    }
  }

  private mutating func addFacts(_ lives: Lives) {
    let kinds: [FactKind: ApplicationKind] = [
      .residencePermit: .residencePermit, .unemployed: .joblessness, .pensionPaid: .pension,
      .residentPension: .residentPension, .residentMedical: .medicalMembership,
      .disabilityCard: .disabilityCard, .ageAllowance: .ageAllowance,
      .minimumLiving: .minimumLiving,
    ]
    for fact in lives.facts where days.contains(fact.from) {
      guard let kind = kinds[fact.kind] else { continue }
      let person = lives.people.persons[Int(fact.person)]
      // For a child its mother or father applies.
      let isChild = fact.from - person.birth < 18 * 365
      let parent = person.mother >= 0 ? person.mother : person.father
      add(kind, isChild ? parent : fact.person, on: fact.from)
    }
  }

  private mutating func addHomes(_ lives: Lives) {
    for (index, one) in lives.ownerships.enumerated() where days.contains(one.from) {
      let isLater = index > 0 && lives.ownerships[index - 1].dwelling == one.dwelling
      let former = isLater ? lives.ownerships[index - 1].owner : -1
      let isInherited = former >= 0 && lives.people.persons[Int(former)].death == one.from
      add(isInherited ? .inheritance : .title, one.owner, on: one.from + 4)
    }
    for one in lives.tenancies where one.isRecorded && !one.isPublic {
      add(.lease, one.tenant, on: one.from)
    }
  }

  // MARK: Firms

  private mutating func addFirms(_ firms: Firms, _ lives: Lives) {
    for (index, firm) in firms.list.enumerated() where firm.form.isMarketEntity {
      let isTrader = firm.form == .soleTrader
      add(isTrader ? .soleTrader : .company, Int32(index), on: firm.from)
      if firm.ending == .deregistered {
        add(isTrader ? .soleTraderClosure : .closure, Int32(index), on: firm.to)
      }
      guard firm.to >= days.lowerBound, !firms.trade(of: index).licences.isEmpty else { continue }
      for licence in firms.licences(of: index) where days.contains(licence.from) {
        if let kind = ApplicationKind(licence.kind) { add(kind, Int32(index), on: licence.from) }
      }
    }
    for job in lives.jobs where job.isInsured && job.employer >= 0 {
      let index = Int(job.employer)
      let day = job.from + 5 + job.person % 20
      guard days.contains(day), firms.list[index].isOpen(on: day) else { continue }
      add(.staff, job.employer, on: day)
    }
  }
}
