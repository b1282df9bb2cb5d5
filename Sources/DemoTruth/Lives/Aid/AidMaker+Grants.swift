/// Single payments: 临时救助 and 医疗救助 of the years that lists tell of.
extension AidMaker {
  /// 2024-07-01: eighteen months before the first list, and half a year more.
  private static let first: Int32 = 19_905
  private static let last = TruthCalendar.lastOrdinal

  /// 0.8 % of the families a year, five times as many of those with aid: 8.5 million grants of 1,410 million
  /// people in 2023 are 0.6 % of the people.
  mutating func addTemporary(_ members: [Int], cause: UInt8) {
    let adults = members.filter {
      lives.people.persons[$0].age(on: Self.first) >= 18 && registered($0).contains(Self.first)
    }
    guard let person = adults.first else { return }
    let years = Double(Self.last - Self.first) / 365
    for _ in 0..<draw.count(mean: years * (cause > 0 ? 0.04 : 0.0074)) {
      let day = Self.first + Int32(draw.below(Int(Self.last - Self.first)))
      let reason =
        cause == 1 && draw.happens(700_000)
        ? 0 : cause == 2 && draw.happens(600_000) ? 4 : draw.weighted([34, 11, 5, 14, 8, 16, 12])
      // Twice to ten times the minimum a head, illness up to 20,000 yuan.
      let line = AidStandards.line(on: day)
      let yuan =
        reason == 0 || reason == 1
        ? Int(draw.logUniform(2_500, 20_000)) / 100 * 100 : line * draw.number(2...8) / 100 * 100
      guard registered(person).contains(day) else { continue }
      append(
        Aid(
          person: Int32(person), applicant: Int32(person), from: WorkDays.next(day),
          to: Person.open,
          cents: Int32(yuan * 100), kind: .temporary, detail: UInt8(reason + 1), cause: cause))
    }
  }

  /// Of each person with the minimum, the support of the very poor or just above the minimum: the contribution
  /// to the insurance each year, and grants towards bills, 0.35 a year, of the ill 0.9 (assumption: 83 million
  /// contributions and 180 million visits of 75 million people, National Healthcare Security Administration
  /// 2023, are mostly settled at once and not in this list).
  mutating func addMedical(_ aid: Aid) {
    guard [.minimumLiving, .lowIncome, .extremePoverty].contains(aid.kind),
      aid.to > Self.first
    else { return }
    let person = Int(aid.person)
    for year: Int32 in [20_393, 20_758] {
      let day = WorkDays.next(year + Int32(draw.below(55)))
      guard aid.holds(on: day),
        lives.fact(.residentMedical, of: person, on: day) != nil
      else { continue }
      // The whole contribution; of those just above the minimum a half.
      let due: Int32 = year < 20_500 ? 400 : 420
      add(aid, day: day, kind: 3, cents: aid.kind == .lowIncome ? due * 50 : due * 100)
    }
    let (from, to) = (max(aid.from, Self.first), min(aid.to, Self.last))
    guard from < to else { return }
    let rate = aid.cause == 1 ? 0.8 : aid.kind == .extremePoverty ? 0.7 : 0.25
    for _ in 0..<draw.count(mean: Double(to - from) / 365 * rate) {
      let day = from + Int32(draw.below(Int(to - from)))
      let kind = [1, 2, 4][draw.weighted([52, 43, 5])]
      let range: (Double, Double) =
        kind == 1 ? (600, 24_000) : kind == 2 ? (60, 1_900) : (2_000, 20_000)
      let cents = Int(draw.logUniform(range.0, range.1) * 100)
      guard lives.isAlive(person, on: day) else { continue }
      add(aid, day: day, kind: UInt8(kind), cents: Int32(cents))
    }
  }

  private mutating func add(_ aid: Aid, day: Int32, kind: UInt8, cents: Int32) {
    append(
      Aid(
        person: aid.person, applicant: aid.applicant, from: day, to: Person.open, cents: cents,
        kind: .medical, detail: kind, cause: aid.cause))
  }
}
