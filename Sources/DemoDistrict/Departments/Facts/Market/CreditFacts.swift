import DemoTruth
import Time

/// What can be read of the grades of firms: of each firm that of the tax bureau, then that of the credit
/// platform, so that the place of a grade is twice that of the firm.
enum CreditFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps["creditGrade.firm"] = (.firm, { $1 / 2 })
    table.facts = [
      "creditGrade.year": { sight, _ in .integer(year(sight)) },
      "creditGrade.grade": { sight, index in
        index % 2 == 0
          ? .optional(tax(sight, index / 2)?.grade.rawValue)
          : .text(assessment(sight, index / 2).grade)
      },
      "creditGrade.score": { sight, index in
        index % 2 == 0
          ? tax(sight, index / 2).map { .integer($0.score) } ?? .none
          : .integer(assessment(sight, index / 2).score)
      },
      "creditGrade.on": { sight, index in .day(assessedOn(sight)) },
      "creditGrade.authority.name": { sight, index in
        .text(
          index % 2 == 0
            ? "国家税务总局\(sight.division.fullName)税务局" : "\(Division.city)公共信用信息中心")
      },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    // Those of tax_taxpayer first.
    "tax_tax_credit": RowRule(
      draw: "tax_taxpayer", group: { $1 / 2 }, count: { $0.firms.list.count * 2 },
      isIn: { sight, index in index % 2 == 0 && tax(sight, index / 2) != nil }),
    // Those of samr_market_entity first, as they are registered on the day of the assessment.
    "gsb_credit_eval": RowRule(
      draw: "samr_market_entity", group: { $1 / 2 }, count: { $0.firms.list.count * 2 },
      isIn: { sight, index in
        let firm = sight.firm(index / 2)
        return index % 2 == 1 && firm.form.isEnterprise && firm.form != .branch
          && firm.from + 180 <= assessedOn(sight) && firm.isOpen(on: assessedOn(sight))
      }),
  ]

  /// The last closed year whose grades are out, which they are by the end of April.
  private static func year(_ sight: Sight) -> Int {
    let day = Day(ordinal: Int(sight.day))
    return day.month >= 5 ? day.year - 1 : day.year - 2
  }

  private static func tax(_ sight: Sight, _ firm: Int) -> (grade: TaxCredit, score: Int)? {
    let year = year(sight)
    guard let own = sight.shared.firms.taxCredit(of: firm, year: year) else { return nil }
    // Who could not be found in the year is D; who was penalised or owes tax is no A.
    let last = Int32(Day(number: year * 10_000 + 1231).ordinal)
    if sight.breaches.isListed(firm, in: .missingTaxpayer, on: last) {
      return (.D, 20 + own.score % 20)
    }
    let hasDebt = sight.breaches.debts(of: firm).contains { $0.from <= last && last < $0.to }
    if hasDebt { return (.C, 40 + own.score % 30) }
    if own.grade == .A, isPenalised(sight, firm, within: 365, before: last) {
      return (.B, 80 + own.score % 10)
    }
    return own
  }

  /// The platform grades anew on the last day of each quarter.
  private static func assessedOn(_ sight: Sight) -> Int32 {
    let day = Day(ordinal: Int(sight.day) + 1)
    let quarter = (day.month - 1) / 3 * 3 + 1
    return Int32(Day(number: day.year * 10_000 + quarter * 100 + 1).ordinal) - 1
  }

  /// Points of 1,000: from 900 on 优, 750 良, 600 中, below 差.
  ///
  /// Nobody with an entry has more than 良; one entry is 中; a serious breach, a judgement or a missing
  /// taxpayer is 差.
  private static func assessment(_ sight: Sight, _ firm: Int) -> (grade: String, score: Int) {
    let day = assessedOn(sight)
    var draw = Draw(Draw.stream(sight.shared.seed, "credit.platform"), firm)
    let breaches = sight.breaches
    let isSerious =
      breaches.isListed(firm, in: .serious, on: day)
      || breaches.isListed(firm, in: .missingTaxpayer, on: day)
      || breaches.judgements(of: firm).contains { $0.day <= day && day < $0.until }
    if isSerious { return ("差", 380 + draw.below(220)) }
    let hasEntry =
      breaches.isListed(firm, in: .irregular, on: day)
      || breaches.debts(of: firm).contains { $0.from <= day && day < $0.to }
      || isPenalised(sight, firm, within: 365, before: day)
    if hasEntry { return ("中", 600 + draw.below(150)) }
    // Of the others three in ten are 优: those with a good grade of the tax office or an honour.
    let isGood =
      sight.shared.firms.technology(of: firm) != nil
      || sight.shared.firms.taxCredit(of: firm, year: Day(ordinal: Int(day)).year - 1)?.grade == .A
    if isGood || draw.below(100) < 20 { return ("优", 900 + draw.below(91)) }
    return ("良", 750 + draw.below(150))
  }

  private static func isPenalised(
    _ sight: Sight, _ firm: Int, within days: Int32, before day: Int32
  ) -> Bool {
    sight.breaches.penalties(of: firm).contains { $0.day <= day && day - $0.day < days }
  }
}
