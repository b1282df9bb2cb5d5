internal import Time

/// Makes what went wrong with firms, each thing from its cause.
struct BreachMaker {
  /// Judgements against people of the district, a year (assumption: 5.4 of 10,000 residents).
  private static let personsAYear = 215.0
  private static let taxes: [TaxDebt.Tax] = [
    .valueAdded, .valueAdded, .valueAdded, .corporate, .corporate, .property, .landUse, .personal,
    .gains,
  ]

  let firms: Firms
  var listings: [Listing] = []
  var penalties: [Penalty] = []
  var debts: [TaxDebt] = []
  var judgements: [Judgement] = []
  /// The cases so far; the debtors of one have its number until they are numbered.
  private var cases: Int32 = 0
  private let stream: UInt64

  init(_ firms: Firms) {
    self.firms = firms
    stream = Draw.stream(firms.seed, "firm.trouble")
  }

  mutating func make() {
    for (index, firm) in firms.list.enumerated() where firm.form.isMarketEntity {
      var plan = TroublePlan(firm, index: index, stream: stream)
      makeIrregular(firm, index, &plan)
      if firm.form.isEnterprise {
        makeMissing(firm, index, &plan)
        makeDebts(firm, index, &plan)
        makeJudgements(firm, index, &plan)
      }
      makePenalties(firm, index, &plan.draw)
    }
    makePersons()
  }

  // MARK: Lists

  /// Who did not report by the end of June is listed in July; who is not found at the address, at any time.
  private mutating func makeIrregular(_ firm: Firm, _ index: Int, _ plan: inout TroublePlan) {
    // Parts of ten thousand that forget the report of a year though all is well.
    let forgetful = !firm.form.isEnterprise ? 6 : firm.isDormant ? 90 : 34
    // Of those that gave up, sole traders are mostly left alone.
    let gone = firm.form.isEnterprise ? 5_000 : 1_200
    var removal = TruthCalendar.firstOrdinal
    for year in 2016...2026 {
      let july = Int32(Day(number: year * 10_000 + 701).ordinal)
      let day = WorkDays.next(july + Int32(plan.draw.below(18)))
      let chance = plan.draw.below(10_000)
      let length = Int32(plan.draw.duration(halfLife: 160))
      guard Day(ordinal: Int(firm.from)).year < year, day < firm.to, day > removal else { continue }
      let isGone = plan.quit.map { $0 < day } ?? false
      guard chance < (isGone ? gone : forgetful) else { continue }
      let back = isGone && firm.ending != .deregistered ? Firm.open : day + 20 + length
      removal = add(firm, index, .noReport, from: day, back: back, .reported)
    }
    let found = plan.draw.below(10_000)
    let delay = 70 + Int32(plan.draw.below(400))
    let start = max(firm.from, TruthCalendar.firstOrdinal)
    let room = max(1, Int(min(firm.to, TruthCalendar.lastOrdinal) - start))
    let some = WorkDays.next(start + Int32(plan.draw.below(room)))
    let length = 20 + Int32(plan.draw.duration(halfLife: 200))
    if let quit = plan.quit {
      let day = WorkDays.next(quit + delay)
      if found < (firm.form.isEnterprise ? 3_500 : 600), day < firm.to, day > removal {
        let back = plan.draw.below(5) == 0 ? day + length : Firm.open
        _ = add(firm, index, .notFound, from: day, back: back, .found)
      }
    } else if firm.form.isEnterprise, found < 30, some < firm.to - 30, some > removal {
      let reason: Listing.Reason = found < 15 ? .notFound : found < 24 ? .falseNotice : .noNotice
      _ = add(
        firm, index, reason, from: some, back: some + length,
        reason == .notFound ? .found : .corrected)
    }
  }

  /// Adds an entry, with the list of serious breaches that follows where nothing was done for three years.
  ///
  /// Entries of deregistered firms end before the deregistration.
  ///
  /// - Returns: the day of removal.
  private mutating func add(
    _ firm: Firm, _ index: Int, _ reason: Listing.Reason, from: Int32, back: Int32,
    _ end: Listing.End
  ) -> Int32 {
    var (to, how) = (back == Firm.open ? back : WorkDays.next(back), end)
    if firm.ending != .revoked, firm.to <= TruthCalendar.lastOrdinal, to >= firm.to {
      (to, how) = (max(from + 1, firm.to - 3), .deregistered)
    }
    listings.append(
      Listing(
        firm: Int32(index), from: from, to: to, list: .irregular, reason: reason,
        end: to == Firm.open ? .none : how))
    let third = WorkDays.next(from + 1_096)
    // Most lose their licence instead: one in four comes on the list (assumption).
    if to == Firm.open, firm.form.isEnterprise, third <= TruthCalendar.lastOrdinal, index % 4 == 0 {
      // Removed after three years in the list (order 44 of 2021, article 18).
      listings.append(
        Listing(
          firm: Int32(index), from: third, to: WorkDays.next(third + 1_096), list: .serious,
          reason: .threeYears, end: .term))
    }
    return to
  }

  /// The tax office looks for who does not declare for three months, and finds nobody.
  private mutating func makeMissing(_ firm: Firm, _ index: Int, _ plan: inout TroublePlan) {
    guard let quit = plan.quit, plan.draw.below(100) < 73 else { return }
    let day = WorkDays.next(quit + 95 + Int32(plan.draw.below(100)))
    let length = 30 + Int32(plan.draw.below(300))
    let isBack = plan.draw.below(3) == 0
    guard day < firm.to || firm.ending == .movedAway, day >= TruthCalendar.firstOrdinal else {
      return
    }
    var (to, end) = (Firm.open, Listing.End.none)
    if firm.ending == .deregistered, firm.to > day {
      // Without a clearance of its taxes no firm is deregistered.
      (to, end) = (max(day + 1, firm.to - 25), .deregistered)
    } else if isBack, firm.ending != .revoked {
      (to, end) = (WorkDays.next(day + length), .declared)
    }
    listings.append(
      Listing(
        firm: Int32(index), from: day, to: to, list: .missingTaxpayer, reason: .noDeclaration,
        end: end))
  }

  // MARK: Money

  private mutating func makeDebts(_ firm: Firm, _ index: Int, _ plan: inout TroublePlan) {
    let chance = plan.draw.below(10_000)
    let start = max(firm.from, TruthCalendar.firstOrdinal)
    let room = max(1, Int(min(firm.to, TruthCalendar.lastOrdinal) - start))
    let day = plan.quit.map { $0 + 30 } ?? start + Int32(plan.draw.below(room))
    let pay = 100 + Int32(plan.draw.duration(halfLife: 400))
    let share = plan.quit != nil ? 900 : firm.isDormant || firm.form == .branch ? 0 : 40
    guard chance < share else { return }
    let count = 1 + plan.draw.below(10) / 7
    for _ in 0..<count {
      var to = plan.quit != nil && firm.ending != .deregistered ? Firm.open : day + pay
      if firm.ending == .deregistered { to = min(to, firm.to - 20) }
      let tax = plan.draw.pick(Self.taxes)
      let size = 4_000 + Double(firm.staff) * 3_000
      let amount = Int32(plan.draw.logUniform(size, size * 40))
      guard to > day, !debts.suffix(2).contains(where: { $0.firm == index && $0.tax == tax }) else {
        continue
      }
      debts.append(TaxDebt(firm: Int32(index), from: day, to: to, amount: amount, tax: tax))
    }
  }

  /// Creditors sue a firm that gave up; of those that go on few do not pay.
  private mutating func makeJudgements(_ firm: Firm, _ index: Int, _ plan: inout TroublePlan) {
    let chance = plan.draw.below(10_000)
    let start = max(firm.from + 200, TruthCalendar.firstOrdinal)
    let room = max(1, Int(min(firm.to, TruthCalendar.lastOrdinal) - start))
    let day = WorkDays.next(
      plan.quit.map { $0 + 120 + Int32(plan.draw.below(400)) }
        ?? start + Int32(plan.draw.below(room)))
    let until = day + 100 + Int32(plan.draw.duration(halfLife: 500))
    let share = plan.quit != nil ? 1_300 : firm.isDormant || firm.form == .branch ? 0 : 130
    guard chance < share, day >= TruthCalendar.firstOrdinal, day < TruthCalendar.lastOrdinal else {
      return
    }
    cases += 1
    var one = Judgement(
      firm: Int32(index), person: -1, day: day, until: Firm.open,
      amount: Int32(plan.draw.logUniform(8_000, 6_000_000)), serial: cases,
      isPartlyMet: plan.draw.below(5) == 0,
      court: UInt8([0, 0, 0, 0, 0, 0, 0, 1, 2, 3][plan.draw.below(10)]))
    if plan.quit == nil, plan.draw.below(3) > 0 { one.until = until }
    // One cannot be deregistered with a judgement against it that is not complied with.
    if firm.ending == .deregistered { one.until = min(one.until, firm.to - 30) }
    guard one.until > day else { return }
    judgements.append(one)
    let person = firms.representative(of: index, on: day)
    // In four of ten cases who answers for it vouched for the debt.
    if person >= 0, plan.draw.below(10) < 4 {
      (one.firm, one.person) = (-1, person)
      judgements.append(one)
    }
  }

  /// People whose loans, rents or wages owed came before the court.
  private mutating func makePersons() {
    let scale = Double(firms.list.count) / 120_000
    let days = Int(TruthCalendar.lastOrdinal - TruthCalendar.firstOrdinal)
    let count = Int(Self.personsAYear * scale * Double(days) / 365.25)
    let stream = Draw.stream(firms.seed, "person.judgement")
    for number in 0..<count {
      var draw = Draw(stream, number)
      let day = WorkDays.next(TruthCalendar.firstOrdinal + Int32(draw.below(days)))
      let person = firms.places.adult(&draw, day)
      guard person >= 0 else { continue }
      cases += 1
      let until = day + 90 + Int32(draw.duration(halfLife: 700))
      judgements.append(
        Judgement(
          firm: -1, person: person, day: day, until: draw.below(2) == 0 ? until : Firm.open,
          amount: Int32(draw.logUniform(6_000, 1_500_000)), serial: cases,
          isPartlyMet: draw.below(5) == 0,
          court: UInt8([0, 0, 0, 0, 0, 0, 0, 0, 2, 3][draw.below(10)])))
    }
  }
}
