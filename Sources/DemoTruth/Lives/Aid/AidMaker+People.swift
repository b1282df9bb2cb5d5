/// Aid to one person: the aged, the disabled, the very poor, children, parents who lost their child, soldiers.
extension AidMaker {
  mutating func addPerson(_ place: Int, _ own: Household, family: Aid?) {
    let one = lives.people.persons[place]
    let span = registered(place)
    guard !span.isEmpty else { return }
    // From the month after the eightieth birthday, or after the register was moved here.
    append(
      aid(
        place, .ageAllowance, max(one.birth + 29_220, span.lowerBound).nextMonth,
        span.upperBound.nextMonth))
    addDisability(place, one, span, family)
    if family == nil { addExtremePoverty(place, one, own) }
    addChild(place, one, own, span)
    addSpecialFamily(place, one, span)
    addBenefit(place, one, span)
  }

  private func aid(_ place: Int, _ kind: AidKind, _ from: Int32, _ to: Int32) -> Aid {
    Aid(person: Int32(place), applicant: Int32(place), from: from, to: to, kind: kind)
  }

  /// 国发〔2015〕52号: for care from level 2 on, of the mind and the intellect from 3; for living to those of poor
  /// families, and to grown-up ones without work or pension, of whom two in three draw it (assumption).
  private mutating func addDisability(
    _ place: Int, _ one: Person, _ span: Range<Int32>, _ family: Aid?
  ) {
    guard let card = lives.facts(of: place).first(where: { $0.kind == .disabilityCard }) else {
      return
    }
    // The subsidies began with 2016.
    let from = max(card.from + Int32(draw.number(20...150)), span.lowerBound, 16_800).nextMonth
    let isOfMind = (5...6).contains(card.detail)
    var care = aid(place, .careSubsidy, from, span.upperBound.nextMonth)
    (care.detail, care.level) = (card.detail, card.level)
    if card.level <= 2 || isOfMind && card.level == 3 { append(care) }
    var living = aid(place, .livingSubsidy, from, span.upperBound.nextMonth)
    (living.detail, living.level) = (card.detail, card.level)
    if let family {
      living.from = max(from, family.from)
      living.to = min(living.to, family.to)
      append(living)
    } else if card.level <= 2 || isOfMind, draw.happens(670_000) {
      let job = lives.jobs(of: place).first { $0.to > from }?.from
      let pension = lives.facts(of: place).first { $0.kind == .pensionPaid && $0.detail != 170 }?
        .from
      living.from = max(from, one.birth + 5_844).nextMonth
      living.to = min(living.to, job ?? Person.open, pension ?? Person.open).nextMonth
      append(living)
    }
  }

  /// Who is old and alone and has no income: in a home, or by himself (4.35 million of 1,410 million people,
  /// a sixth in homes; Ministry of Civil Affairs 2023); most are men who never married.
  private mutating func addExtremePoverty(_ place: Int, _ one: Person, _ own: Household) {
    let isInHome = own.form == .careHome
    guard isInHome || own.form == .single, employeePension(place) == nil else { return }
    let today = TruthCalendar.todayOrdinal
    guard !lives.children(of: place).contains(where: { lives.isAlive(Int($0), on: today) }),
      lives.spouse(of: place, on: today).map({ $0 < 0 }) ?? true,
      draw.happens((isInHome ? 240_000 : 62_000) * (one.sex == .male ? 3 : 1))
    else { return }
    let old = one.birth + 21_915
    let from = max(old, TruthCalendar.firstOrdinal - 2_000) + Int32(draw.exponential(mean: 500))
    let months = span(place, within: from.nextMonth..<Person.open)
    var aid = aid(place, .extremePoverty, months.lowerBound, months.upperBound)
    aid.detail = isInHome ? 1 : 2
    aid.level = UInt8(draw.weighted(isInHome ? [35, 35, 30] : [75, 18, 7]) + 1)
    append(aid)
  }

  /// 0.25 % of the children: 144,000 orphans and 370,000 without care of 250 million, and those of poor or ill
  /// parents (Ministry of Civil Affairs, 2023).
  private mutating func addChild(
    _ place: Int, _ one: Person, _ own: Household, _ registered: Range<Int32>
  ) {
    let grown = one.birth + 6_574
    guard grown > TruthCalendar.firstOrdinal, one.birth < TruthCalendar.lastOrdinal,
      one.joined < grown, own.form.isFamily
    else { return }
    let isDisabled = lives.facts(of: place).contains {
      $0.kind == .disabilityCard && $0.from < grown
    }
    let parts =
      own.form == .skipped
      ? 88_000 : own.form == .singleParent ? 32_000 : isDisabled ? 250_000 : 900
    guard draw.happens(parts) else { return }
    let from = max(
      max(one.joined, one.birth + 300) + Int32(draw.below(2_200)), registered.lowerBound)
    guard from < grown else { return }
    let months = span(place, within: from.nextMonth..<grown.nextMonth)
    var aid = aid(place, .hardshipChild, months.lowerBound, months.upperBound)
    aid.detail = own.form == .skipped ? UInt8(draw.weighted([30, 50, 20]) + 1) : 3
    append(aid)
  }

  /// Mothers and fathers from 49 on whose only child died or is disabled (国人口发〔2007〕78号).
  ///
  /// Of the married whose children are not in the truth 2.4 % lost the only one (assumption).
  private mutating func addSpecialFamily(_ place: Int, _ one: Person, _ registered: Range<Int32>) {
    let old = one.birth + 17_897
    // Born from 1933 on, as the rule has it.
    guard one.sex == .female, old <= TruthCalendar.lastOrdinal, one.birth >= -13_514 else { return }
    let children = lives.children(of: place).map(Int.init)
    let lost = children.map { lives.people.persons[$0].death }.max() ?? Person.open
    var (kind, since): (UInt8, Int32) = (1, lost)
    if children.isEmpty {
      guard lives.marriages(of: place).contains(where: { $0.from < old }), draw.happens(24_000)
      else { return }
      since = old + Int32(draw.below(6_000))
    } else if lost == Person.open {
      guard children.count == 1,
        let card = lives.facts(of: children[0]).first(where: { $0.kind == .disabilityCard }),
        card.level <= 3
      else { return }
      (kind, since) = (2, card.from)
    }
    let husband = lives.marriages(of: place).first { $0.from < old && $0.husband >= 0 }?.husband
    let all = [place, husband.map(Int.init)].compactMap { $0 }
    for parent in all
    where !lives.registrations(of: parent).isEmpty && helpedParents.insert(parent).inserted {
      let span = self.registered(parent)
      let from = max(since, lives.people.persons[parent].birth + 17_897, span.lowerBound).nextMonth
      var aid = aid(parent, .specialFamily, from, span.upperBound.nextMonth)
      aid.detail = kind
      append(aid)
    }
  }

  /// Disabled soldiers 3 % of veterans; those in a war of 1979 to 1989 6 % of who served then; from 60 on all
  /// without an employee's pension; next of kin of soldiers who died 0.15 % of the women over 55
  /// (assumptions: 8.0 million with benefits of 57 million veterans and their kin, 2021).
  private mutating func addBenefit(_ place: Int, _ one: Person, _ registered: Range<Int32>) {
    let kind: UInt8
    var level: UInt8 = 0
    var since: Int32
    if let fact = lives.facts(of: place).first(where: { $0.kind == .veteran }) {
      let service = MilitaryService(level: fact.level)
      let wasInWar = fact.from > 3_330 && fact.from - Int32(service.years * 365) < 7_250
      if draw.happens(30_000) {
        (kind, since) = (1, fact.from + 200)
        level = UInt8(draw.weighted([1, 1, 2, 3, 6, 10, 15, 22, 20, 20]) + 1)
      } else if wasInWar, service.kind == .soldier, draw.happens(60_000) {
        (kind, since) = (6, max(fact.from, 13_700))
      } else if one.birth < -12_000 {
        (kind, since) = (5, fact.from)
      } else if service.kind == .soldier, employeePension(place) == nil {
        (kind, since) = (7, max(one.birth + 21_915, 15_187))
        level = UInt8(service.years)
      } else {
        return
      }
    } else if one.sex == .female, draw.happens(1_500) {
      kind = UInt8([2, 3, 4][draw.weighted([50, 15, 35])])
      since = one.birth + 20_100
    } else {
      return
    }
    since = max(since, registered.lowerBound)
    var aid = aid(place, .benefit, since.nextMonth, registered.upperBound.nextMonth)
    (aid.detail, aid.level) = (kind, level)
    append(aid)
  }
}
