import DemoTruth
import Time

/// What can be read of buildings: who heads and owns them, what they are used for, and how safe they are.
enum BuildingFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.places[.building] = { .building($1) }
    table.steps = [
      "building.estate": (.estate, { Int($0.building($1).estate) }),
      "building.head": (.person, { head($0, $1) }),
      "building.owner": (
        .party,
        { sight, index in
          let owner =
            isOneFamilys(sight, index)
            ? sight.shared.owner(ofBuilding: index, on: sight.day) : -1
          return owner < 0 ? -1 : owner * 2
        }
      ),
    ]
    table.facts = [
      "building.code": { .text(code($0, $1)) },
      "building.name": { .optional(name($0, $1)) },
      "building.floors": { .integer(Int($0.building($1).floors)) },
      "building.entrances": { .integer(max(1, Int($0.building($1).entrances))) },
      "building.floorArea": {
        .decimal(Digits.decimal($0.building($1).floorArea, places: 1))
      },
      "building.footprint": {
        .decimal(Digits.decimal($0.building($1).footprint, places: 2))
      },
      "building.builtYear": { .integer($0.building($1).builtYear) },
      "building.structure": { .text($0.shared.ground.structure(ofBuilding: $1)) },
      "building.actualUse": { .text(use($0, $1)) },
      "building.owner.name": { .optional(ownerName($0, $1)) },
      "building.safetyNumber": { sight, index in
        .text("ZF" + code(sight, index))
      },
      "building.risk": { .text(risk($0, $1)) },
      "building.riskMeasure": { .text(measure($0, $1)) },
      "building.inspectedOn": { .day(inspectedOn($0, $1).day) },
    ]
    table.others = [
      "count.families(building)": { sight, index in
        .integer(sight.shared.residents(of: [Int32(index)], on: sight.day).families)
      },
      "count.residents(building)": { sight, index in
        .integer(sight.shared.residents(of: [Int32(index)], on: sight.day).people)
      },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    // Estate by estate, as the streets took them up.
    "plc_building_head": RowRule(
      group: { Int($0.building($1).estate) }, count: { $0.ground.buildings.count },
      isIn: { sight, index in
        let building = sight.building(index)
        guard building.estate >= 0, [.flats, .mixed].contains(building.kind) else { return false }
        return building.floors >= 3 && building.stands(on: sight.day)
          && !sight.shared.homes.dwellings(ofBuilding: index).isEmpty
      }),
    "hud_house_safety": RowRule(
      count: { $0.ground.buildings.count },
      isIn: { sight, index in
        let building = sight.building(index)
        let isSelfBuilt = building.kind == .villageHouse || building.kind == .oldHouse
        return isSelfBuilt || building.built < old && [.flats, .mixed].contains(building.kind)
          ? building.stands(on: sight.day) && building.built < inspectedOn(sight, index).day
            && !sight.shared.homes.dwellings(ofBuilding: index).isEmpty
          : false
      }),
  ]

  private static let old = Int32(Day(number: 1990_01_01).ordinal)

  /// Twelve digits of the community and five of the building within it.
  private static func code(_ sight: Sight, _ index: Int) -> String {
    let shared = sight.shared
    let grid = shared.ground.grids[Int(sight.building(index).grid)]
    return shared.ground.communities[Int(grid.community)].code
      + Digits.padded(Int(shared.landBook.land.buildingNumbers[index]), 5)
  }

  /// 3幢; of a building without a number that of its estate.
  private static func name(_ sight: Sight, _ index: Int) -> String {
    let building = sight.building(index)
    let whole = sight.shared.ground.buildingName(building)
    let estate = building.estate >= 0 ? sight.shared.ground.estates[Int(building.estate)].name : ""
    let name = whole.hasPrefix(estate) ? String(whole.dropFirst(estate.count)) : whole
    return name.isEmpty ? (estate.isEmpty ? "独幢" : estate) : name
  }

  /// A neighbour of 55 to 76, mostly; where none lives there one of 30 and more.
  private static func head(_ sight: Sight, _ index: Int) -> Int {
    let elder = sight.shared.neighbour(
      of: [Int32(index)], ages: 55...76, "building.head", on: sight.day)
    if elder >= 0 { return elder }
    return sight.shared.neighbour(
      of: [Int32(index)], ages: 30...80, "building.head", on: sight.day)
  }

  private static func isOneFamilys(_ sight: Sight, _ index: Int) -> Bool {
    [.villageHouse, .oldHouse, .villa].contains(sight.building(index).kind)
  }

  private static func ownerName(_ sight: Sight, _ index: Int) -> String? {
    guard isOneFamilys(sight, index) else { return "全体业主" }
    let owner = sight.shared.owner(ofBuilding: index, on: sight.day)
    if owner == Int(Ownership.publicBody) { return sight.division.name + "住房保障中心" }
    return owner < 0 ? nil : sight.people.name(of: owner)
  }

  // MARK: Use

  private static func use(_ sight: Sight, _ index: Int) -> String {
    switch sight.building(index).kind {
    case .school, .kindergarten, .hospital, .government, .culture, .careHome: return "公共服务"
    default: break
    }
    let isHome = sight.shared.residents(of: [Int32(index)], on: sight.day).people > 0
    let isTrade = sight.shared.hasTrade(inBuilding: index, on: sight.day)
    return isHome ? (isTrade ? "居住兼经营" : "居住") : isTrade ? "经营" : "闲置"
  }

  // MARK: Safety

  /// The last inspection: each house is looked at every five years, on a working day.
  ///
  /// The round of 2021 to 2026 came after the order to inspect all self-built houses.
  private static func inspectedOn(_ sight: Sight, _ index: Int) -> (day: Int32, round: Int) {
    var draw = Draw(Draw.stream(sight.shared.seed, "building.inspected"), index)
    let start = Int32(Day(number: 2021_08_02).ordinal) + Int32(draw.below(1_826))
    let isNew = workday(start) <= sight.day
    return (workday(isNew ? start : start - 1_826), isNew ? 1 : 0)
  }

  private static func workday(_ day: Int32) -> Int32 {
    switch Day(ordinal: Int(day)).weekday {
    case 0: day - 2
    case 6: day - 1
    default: day
    }
  }

  /// By structure and year (assumption: of timber and brick 6 in 100 are of grade D, of brick with concrete
  /// floors before 1990 one).
  private static func risk(_ sight: Sight, _ index: Int) -> String {
    let structure = sight.shared.ground.structure(ofBuilding: index)
    let weights =
      structure == "5"
      ? [10, 62, 22, 6]
      : structure == "4" && sight.building(index).built < old ? [34, 59, 6, 1] : [80, 19, 1, 0]
    var draw = Draw(
      Draw.stream(sight.shared.seed, "building.risk"),
      index * 2 + inspectedOn(sight, index).round)
    return ["A", "B", "C", "D"][draw.weighted(weights)]
  }

  private static func measure(_ sight: Sight, _ index: Int) -> String {
    var draw = Draw(Draw.stream(sight.shared.seed, "building.measure"), index)
    return switch risk(sight, index) {
    case "A": "无需处置"
    case "B": draw.below(10) < 7 ? "观察使用" : "无需处置"
    case "C": draw.below(10) < 8 ? "维修加固" : "停止使用"
    default: draw.below(10) < 5 ? "整体拆除" : "停止使用"
    }
  }
}

extension Sight {
  func building(_ index: Int) -> Building { shared.ground.buildings[index] }
}

extension SharedTruth {
  /// Whether a firm or shop works in a building on a day.
  func hasTrade(inBuilding building: Int, on day: Int32) -> Bool {
    homes.premises(ofBuilding: building).contains { isUsed(premises: $0, on: day) }
  }

  /// Whether a firm or shop that trades is at premises on a day.
  func isUsed(premises: Int, on day: Int32) -> Bool {
    landBook.firms(atPremises: premises).contains {
      let firm = firms.list[Int($0)]
      return firm.isOpen(on: day) && !firm.isDormant
    }
  }
}
