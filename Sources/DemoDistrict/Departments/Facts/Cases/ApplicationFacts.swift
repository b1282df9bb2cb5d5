import DemoTruth
import Time

/// What can be read of applications at the service halls.
enum ApplicationFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps["application.applicant"] = (
      .party,
      { sight, index in
        let one = sight.application(index)
        return Int(one.applicant) * 2 + (one.kind.isOfFirm ? 1 : 0)
      }
    )
    table.facts = [
      "application.number": { .text(number($0, $1)) },
      "application.itemCode": { .text(itemCode($0.application($1).kind)) },
      "application.itemName": { .text($0.application($1).kind.item) },
      "application.applicantKind": { .text(applicantKind($0, $1)) },
      "application.applicant.name": { sight, index in
        let one = sight.application(index)
        return .text(
          one.kind.isOfFirm
            ? sight.shared.registeredName(Int(one.applicant))
            : sight.people.name(of: Int(one.applicant)))
      },
      "application.at": { .moment($0.application($1).accepted) },
      "application.closedAt": { $0.moment($0.application($1).finished) },
      "application.result": { .optional(result($0, $1)) },
      "application.department.name": { sight, index in
        .text(ApplicationKind.departments[sight.application(index).kind.department])
      },
      "application.rating": { .optional(rating($0, $1)) },
    ]
    table.others["row.updatedAt(application)"] = { sight, index in
      let one = sight.application(index)
      let last = sight.isPast(one.finished) ? one.finished : one.accepted
      var draw = Draw(Draw.stream(sight.shared.seed, "application.updated"), index)
      // The exchange platform writes at night what the hall wrote by day.
      return .moment(Day(ordinal: Int(last / 1_440)), draw.number(79_200...86_000))
    }
    return table
  }()

  static let rules: [String: RowRule] = [
    "gsb_gov_item": RowRule(count: { $0.truth.applications.list.count }) { sight, index in
      let day = sight.application(index).accepted / 1_440
      return day <= sight.day && sight.day - day < 183
    }
  ]

  /// The district, the department of the hall in three digits, the day and a counter of the day.
  private static func number(_ sight: Sight, _ index: Int) -> String {
    let one = sight.application(index)
    return sight.division.code + Digits.padded(one.kind.department + 1, 3)
      + String(Day(ordinal: Int(one.accepted / 1_440)).number) + Digits.padded(Int(one.serial), 4)
  }

  /// Twelve digits as in the national list of items (国家政务服务基本目录): three zeros, the department, the item.
  private static func itemCode(_ kind: ApplicationKind) -> String {
    "000" + Digits.padded(101 + kind.department, 3) + Digits.padded(kind.serial, 3) + "000"
  }

  private static func applicantKind(_ sight: Sight, _ index: Int) -> String {
    let one = sight.application(index)
    guard one.kind.isOfFirm else { return "自然人" }
    switch sight.firm(Int(one.applicant)).form {
    case .soleTrader, .partnership, .soleProprietorship, .branch: return "其他组织"
    default: return "法人"
    }
  }

  private static func result(_ sight: Sight, _ index: Int) -> String? {
    let one = sight.application(index)
    guard sight.isPast(one.finished) else { return nil }
    switch one.outcome {
    case .granted: return one.kind.isPermit ? "准予许可" : "办结"
    case .returned: return "退件"
    case .refused: return "不予许可"
    case .withdrawn: return "撤回"
    }
  }

  /// Two in three say something, nine of ten of these the best (assumption; halls publish 99 % of good ones).
  private static func rating(_ sight: Sight, _ index: Int) -> String? {
    let one = sight.application(index)
    guard sight.isPast(one.finished) else { return nil }
    var draw = Draw(Draw.stream(sight.shared.seed, "application.rating"), index)
    guard draw.below(3) > 0 else { return nil }
    let weights = one.outcome == .granted ? [900, 80, 15, 4, 1] : [300, 300, 250, 100, 50]
    return ["非常满意", "满意", "基本满意", "不满意", "非常不满意"][draw.weighted(weights)]
  }
}

extension Sight {
  func application(_ index: Int) -> Application { shared.truth.applications.list[index] }
}
