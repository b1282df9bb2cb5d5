import DemoTruth
import Time

/// What can be read of the published entries of debtors that did not comply with a judgement.
enum JudgementFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.facts = [
      "judgement.number": { .text(number($0, one($0, $1))) },
      "judgement.debtor.name": { sight, index in
        let one = one(sight, index)
        return .text(
          one.firm >= 0
            ? sight.shared.firms.name(of: Int(one.firm)) : sight.people.name(of: Int(one.person)))
      },
      "judgement.debtorKind": { .text(one($0, $1).firm >= 0 ? "法人" : "自然人") },
      "judgement.debtor.code": { sight, index in
        let one = one(sight, index)
        return .text(
          one.firm >= 0
            ? sight.shared.firms.code(of: Int(one.firm)) : sight.people.number(of: Int(one.person)))
      },
      "judgement.court": { .text(court($0, one($0, $1).court).name) },
      "judgement.amount": { .integer(Int(one($0, $1).amount)) },
      "judgement.duty": { .text(one($0, $1).isPartlyMet ? "部分未履行" : "全部未履行") },
      "judgement.on": { .day(one($0, $1).day) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    // Who complied goes.
    "ndrc_dishonest": RowRule(
      count: { $0.market.breaches.judgements.count },
      isIn: { sight, index in
        let one = one(sight, index)
        return one.day <= sight.day && sight.day - one.day < 5 * 365 && sight.day < one.until
      })
  ]

  private static func one(_ sight: Sight, _ index: Int) -> Judgement {
    sight.breaches.judgements[index]
  }

  private static func court(_ sight: Sight, _ court: UInt8) -> (name: String, code: String) {
    switch court {
    case 0: return ("\(sight.division.fullName)人民法院", "临\(sight.division.courtCode)")
    case 1: return ("\(Division.province)\(Division.city)中级人民法院", "临99")
    case 2:
      let other = Division.all[sight.division.number == 1 ? 0 : 1]
      return ("\(other.fullName)人民法院", "临\(other.courtCode)")
    default: return ("\(Division.city)诚意县人民法院", "临9921")
    }
  }

  /// （2024）临9901执2345号: the year, the court, the kind of case and its counter.
  private static func number(_ sight: Sight, _ one: Judgement) -> String {
    let year = Day(ordinal: Int(one.day)).year
    // The courts of all districts count each for itself, the city's own for all.
    let serial = Int(one.serial) + (one.court == 0 ? 0 : 100_000 * sight.division.number)
    return "（\(year)）\(court(sight, one.court).code)执\(serial)号"
  }
}
