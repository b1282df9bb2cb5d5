import DemoTruth
import Time

/// What can be read of the penalties of the market supervision.
enum PenaltyFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps["penalty.firm"] = (.firm, { Int($0.penalty($1).firm) })
    table.beginnings[.penalty] = { $0.penalty($1).day }
    table.facts = [
      "penalty.number": { sight, index in
        let penalty = sight.penalty(index)
        let year = Day(ordinal: Int(penalty.day)).year
        return .text(
          "\(sight.division.abbreviation)市监案字〔\(year)〕\(Digits.padded(Int(penalty.serial), 4))号")
      },
      "penalty.documentNumber": { sight, index in
        let penalty = sight.penalty(index)
        return .text(
          "\(sight.division.abbreviation)市监处罚〔\(Day(ordinal: Int(penalty.day)).year)〕\(penalty.serial)号"
        )
      },
      "penalty.cause": { .text(cause($0.penalty($1).cause)) },
      "penalty.text": { .text(text($0.penalty($1))) },
      "penalty.amount": { sight, index in
        let penalty = sight.penalty(index)
        return .decimal(
          Digits.decimal(Double(penalty.fine) + Double(penalty.gains) / 100, places: 2))
      },
      "penalty.on": { .day($0.penalty($1).day) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "samr_penalty": RowRule(
      count: { $0.market.breaches.penalties.count },
      isIn: { sight, index in
        let penalty = sight.penalty(index)
        return penalty.day <= sight.day && sight.day - penalty.day < 3 * 365
          && sight.shared.firms.hasName(Int(penalty.firm))
      })
  ]

  private static func cause(_ cause: Penalty.Cause) -> String {
    switch cause {
    case .food: "食品安全"
    case .drugs: "药品安全"
    case .quality: "产品质量"
    case .advertising: "广告违法"
    case .prices: "价格违法"
    case .noLicence: "无证经营"
    case .competition: "不正当竞争"
    case .other: "其他"
    }
  }

  /// What was imposed: a warning, or a fine with what was earned.
  private static func text(_ penalty: Penalty) -> String {
    guard penalty.fine > 0 else {
      return penalty.isByComplaint ? "责令改正；给予警告" : "给予警告"
    }
    let gains = Digits.decimal(Double(penalty.gains) / 100, places: 2)
    let taken = penalty.gains > 0 ? "没收违法所得\(gains)元；" : ""
    return "责令改正；\(taken)罚款\(penalty.fine)元"
  }
}
