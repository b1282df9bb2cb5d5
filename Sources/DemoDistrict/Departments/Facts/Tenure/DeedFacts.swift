import DemoTruth
import Time

/// What can be read of titles, places in `lives.ownerships`.
enum DeedFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.places[.deed] = { .dwelling(Int($0.shared.lives.ownerships[$1].dwelling)) }
    table.beginnings[.deed] = { $0.shared.deeds.days[$1] }
    table.steps["deed.holder"] = (
      .party,
      { sight, index in
        let owner = Int(sight.shared.lives.ownerships[index].owner)
        return owner < 0 ? -1 : owner * 2
      }
    )
    table.facts = [
      "deed.number": { .text($0.shared.deedNumber($1)) },
      "deed.unitNumber": { .text($0.shared.unitNumber($1)) },
      "deed.holder.name": { .text(holder($0, $1)) },
      "deed.holder.residentID": { .optional(holderNumber($0, $1)) },
      "deed.area": { sight, index in
        let dwelling = sight.shared.lives.ownerships[index].dwelling
        let area = sight.shared.homes.dwellings[Int(dwelling)].area
        return .decimal(Digits.decimal(Double(area) / 10, places: 1))
      },
      "deed.use#code": { sight, index in
        let dwelling = Int(sight.shared.lives.ownerships[index].dwelling)
        return FactTable.all.facts["dwelling.use"]?(sight, dwelling) ?? .none
      },
      "deed.rightKind": { .text($0.shared.isVillageHouse(deed: $1) ? "宅基地使用权" : "房屋所有权") },
      "deed.on": { .day($0.shared.deeds.days[$1]) },
      "deed.state": { .text(state($0, $1)) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "nrb_realty": RowRule(
      group: { Int($0.shared.lives.ownerships[$1].dwelling) },
      count: { $0.lives.ownerships.count },
      isIn: { sight, index in sight.shared.deeds.days[index] <= sight.day })
  ]

  /// One name; that of couples with the number of holders.
  private static func holder(_ sight: Sight, _ index: Int) -> String {
    let one = sight.shared.lives.ownerships[index]
    guard one.owner >= 0 else { return Ownership.publicBodyName(in: sight.division) }
    return sight.people.name(of: Int(one.owner)) + (one.coOwner >= 0 ? "等2人" : "")
  }

  /// Of those who have a resident card.
  private static func holderNumber(_ sight: Sight, _ index: Int) -> String? {
    let owner = Int(sight.shared.lives.ownerships[index].owner)
    guard owner >= 0, sight.people.documentKind(of: owner) == 111 else { return nil }
    return sight.people.number(of: owner)
  }

  /// 现势 until the next title; four of ten homes that were bought with a loan are in mortgage for up to
  /// fifteen years, one in 400 is under seizure (assumptions).
  private static func state(_ sight: Sight, _ index: Int) -> String {
    let lives = sight.shared.lives
    let one = lives.ownerships[index]
    let next = index + 1
    if next < lives.ownerships.count, lives.ownerships[next].dwelling == one.dwelling,
      sight.shared.deeds.days[next] <= sight.day
    {
      return "历史"
    }
    guard one.owner >= 0, !sight.shared.isVillageHouse(deed: index) else { return "现势" }
    var draw = Draw(Draw.stream(sight.shared.seed, "deed.loan"), index)
    let isLent = draw.below(100) < 40
    let years = draw.number(3...15)
    if isLent, sight.day < sight.shared.deeds.days[index] + Int32(years * 365) { return "抵押" }
    return draw.below(400) == 0 ? "查封" : "现势"
  }
}

extension SharedTruth {
  func isVillageHouse(deed index: Int) -> Bool {
    homes.dwellings[Int(lives.ownerships[index].dwelling)].kind == .villageHouse
  }

  /// 不动产权证号 of a title.
  func deedNumber(_ index: Int) -> String {
    deeds.number(of: index, isVillage: isVillageHouse(deed: index))
  }

  /// 不动产单元号 of its home.
  func unitNumber(_ index: Int) -> String {
    let dwelling = Int(lives.ownerships[index].dwelling)
    let building = Int(homes.dwellings[dwelling].building)
    return deeds.unitNumber(
      building: building, unit: dwelling - homes.dwellings(ofBuilding: building).lowerBound + 1)
  }
}
