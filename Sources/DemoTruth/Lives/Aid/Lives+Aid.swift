/// What aid is on a day: its amount, the family, whether it runs.
extension Lives {
  /// The places in `aids` of those that a family has together with one.
  package func family(ofAid place: Int) -> Range<Int> {
    let one = aids[place]
    guard one.family >= 0 else { return place..<place + 1 }
    // The members stand together, and there are few.
    func isOfIt(_ other: Int) -> Bool {
      aids.indices.contains(other) && aids[other].family == one.family
    }
    var (from, to) = (place, place + 1)
    while isOfIt(from - 1) { from -= 1 }
    while isOfIt(to) { to += 1 }
    return from..<to
  }

  /// How many members of the family have it in the month of a day; after the family's end how many had it last.
  package func members(ofAid place: Int, on day: Int32) -> Int {
    let family = family(ofAid: place)
    let end = family.map { aids[$0].to }.max() ?? Person.open
    let month = min(day, end == Person.open ? day : end - 1).monthStart
    return max(family.reduce(0) { $0 + (aids[$1].holds(on: month) ? 1 : 0) }, 1)
  }

  /// The income of the family a head, yuan a month.
  package func income(ofAid place: Int, on day: Int32) -> Int {
    AidStandards.line(on: day) * Int(aids[place].income) / 1_000
  }

  /// Hundredths of a yuan that are given for the month of a day; of the minimum living allowance to the whole
  /// family.
  ///
  /// Months are paid whole: age, members and standards are those of their first day.
  package func cents(ofAid place: Int, on day: Int32) -> Int {
    let aid = aids[place]
    let month = day.monthStart
    let yuan: Int
    switch aid.kind {
    case .minimumLiving:
      let least = AidStandards.line(on: month)
      yuan = (least - income(ofAid: place, on: month)) * members(ofAid: place, on: month)
    case .extremePoverty: yuan = AidStandards.extremePoverty(aid.level, on: month)
    case .ageAllowance:
      yuan = AidStandards.ageAllowance(people.persons[Int(aid.person)].age(on: month))
    case .hardshipChild: yuan = AidStandards.hardshipChild(aid.detail, on: month)
    case .livingSubsidy: yuan = AidStandards.livingSubsidy(aid.level, on: month)
    case .careSubsidy: yuan = AidStandards.careSubsidy(aid.level)
    case .specialFamily: yuan = AidStandards.specialFamily(aid.detail)
    case .benefit: yuan = AidStandards.benefit(aid.detail, level: aid.level, on: month)
    case .temporary, .medical: return Int(aid.cents)
    case .lowIncome, .watched: return 0
    }
    return yuan * 100
  }

  /// Whether an aid that is in force is held back for the month of a day, as until somebody has shown that the
  /// reason goes on: two months in one of forty aids a year (assumption).
  package func isSuspended(aid place: Int, on day: Int32, seed: UInt64) -> Bool {
    let month = Int(day.monthStart)
    let year = (month + 40) / 365
    let key = aids[place].family >= 0 ? Int(aids[place].family) : place + 1_000_000
    var draw = Draw(Draw.stream(seed, "aid.suspended"), key &* 64 &+ year % 64)
    guard draw.happens(25_000), aids[place].from < Int32(month) - 180 else { return false }
    let first = draw.number(0...300)
    let inYear = (month + 40) % 365
    return inYear >= first && inYear < first + 62
  }

  /// Who cares for somebody with aid: the guardian of a child; of the very poor at home the next of kin.
  package func guardian(ofAid place: Int, on day: Int32) -> Int32 {
    let aid = aids[place]
    return aid.kind == .extremePoverty
      ? nextOfKin(of: Int(aid.person), on: day) : guardian(of: Int(aid.person), on: day)
  }
}
