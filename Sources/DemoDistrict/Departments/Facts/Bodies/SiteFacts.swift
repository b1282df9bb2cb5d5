import DemoTruth

/// What can be read of malls, markets and supermarkets, and of sights, hotels and homestays.
enum SiteFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.facts = [
      "firm.siteCode": { .text(siteCode($0.shared, $1)) },
      "firm.tradeKind": { .text(tradeKind($0.shared, $1)) },
      "firm.star": { .optional(star($0.shared, $1)) },
      "firm.capacity": { .integer(capacity($0.shared, $1)) },
    ]
    table.others["count.firms(firm)"] = { sight, index in
      guard let body = sight.shared.firms.body(of: index), body.kind == .mall else { return .none }
      return .integer(
        sight.shared.bodies.tenantCount(ofHall: body.place, on: sight.day, sight.shared.firms))
    }
    return table
  }()

  static let rules: [String: RowRule] = [
    "com_mall": rule { shared, index in
      shared.firms.body(of: index)?.kind == .mall || shared.firms.trade(of: index).code == "5212"
    },
    "ct_scenic": rule { shared, index in
      let firms = shared.firms
      switch firms.trade(of: index).code {
      case "7861", "6110": return true
      case "6130": return firms.hasName(index) && isRural(shared, index)
      default: return false
      }
    },
  ]

  /// Those with a number of the list that are open.
  private static func rule(
    _ isOfList: @escaping @Sendable (SharedTruth, Int) -> Bool
  ) -> RowRule {
    RowRule(count: { $0.firms.list.count }) { sight, index in
      sight.shared.bodies.counters[index] > 0 && sight.firm(index).isOpen(on: sight.day)
        && isOfList(sight.shared, index)
    }
  }

  /// In a village, or in a community at the edge with farmhouses.
  private static func isRural(_ shared: SharedTruth, _ index: Int) -> Bool {
    let building = shared.firms.building(of: index)
    let community = Int(shared.firms.places.communityIndex(building))
    return shared.firms.places.communities[community].isRural
      || shared.firms.places.communities[community].farmhouses >= 120
  }

  private static func siteCode(_ shared: SharedTruth, _ index: Int) -> String {
    let counter = Int(shared.bodies.counters[index])
    let front: String
    switch shared.firms.trade(of: index).code {
    case "7861": front = "JQ"
    case "6110": front = "JD"
    case "6130": front = "MS"
    default: return "SW\(shared.ground.division.code)" + Digits.padded(counter, 4)
    }
    return front + shared.ground.division.code + Digits.padded(counter, 3)
  }

  private static func tradeKind(_ shared: SharedTruth, _ index: Int) -> String {
    let firms = shared.firms
    if let body = firms.body(of: index), body.kind == .mall {
      return Firms.kind(ofMall: body, area: firms.area(of: index))
    }
    switch firms.trade(of: index).code {
    case "5212": return "超市"
    case "7861": return "景区"
    case "6110": return "星级酒店"
    default: return firms.sign(of: index).contains("农家") ? "农家乐" : "民宿"
    }
  }

  /// Of hotels by their order, of sights and homes by a draw.
  ///
  /// Most
  /// services for the aged are not rated (measures of 2019: from 200 places on once in three years).
  private static func star(_ shared: SharedTruth, _ index: Int) -> String? {
    let firms = shared.firms
    var draw = Draw(Draw.stream(shared.seed, "firm.star"), index)
    switch firms.trade(of: index).code {
    case "6110":
      switch firms.body(of: index)?.number ?? .max {
      case 0: return "五星"
      case 1...4: return "四星"
      case 5...10: return "三星"
      default: return "未评"
      }
    case "7861": return draw.pick(["4A", "3A", "3A", "2A", "未评", "未评"])
    case "6130": return "未评"
    case "8514":
      switch CareFacts.careKind(shared, index) {
      case "社区食堂": return nil
      case "日间照料中心": return draw.below(4) == 0 ? "三星" : "未评"
      default: return draw.pick(["未评", "未评", "二星", "三星", "三星", "四星", "四星", "五星"])
      }
    default: return nil
    }
  }

  /// Guests: two for each room of a hotel, of homestays four to 30; of a park one for 12 square metres of what
  /// is built and laid out in it (assumption; LB/T 034-2014 asks for a number by the paths).
  private static func capacity(_ shared: SharedTruth, _ index: Int) -> Int {
    let firms = shared.firms
    var draw = Draw(Draw.stream(shared.seed, "firm.capacity"), index)
    switch firms.trade(of: index).code {
    case "7861": return firms.area(of: index) * (3 + draw.below(4)) / 12 / 10 * 10 * 2
    case "6110": return Int(firms.list[index].staff) * 5 / 2
    default: return 4 + Int(firms.list[index].staff) * 3 + draw.below(14)
    }
  }
}
