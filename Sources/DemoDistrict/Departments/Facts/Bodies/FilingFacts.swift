import DemoTruth

/// What can be read of repair shops as they filed, and of law firms, notaries and appraisers.
enum FilingFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.facts = [
      "firm.repairFiling.number": { .optional(filing($0, $1)?.number) },
      "firm.repairFiling.from": { .day(filing($0, $1)?.from) },
      "firm.repairFiling.grade": { .text(grade($0, $1)) },
      "firm.repairFiling.state": { .text(state($0, $1)) },
      "firm.lawKind": { .text(lawKind($0.firm($1).form)) },
      "firm.practiceLicence.number": { .optional(lawLicence($0, $1)) },
      "firm.practitioners": { .integer(practitioners($0, $1)) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    // A filing that ended is there for a year.
    "tra_repair_shop": RowRule(count: { $0.firms.list.count }) { sight, index in
      let firm = sight.firm(index)
      guard sight.shared.firms.trade(of: index).code == "8111", firm.from <= sight.day,
        firm.to == Firm.open || sight.day < firm.to + 365, sight.shared.firms.hasName(index)
      else { return false }
      return filing(sight, index) != nil
    },
    "jus_law_service": RowRule(count: { $0.firms.list.count }) { sight, index in
      let firm = sight.firm(index)
      return sight.shared.firms.trade(of: index).code == "7231" && firm.isOpen(on: sight.day)
        && lawLicence(sight, index) != nil
    },
  ]

  private static func filing(_ sight: Sight, _ index: Int) -> Licence? {
    sight.shared.firms.licences(of: index).last { $0.kind == .repair && $0.from <= sight.day }
  }

  /// By what it can do (GB/T 16739): whole cars with a hall and some thirty people, repairs, single works.
  private static func grade(_ sight: Sight, _ index: Int) -> String {
    switch sight.firm(index).staff {
    case 30...: "一类汽车维修"
    case 6...: "二类汽车维修"
    default: "三类汽车维修"
    }
  }

  private static func state(_ sight: Sight, _ index: Int) -> String {
    let firm = sight.firm(index)
    guard firm.isOpen(on: sight.day) else { return "注销" }
    // One in twelve years the filing is changed: address, manager, class (assumption).
    var draw = Draw(Draw.stream(sight.shared.seed, "repair.change"), index)
    let change = Int32(draw.below(12 * 365))
    return (sight.day + change) % (12 * 365) < 365 && firm.from + 400 < sight.day ? "变更" : "有效"
  }

  private static func lawKind(_ form: LegalForm) -> String {
    switch form {
    case .notary: "公证处"
    case .forensic: "司法鉴定机构"
    case .legalService: "基层法律服务所"
    default: "律师事务所"
    }
  }

  /// The licence of the profession: a law firm's begins with 31, as its credit code, the others with theirs.
  private static func lawLicence(_ sight: Sight, _ index: Int) -> String? {
    let form = sight.firm(index).form
    let number = sight.shared.firms.licence(.law, of: index, on: sight.day)?.number
    guard form != .lawFirm else { return number }
    return form.creditKind + LicenceKind.lawRegion(of: sight.division)
      + Digits.padded(index % 1_000_000, 6)
  }

  /// Two in three of the staff of a law firm have the licence, one at least, three in a partnership.
  private static func practitioners(_ sight: Sight, _ index: Int) -> Int {
    let staff = Int(sight.firm(index).staff)
    return max(1, staff < 5 ? staff : staff * 2 / 3)
  }
}
