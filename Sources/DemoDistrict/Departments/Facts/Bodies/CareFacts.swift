import DemoTruth

/// What can be read of homes and services for the aged, and of nurseries.
enum CareFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.facts = [
      "firm.facilityName": { .text($0.shared.firms.sign(of: $1)) },
      "firm.careKind": { .text(careKind($0.shared, $1)) },
      "firm.beds": { .optionalInteger(beds($0.shared, $1)) },
      "firm.places": { .integer(places($0.shared, $1)) },
      "firm.nature": { .text(nature($0.shared, $1)) },
    ]
    table.others["count.residents(firm)"] = { sight, index in
      .optionalInteger(
        home(sight.shared, index).map { sight.shared.lives.occupantCount(of: $0, on: sight.day) })
    }
    table.others["count.enrolled(firm)"] = { .integer(children($0, $1)) }
    return table
  }()

  static let rules: [String: RowRule] = [
    "mca_elder_inst": RowRule(count: { $0.firms.list.count }) { sight, index in
      let firms = sight.shared.firms
      return firms.trade(of: index).code == "8514" && firms.list[index].isOpen(on: sight.day)
    },
    "nhc_care_inst": RowRule(count: { $0.firms.list.count }) { sight, index in
      sight.firm(index).isOpen(on: sight.day) && isNursery(sight.shared, index)
    },
  ]

  /// The dwelling in which the people of a home live; nil for services without beds.
  static func home(_ shared: SharedTruth, _ index: Int) -> Int? {
    let building = shared.firms.building(of: index)
    guard shared.firms.trade(of: index).code == "8514", shared.firms.isPublic(index),
      shared.ground.buildings[Int(building)].kind == .careHome
    else { return nil }
    return shared.bodies.home(inBuilding: building)
  }

  static func careKind(_ shared: SharedTruth, _ index: Int) -> String {
    switch shared.firms.body(of: index)?.kind {
    case .canteen: return "社区食堂"
    case .careCentre, .streetCare: return "居家养老服务中心"
    default: break
    }
    guard home(shared, index) != nil else { return "日间照料中心" }
    return shared.firms.list[index].form == .institution ? "敬老院" : "养老院"
  }

  /// Of homes those that people live in, of hospitals one for 90 square metres (建标 110-2021: 90 to 113), of
  /// street centres some to observe; day centres have a few to rest on.
  static func beds(_ shared: SharedTruth, _ index: Int) -> Int? {
    let firms = shared.firms
    let area = firms.area(of: index)
    switch firms.trade(of: index).code {
    case "8514":
      if let home = home(shared, index) { return Int(shared.homes.dwellings[home].beds) }
      switch firms.body(of: index)?.kind {
      case .canteen: return nil
      case .streetCare: return 20 + index % 4 * 5
      case .careCentre: return 6 + index % 5 * 2
      default: return 4 + index % 4 * 2
      }
    case "8411": return max(20, area / 90)
    case "8421": return firms.isHealthCentre(index) ? min(60, max(10, area / 100)) : 0
    case "8425": return 0
    default: return nil
    }
  }

  /// Nurseries of their own from two people on, and one kindergarten in three that takes children of two
  /// years.
  private static func isNursery(_ shared: SharedTruth, _ index: Int) -> Bool {
    let firm = shared.firms.list[index]
    switch shared.firms.trade(of: index).code {
    case "8020":
      return !firm.isDormant && firm.staff >= 2 && shared.firms.hasName(index)
    case "8310":
      var draw = Draw(Draw.stream(shared.seed, "care.kindergarten"), index)
      return draw.below(100) < 36
    default: return false
    }
  }

  private static func nature(_ shared: SharedTruth, _ index: Int) -> String {
    let firm = shared.firms.list[index]
    if firm.form == .institution { return "公办" }
    // Some work in rooms of the community, a few for a firm's own staff.
    var draw = Draw(Draw.stream(shared.seed, "care.nature"), index)
    switch draw.below(100) {
    case ..<14: return firm.form == .soleTrader ? "民办" : "公建民营"
    case ..<18: return firm.form == .soleTrader ? "民办" : "单位办"
    default: return "民办"
    }
  }

  /// Classes of 20 in kindergartens; else one place for 6 square metres (guide of 2019: 3 for each child and
  /// the rooms beside it), 8 for each of the staff at most.
  private static func places(_ shared: SharedTruth, _ index: Int) -> Int {
    if shared.firms.isPublic(index) { return 20 + index % 3 * 20 }
    let firm = shared.firms.list[index]
    return max(8, min(shared.firms.area(of: index) / 4, Int(firm.staff) * 8, 120))
  }

  /// Between a third and nine tenths of the places are taken, another share each half year (the country:
  /// about half).
  private static func children(_ sight: Sight, _ index: Int) -> Int {
    let term = Int((sight.day + 122) / 183)
    var own = Draw(Draw.stream(sight.shared.seed, "care.children"), index)
    var draw = Draw(Draw.stream(sight.shared.seed, "care.term"), index * 128 + term % 128)
    let share = 0.35 + own.unit() * 0.45 + draw.unit() * 0.1
    return Int(Double(places(sight.shared, index)) * share)
  }
}

extension DemoValue {
  static func optionalInteger(_ number: Int?) -> DemoValue {
    number.map(DemoValue.integer) ?? .none
  }
}
