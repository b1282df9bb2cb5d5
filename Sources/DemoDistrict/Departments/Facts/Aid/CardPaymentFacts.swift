import DemoTruth
import Time

/// What can be read of the payments of aid on cards.
///
/// A payment is known by its aid and its month: their places are those of the aid, month after month from that of
/// the first list.
enum CardPaymentFacts {
  /// How the finance office calls an aid: code, name, and from which day of the month it is paid.
  private static let subsidies: [AidKind: (code: String, name: String, day: Int)] = [
    .minimumLiving: ("MZ01", "最低生活保障金", 10), .extremePoverty: ("MZ02", "特困人员救助供养金", 10),
    .ageAllowance: ("MZ03", "高龄津贴", 12), .hardshipChild: ("MZ04", "孤儿、困境儿童基本生活费", 10),
    .livingSubsidy: ("CL01", "困难残疾人生活补贴", 15), .careSubsidy: ("CL02", "重度残疾人护理补贴", 15),
    .benefit: ("TY01", "优抚对象抚恤补助金", 8), .specialFamily: ("WJ01", "计划生育特别扶助金", 15),
  ]
  /// The months of the twelve lists.
  private static let months = 12

  static let table: FactTable = {
    var table = FactTable()
    table.steps["cardPayment.person"] = (.person, { Int(aid($0, $1).person) })
    table.beginnings[.cardPayment] = { aid($0, $1).from }
    table.facts = [
      "cardPayment.subsidyCode": { .optional(subsidies[aid($0, $1).kind]?.code) },
      "cardPayment.subsidyName": { .optional(subsidies[aid($0, $1).kind]?.name) },
      "cardPayment.period": { .day(month($0, $1)) },
      "cardPayment.amount": { sight, index in
        let cents = sight.shared.lives.cents(ofAid: place(sight, index), on: month(sight, index))
        return .decimal(Digits.decimal(Double(cents) / 100, places: 2))
      },
      "cardPayment.on": { .day(paidOn($0, $1)) },
      "cardPayment.state": { sight, index in
        // Cards that were closed or changed: eleven of a thousand payments (assumption).
        var draw = Draw(Draw.stream(sight.shared.seed, "card.state"), index)
        let turn = draw.below(1_000)
        return .text(turn < 7 ? "失败" : turn < 11 ? "退回" : "成功")
      },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "fin_subsidy_card": RowRule(count: { $0.lives.aids.count * months }) { sight, index in
      let month = month(sight, index)
      guard month == sight.day.monthStart else { return false }
      let one = aid(sight, index)
      return subsidies[one.kind] != nil && one.holds(on: month)
        && (one.kind != .minimumLiving || one.person == one.applicant)
        && !sight.shared.lives.isSuspended(
          aid: place(sight, index), on: month, seed: sight.shared.seed)
        && paidOn(sight, index) <= sight.day
    }
  ]

  private static func place(_ sight: Sight, _ index: Int) -> Int {
    index % sight.shared.lives.aids.count
  }

  private static func aid(_ sight: Sight, _ index: Int) -> Aid { sight.aid(place(sight, index)) }

  /// The first day of the month that a payment is for.
  private static func month(_ sight: Sight, _ index: Int) -> Int32 {
    starts[index / sight.shared.lives.aids.count]
  }

  private static let starts: [Int32] = (1...months).map {
    Int32(TruthCalendar.day(ofMonth: $0).ordinal).monthStart
  }

  /// All cards of a subsidy on one working day.
  private static func paidOn(_ sight: Sight, _ index: Int) -> Int32 {
    let day = subsidies[aid(sight, index).kind]?.day ?? 15
    return WorkDays.next(month(sight, index) + Int32(day - 1))
  }
}
