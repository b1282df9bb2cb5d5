import DemoTruth
import Time

/// What can be read of the monthly reports of large firms.
enum ReportFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps["report.firm"] = (.firm, { Int(firm($0, $1)) })
    table.facts = [
      "report.period": { .date(period($1)) },
      "report.output": { .integer(output($0, $1) * 1_000) },
      "report.revenue": { .integer(revenue($0, $1) * 1_000) },
      "report.employees": { .integer(employees($0, $1)) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "iit_scale_ent": RowRule(
      count: { $0.market.large.firms.count * LargeFirms.months },
      isIn: { sight, index in
        // Only the report of the last month that is over.
        let month = Day(ordinal: Int(sight.day))
        let before =
          month.month == 1 ? (month.year - 1) * 12 + 11 : month.year * 12 + month.month - 2
        let period = period(index)
        return period.year * 12 + period.month - 1 == before
          && sight.firm(Int(firm(sight, index))).isOpen(on: Int32(period.ordinal) + 27)
      })
  ]

  private static func firm(_ sight: Sight, _ index: Int) -> Int32 {
    sight.shared.market.large.firms[index / LargeFirms.months]
  }

  private static func period(_ index: Int) -> Day {
    let month = 2026 * 12 + 3 + index % LargeFirms.months
    return Day(number: month / 12 * 10_000 + (month % 12 + 1) * 100 + 1)
  }

  /// The month's part of the year's revenue, in thousands of yuan: less in the weeks of the spring festival,
  /// more at the ends of quarters (assumption).
  private static func revenue(_ sight: Sight, _ index: Int) -> Int {
    let day = period(index)
    let firm = Int(firm(sight, index))
    let weight = [80, 65, 105, 97, 100, 112, 96, 98, 107, 98, 104, 138][day.month - 1]
    var draw = Draw(Draw.stream(sight.shared.seed, "report.revenue"), index)
    let year = Double(sight.shared.firms.revenue(of: firm, year: day.year))
    return Int(year * Double(weight) / 1_200 * (0.94 + 0.12 * draw.unit()))
  }

  /// What industry makes in a month, 92 to 108 % of what it sells; services have none.
  private static func output(_ sight: Sight, _ index: Int) -> Int {
    let section = sight.shared.firms.trade(of: Int(firm(sight, index))).section
    guard "CD".contains(section) else { return 0 }
    var draw = Draw(Draw.stream(sight.shared.seed, "report.output"), index)
    return Int(Double(revenue(sight, index)) * (0.92 + 0.16 * draw.unit()))
  }

  /// The staff, up to 3 % more or less by the month.
  private static func employees(_ sight: Sight, _ index: Int) -> Int {
    let staff = Int(sight.firm(Int(firm(sight, index))).staff)
    var draw = Draw(Draw.stream(sight.shared.seed, "report.staff"), index)
    let swing = staff * 3 / 100
    return staff - swing + draw.below(2 * swing + 1)
  }
}
