import DemoTruth

/// What can be read of firms under safety watch and of key units of fire safety.
enum SafetyFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.facts = [
      "firm.riskGrade": { .optional($0.shared.firms.riskGrade(of: $1)) },
      "firm.inspectedOn": { .day(inspectedOn($0, $1)) },
      "firm.fireKind": { .optional(fireKind($0.shared, $1)) },
      "firm.fireGrade": { .text(fireGrade($0.shared, $1)) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "emb_key_ent": RowRule(
      // Who has dangerous goods comes first, then who has the most people.
      rank: { sight, index in
        let isDangerous = (sight.shared.firms.riskGrade(of: index) ?? "4") < "3"
        return Int(sight.firm(index).staff) + (isDangerous ? 1_000_000 : 0)
      },
      count: { $0.firms.list.count },
      isIn: { sight, index in
        sight.firm(index).isOpen(on: sight.day) && sight.shared.firms.riskGrade(of: index) != nil
          && sight.shared.firms.hasName(index)
      }),
    "fire_fire_key": RowRule(
      rank: { sight, index in sight.shared.firms.area(of: index) },
      count: { $0.firms.list.count },
      isIn: { sight, index in
        sight.firm(index).isOpen(on: sight.day) && fireKind(sight.shared, index) != nil
          && sight.shared.firms.hasName(index)
      }),
  ]

  /// Red and orange ones are seen every two and four months, yellow ones twice a year, blue ones once, on
  /// working days (assumption).
  private static func inspectedOn(_ sight: Sight, _ index: Int) -> Int32? {
    guard let grade = sight.shared.firms.riskGrade(of: index) else { return nil }
    let period: Int32 = grade == "1" ? 60 : grade == "2" ? 120 : grade == "3" ? 182 : 365
    var draw = Draw(Draw.stream(sight.shared.seed, "safety.inspection"), index)
    let phase = Int32(draw.below(Int(period)))
    var day = sight.day - (sight.day + phase) % period
    while !WorkDays.isWorkDay(day) { day -= 1 }
    return day >= sight.firm(index).from ? day : nil
  }

  /// Key units by the rule of the province of 2018 (GA/T 1192): what the row's predicate says.
  private static func fireKind(_ shared: SharedTruth, _ index: Int) -> String? {
    let firms = shared.firms
    let firm = firms.list[index]
    guard !firm.isDormant else { return nil }
    switch firms.body(of: index)?.kind {
    case .mall: return "商场市场"
    case .hotel: return "宾馆饭店"
    case .tower: return "高层建筑"
    case .none: break
    default: return nil
    }
    let trade = firms.trade(of: index)
    switch trade.code {
    case "6110", "6121": return firm.staff >= 25 ? "宾馆饭店" : nil
    case "9011", "9012", "9013", "8051": return firms.area(of: index) >= 200 ? "公共娱乐" : nil
    case "8411": return "医院"
    case "8514": return (CareFacts.home(shared, index)).map { _ in "养老" }
    case "8334": return "学校"
    case "8331": return firms.area(of: index) >= 20_000 ? "学校" : nil
    case "8831": return "其他"
    // Stations with their own ground, not the offices of oil firms.
    case "5265": return firms.isPublic(index) ? "其他" : nil
    default: return trade.section == "C" && firm.staff >= 200 ? "工业企业" : nil
    }
  }

  /// Old halls and places where people sleep or drink stand higher (assumption).
  private static func fireGrade(_ shared: SharedTruth, _ index: Int) -> String {
    var draw = Draw(Draw.stream(shared.seed, "fire.grade"), index)
    let building = shared.ground.buildings[Int(shared.firms.building(of: index))]
    var weights = [6, 24, 52, 18]
    switch fireKind(shared, index) {
    case "商场市场", "养老", "公共娱乐": weights = [12, 34, 44, 10]
    case "其他": weights = [18, 40, 36, 6]
    default: break
    }
    // Finished before 2001.
    if building.built < 11_323 { weights[0] *= 2 }
    return ["高", "较高", "一般", "低"][draw.weighted(weights)]
  }
}
