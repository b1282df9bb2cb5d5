import DemoTruth
import Time

/// What can be read of the pension insurances: memberships and pensions paid.
enum PensionFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps = [
      "pensionMembership.person": (.person, { Int($0.lives.facts[$1].person) }),
      "pensionMembership.employer": (.firm, { employer($0, $1) }),
      "pensionPayment.person": (.person, { Int($0.lives.facts[$1].person) }),
    ]
    // The employer enrolled them when the job began.
    table.beginnings[.pensionMembership] = { sight, index in
      let job = Spells.job(sight, Int(sight.lives.facts[index].person))
      return job < 0 ? sight.lives.facts[index].from : sight.job(job).from
    }
    table.facts = [
      "firm.socialNumber": { .text($0.division.code + Digits.padded($1 + 1, 6)) },
      "pensionMembership.personNumber": { .text(personNumber($0, Int($0.lives.facts[$1].person))) },
      "pensionMembership.kind": { .integerText(kind($0.lives.facts[$1])) },
      "pensionMembership.state": { sight, index in
        .integerText(sight.lives.facts[index].holds(on: sight.day) ? 1 : 2)
      },
      "pensionMembership.base": { sight, index in
        base(sight, index).map { .integer($0) } ?? .none
      },
      "pensionMembership.from": { sight, index in
        .day(Spells.begun(sight, index).map(\.from).min())
      },
      "pensionMembership.divisionCode": { sight, _ in .text(sight.division.code) },
      "pensionPayment.period": { sight, index in .day(period(sight)) },
      "pensionPayment.kind": { .integerText(Int($0.lives.facts[$1].detail)) },
      "pensionPayment.amount": { .decimal(Digits.decimal(amount($0, $1), places: 2)) },
      "pensionPayment.bank": { .text(bank($0, $1)) },
      "pensionPayment.on": { sight, _ in .day(paidOn(period(sight))) },
      "pensionPayment.divisionCode": { sight, _ in .text(sight.division.code) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    // Employees by employer.
    "hrss_pension_insured": RowRule(
      group: { sight, index in
        let firm = employer(sight, index)
        return firm < 0 ? -1 - Int(sight.lives.facts[index].person) : firm
      },
      count: { $0.lives.facts.count },
      isIn: { sight, index in
        let fact = sight.lives.facts[index]
        guard fact.kind == .employeePension || fact.kind == .residentPension,
          sight.isCitizen(fact.person), Spells.isLatest(sight, index)
        else { return false }
        // Who has a pension is in the other list; who left the district has taken it along.
        let person = Int(fact.person)
        return sight.lives.fact(.pensionPaid, of: person, on: sight.day) == nil
          && sight.lives.people.presence(of: person).contains(sight.day)
      }),
    "hrss_pension_paid": RowRule(count: { $0.lives.facts.count }) { sight, index in
      let fact = sight.lives.facts[index]
      guard fact.kind == .pensionPaid, sight.isCitizen(fact.person), fact.from < period(sight)
      else {
        return false
      }
      return period(sight) < fact.to || isPaidAfterDeath(sight, fact, index)
    },
  ]

  /// Ten digits; one a person for life, in all insurances.
  static func personNumber(_ sight: Sight, _ person: Int) -> String {
    "33" + Digits.padded(person + 1 + 10_000_000 * sight.division.number, 8)
  }

  private static func kind(_ fact: Fact) -> Int {
    fact.kind == .residentPension ? 170 : Int(fact.detail)
  }

  private static func employer(_ sight: Sight, _ index: Int) -> Int {
    let fact = sight.lives.facts[index]
    guard fact.kind == .employeePension else { return -1 }
    let job = Spells.job(sight, Int(fact.person))
    return job < 0 ? -1 : Int(sight.job(job).employer)
  }

  /// Of residents none: they pay a step of their choice once a year.
  private static func base(_ sight: Sight, _ index: Int) -> Int? {
    let fact = sight.lives.facts[index]
    guard fact.kind == .employeePension else { return nil }
    let job = Spells.job(sight, Int(fact.person))
    return job < 0 ? nil : sight.base(of: job)
  }

  /// The month that is paid for: the one of the day, from its 8th on.
  static func period(_ sight: Sight) -> Int32 {
    let day = Day(ordinal: Int(sight.day))
    let first = Int32(Day(number: day.number / 100 * 100 + 1).ordinal)
    return day.day >= 8
      ? first : Int32(Day(number: Day(ordinal: Int(first) - 1).number / 100 * 100 + 1).ordinal)
  }

  /// Pensions come by the 8th, before it where that is no day of work.
  private static func paidOn(_ period: Int32) -> Int32 {
    var day = period + 7
    while !WorkDays.isWorkDay(day) { day -= 1 }
    return day
  }

  /// A death is told within two months, of one in twenty later (assumption); until then the pension is
  /// paid.
  private static func isPaidAfterDeath(_ sight: Sight, _ fact: Fact, _ index: Int) -> Bool {
    guard sight.person(Int(fact.person)).death == fact.to else { return false }
    var draw = sight.draw("pension.notice", index)
    let days = draw.below(20) == 0 ? draw.number(61...150) : draw.number(2...60)
    return period(sight) < fact.to + Int32(days)
  }

  /// Yuan a month.
  ///
  /// Means of 2025: employees of firms 3,450, of public institutions 6,500, residents 420 (2023: 3,200 and
  /// 6,100 in the country; residents by the basic pensions of the coastal provinces); raised by 2 % each
  /// January (2025: 2 %). The logarithms spread by 0.25, of residents by 0.35; years at work are not told of.
  static func amount(_ sight: Sight, _ index: Int) -> Double {
    let fact = sight.lives.facts[index]
    var draw = sight.draw("pension.amount", index)
    let (mean, spread, least) =
      switch fact.detail {
      case 120: (6_500.0, 0.25, 2_900.0)
      case 170: (420.0, 0.35, 240.0)
      default: (3_450.0, 0.25, 1_500.0)
      }
    // The sum of four even draws is near enough to a normal one.
    let normal = (draw.unit() + draw.unit() + draw.unit() + draw.unit() - 2) * 1.732
    let first = max(mean * Exact.exp(normal * spread - spread * spread / 2), least)
    let year = Day(ordinal: Int(period(sight))).year
    let raised = first * Exact.exp(0.0198 * Double(year - 2025))
    return (raised * 100).rounded() / 100
  }

  private static func bank(_ sight: Sight, _ index: Int) -> String {
    let fact = sight.lives.facts[index]
    var draw = sight.draw("pension.bank", Int(fact.person))
    let banks = ["云溪农村商业银行", "中国工商银行", "中国农业银行", "中国建设银行", "中国银行", "中国邮政储蓄银行"]
    return banks[draw.weighted(fact.detail == 170 ? [78, 3, 6, 3, 2, 8] : [30, 22, 16, 16, 8, 8])]
  }
}

extension Sight {
  /// The base of contributions of a job on the day, yuan a month.
  func base(of job: Int) -> Int {
    let one = self.job(job)
    let isPublic = one.employer >= 0 && firm(Int(one.employer)).form.isPublicBody
    return work.wages.base(one, on: day, isPublic: isPublic)
  }
}
