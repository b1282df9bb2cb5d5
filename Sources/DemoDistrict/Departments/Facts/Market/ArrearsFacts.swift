import DemoTruth
import Time

/// What can be read of the notices of tax arrears: each debt of a firm at the end of each quarter.
enum ArrearsFacts {
  /// Quarters from that which ended in June 2016.
  private static let quarters = 46

  static let table: FactTable = {
    var table = FactTable()
    table.steps["arrears.firm"] = (.firm, { Int(debt($0, $1).firm) })
    table.facts = [
      "arrears.taxKind": { .text(tax(debt($0, $1).tax)) },
      "arrears.period": { .date(period($1)) },
      "arrears.amount": { .integer(amount($0, $1)) },
      "arrears.firm.taxOffice.name": { .text(FirmFacts.taxOffice($0, Int(debt($0, $1).firm))) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    // The last two quarters whose notices are out, six weeks after their end.
    "tax_tax_arrears": RowRule(
      count: { $0.market.breaches.debts.count * quarters },
      isIn: { sight, index in
        let end = end(index)
        let debt = debt(sight, index)
        return debt.from <= end && end < debt.to && end + 30 <= sight.day && sight.day - end < 214
      })
  ]

  private static func debt(_ sight: Sight, _ index: Int) -> TaxDebt {
    sight.breaches.debts[index / quarters]
  }

  /// The first day of the last month of the quarter.
  private static func period(_ index: Int) -> Day {
    let month = 2016 * 12 + 5 + index % quarters * 3
    return Day(number: month / 12 * 10_000 + (month % 12 + 1) * 100 + 1)
  }

  private static func end(_ index: Int) -> Int32 {
    let day = period(index)
    return Int32(day.ordinal + Day.length(ofMonth: day.month, year: day.year) - 1)
  }

  /// A debt is what it was, with the parts that fell due in later quarters, a tenth each up to the eighth.
  private static func amount(_ sight: Sight, _ index: Int) -> Int {
    let debt = debt(sight, index)
    let turns = min(8, Int(end(index) - debt.from) / 91)
    return Int(debt.amount) + Int(debt.amount) / 10 * turns
  }

  private static func tax(_ tax: TaxDebt.Tax) -> String {
    switch tax {
    case .valueAdded: "增值税"
    case .corporate: "企业所得税"
    case .personal: "个人所得税"
    case .property: "房产税"
    case .landUse: "城镇土地使用税"
    case .gains: "土地增值税"
    }
  }
}
