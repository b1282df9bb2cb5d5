import DemoTruth
import Time

/// What can be read of hospitals, clinics and pharmacies.
enum MedicalFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.facts = [
      "firm.medicalLicence.number": { sight, index in
        .optional(sight.shared.firms.licence(.medical, of: index, on: sight.day)?.number)
      },
      "firm.medicalKind": { .text(medicalKind($0.shared, $1)) },
      "firm.hospitalLevel": { .text(level($0.shared, $1)) },
      // The insurance knows three steps; a pharmacy has none.
      "firm.insuranceLevel": { sight, index in
        guard sight.shared.firms.trade(of: index).code != "5251" else { return .none }
        let level = level(sight.shared, index)
        return .text(level == "未定级" ? level : String(level.prefix(2)))
      },
      "firm.insuranceKind": { .text(insuranceKind($0.shared, $1)) },
      "firm.insuranceCode": { sight, index in
        .text(
          (sight.shared.firms.trade(of: index).code == "5251" ? "P" : "H") + sight.division.code
            + Digits.padded(Int(sight.shared.bodies.counters[index]), 5))
      },
      "firm.insuranceContract.to": { .day(contractEnd($0, $1)) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "nhc_med_inst": RowRule(count: { $0.firms.list.count }) { sight, index in
      let firms = sight.shared.firms
      let firm = firms.list[index]
      guard ["8411", "8421", "8425"].contains(firms.trade(of: index).code),
        firm.isOpen(on: sight.day),
        firms.hasName(index)
      else { return false }
      return firms.licence(.medical, of: index, on: sight.day) != nil
    },
    "mia_med_fixed": RowRule(count: { $0.firms.list.count }) { sight, index in
      sight.firm(index).isOpen(on: sight.day) && isContracted(sight, index)
    },
  ]

  /// By `medical-kind.csv`.
  private static func medicalKind(_ shared: SharedTruth, _ index: Int) -> String {
    let name = shared.firms.name(of: index)
    switch shared.firms.trade(of: index).code {
    case "8411": return name.hasSuffix("保健院") ? "G" : "A"
    case "8421": return name.hasSuffix("卫生院") ? "C" : name.hasSuffix("卫生室") ? "F" : "B"
    default: return name.contains("门诊部") || shared.firms.list[index].staff >= 10 ? "D" : "E"
    }
  }

  /// By the beds: 500 and more are of the third step, 100 of the second, 20 of the first (standards of
  /// grading of 1989); private ones are a class lower.
  private static func level(_ shared: SharedTruth, _ index: Int) -> String {
    let beds = CareFacts.beds(shared, index) ?? 0
    let isPublic = shared.firms.list[index].form == .institution
    switch shared.firms.trade(of: index).code {
    case "8411" where beds >= 500: return isPublic ? "三级甲等" : "三级乙等"
    case "8411" where beds >= 100: return isPublic ? "二级甲等" : "二级乙等"
    case "8411": return "一级"
    case "8421": return shared.firms.isHealthCentre(index) ? "一级" : "未定级"
    default: return "未定级"
    }
  }

  private static func insuranceKind(_ shared: SharedTruth, _ index: Int) -> String {
    switch shared.firms.trade(of: index).code {
    case "8411": "定点医院"
    case "5251": "定点零售药店"
    default: "定点门诊"
    }
  }

  /// All hospitals, centres and stations; one clinic in six and one pharmacy in five (assumption).
  private static func isContracted(_ sight: Sight, _ index: Int) -> Bool {
    let shared = sight.shared
    guard shared.bodies.counters[index] > 0 else { return false }
    let share: Int
    switch shared.firms.trade(of: index).code {
    case "8411", "8421": share = 100
    case "8425":
      share = shared.firms.licence(.medical, of: index, on: sight.day) == nil ? 0 : 17
    case "5251": share = 22
    default: return false
    }
    var draw = Draw(Draw.stream(shared.seed, "firm.insurance"), index)
    // A contract comes half a year after the opening at the earliest (order 2 and 3 of 2020: three months).
    return draw.below(100) < share && sight.firm(index).from + 180 <= sight.day
  }

  /// Contracts are for one or two years, and end with the year.
  private static func contractEnd(_ sight: Sight, _ index: Int) -> Int32 {
    var draw = Draw(Draw.stream(sight.shared.seed, "firm.contract"), index)
    let year = Day(ordinal: Int(sight.day)).year
    let isLong = draw.below(3) == 0
    let last = isLong && (year + draw.below(2)) % 2 == 0 ? year + 1 : year
    return Int32(Day(number: last * 10_000 + 1231).ordinal)
  }
}
