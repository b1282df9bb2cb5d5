import DemoTruth
import Time

/// What can be read of the residents' medical insurance: a membership is known by its spell in `lives.facts`.
enum MedicalInsuranceFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps = [
      "medicalMembership.person": (.person, { Int($0.lives.facts[$1].person) }),
      "medicalPayment.person": (.person, { Int($0.lives.facts[$1].person) }),
    ]
    table.beginnings[.medicalMembership] = { declaredOn($0, $1) }
    table.facts = [
      "medicalMembership.socialNumber": { .text(socialNumber($0, $1)) },
      "medicalMembership.year": { sight, _ in .integer(year(sight)) },
      "medicalMembership.kind": { .text(kind($0, $1)) },
      "medicalMembership.state": { sight, index in
        .text(sight.lives.facts[index].holds(on: sight.day) ? "1" : "3")
      },
      "medicalMembership.from": { .day(declaredOn($0, $1)) },
      "medicalMembership.communityCode": { .optional(community($0, $1)) },
      "medicalPayment.number": { .text(number($0, $1)) },
      "medicalPayment.personNumber": { sight, index in
        .text(PensionFacts.personNumber(sight, Int(sight.lives.facts[index].person)))
      },
      "medicalPayment.year": { sight, _ in .integer(year(sight)) },
      "medicalPayment.total": { sight, _ in .integer(amounts(sight).own + amounts(sight).budget) },
      "medicalPayment.personal": { sight, index in
        .integer(isAided(sight, index) ? 0 : amounts(sight).own)
      },
      "medicalPayment.fiscal": { sight, index in
        .integer(amounts(sight).budget + (isAided(sight, index) ? amounts(sight).own : 0))
      },
      "medicalPayment.on": { .day(paidOn($0, $1)) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "mia_res_med": RowRule(
      draw: "residents' medical", count: { $0.lives.facts.count }, isIn: { isMember($0, $1) }),
    "mia_res_med_pay": RowRule(
      draw: "residents' medical", count: { $0.lives.facts.count },
      isIn: { sight, index in isMember(sight, index) && paidOn(sight, index) <= sight.day }),
  ]

  /// The year of the file.
  private static func year(_ sight: Sight) -> Int { Day(ordinal: Int(sight.day)).year }

  /// Members of the year: those who left it since, by a job or by death, are listed as ended for 60 days.
  private static func isMember(_ sight: Sight, _ index: Int) -> Bool {
    let fact = sight.lives.facts[index]
    guard fact.kind == .residentMedical, sight.isCitizen(fact.person),
      Spells.isLatest(sight, index),
      fact.to > sight.day - 60, declaredOn(sight, index) <= sight.day
    else { return false }
    return Int(fact.to) > Day.ordinal(year: year(sight), month: 1, day: 1)
  }

  /// Those who were members before enrol from October to December for the next year, one in twelve in
  /// January or February; new ones within twenty days.
  private static func declaredOn(_ sight: Sight, _ index: Int) -> Int32 {
    let fact = sight.lives.facts[index]
    let year = year(sight)
    var draw = sight.draw("medical.declared", Int(fact.person) &* 64 &+ year % 64)
    let first = Int32(Day.ordinal(year: year - 1, month: 10, day: 8))
    let usual =
      draw.below(12) == 0
      ? first + Int32(draw.number(86...140)) : first + Int32(draw.number(0...84))
    return (fact.from > usual ? fact.from + Int32(draw.number(2...20)) : usual).weekday
  }

  /// The resident ID; K and the ID while a child is not registered yet.
  private static func socialNumber(_ sight: Sight, _ index: Int) -> String {
    let person = Int(sight.lives.facts[index].person)
    let number = sight.people.number(of: person)
    let declared = declaredOn(sight, index)
    let one = sight.person(person)
    let isUnregistered =
      one.birth + 366 > declared && !one.traits.contains(.floating)
      && sight.lives.registration(of: person, on: declared) == nil
    return isUnregistered ? "K" + number : number
  }

  /// Those whose share the budget pays: of 低保, 特困, those just above, and severely disabled ones.
  private static func isAided(_ sight: Sight, _ index: Int) -> Bool {
    let fact = sight.lives.facts[index]
    let day = declaredOn(sight, index)
    return sight.lives.facts(of: Int(fact.person)).contains { one in
      guard one.holds(on: day) else { return false }
      switch one.kind {
      case .minimumLiving, .extremePoverty, .lowIncome: return true
      case .disabilityCard: return one.level <= 2
      case .hardshipChild: return one.detail <= 2
      default: return false
      }
    }
  }

  private static func kind(_ sight: Sight, _ index: Int) -> String {
    if isAided(sight, index) { return "特殊困难人员" }
    let person = sight.person(Int(sight.lives.facts[index].person))
    return person.age(on: declaredOn(sight, index)) < 18 ? "未成年人" : "成年居民"
  }

  private static func community(_ sight: Sight, _ index: Int) -> String? {
    let person = Int(sight.lives.facts[index].person)
    let lives = sight.lives
    guard
      let home = lives.residence(of: person, on: declaredOn(sight, index))
        ?? lives.residences(of: person).last
    else { return nil }
    let ground = sight.shared.ground
    let building = ground.buildings[Int(sight.shared.homes.dwellings[Int(home.dwelling)].building)]
    return ground.communities[Int(ground.grids[Int(building.grid)].community)].code
  }

  /// Yuan a year: 400 each and 670 of the budget for 2025, 400 and 700 for 2026 (医保发〔2024〕19号,
  /// 〔2025〕); for 2027 as for 2026 (assumption).
  private static func amounts(_ sight: Sight) -> (own: Int, budget: Int) {
    (400, year(sight) <= 2025 ? 670 : 700)
  }

  /// The tax office has it within a month of the enrolment.
  private static func paidOn(_ sight: Sight, _ index: Int) -> Int32 {
    var draw = sight.draw("medical.paid", index)
    return declaredOn(sight, index) + Int32(draw.number(0...25))
  }

  /// The day of the payment and a serial.
  private static func number(_ sight: Sight, _ index: Int) -> String {
    let day = Day(ordinal: Int(paidOn(sight, index))).number
    return "\(day)\(sight.division.code)" + Digits.padded(Int(sight.lives.facts[index].person), 7)
  }
}
