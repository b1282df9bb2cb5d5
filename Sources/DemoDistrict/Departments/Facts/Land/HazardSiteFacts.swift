import DemoTruth
import Time

/// What can be read of slopes and banks that threaten houses, and of places that flood.
enum HazardSiteFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.places[.hazardSite] = { .place($0.land.hazards[$1].position) }
    table.steps["hazardSite.keeper"] = (.person, { keeper($0, $1) })
    table.facts = [
      "hazardSite.code": { sight, index in
        let site = sight.land.hazards[index]
        return .text(
          sight.division.code
            + (site.isGeological
              ? "\(kind(site))" + Digits.padded(Int(site.number), 4)
              : "YL" + Digits.padded(Int(site.number), 4)))
      },
      "hazardSite.name": { .text(name($0, $1)) },
      "hazardSite.kind": { .text(kind($0.land.hazards[$1])) },
      "hazardSite.scale": { sight, index in
        var draw = Draw(Draw.stream(sight.shared.seed, "hazard.scale"), index)
        return .text(draw.below(100) < 92 ? "小型" : "中型")
      },
      "hazardSite.value": { sight, index in
        // Village houses at 1,800 yuan a square metre (assumption).
        let area = sight.land.hazards[index].buildings.reduce(0) {
          $0 + sight.building(Int($1)).floorArea
        }
        return .integer(Int((area * 1_800 / 10_000).rounded()) * 10_000)
      },
      "hazardSite.grade": { .text(grade($0.land.hazards[$1])) },
      "hazardSite.depth": { .integer(Int($0.land.hazards[$1].depth)) },
      "hazardSite.area": { .integer(Int($0.land.hazards[$1].area)) },
      "hazardSite.measure": { .text(measure($0, $1)) },
      "hazardSite.surveyedOn": { .day(surveyedOn($0, $1)) },
      "hazardSite.address": { .text(address($0, $1)) },
    ]
    table.others["count.residents(hazardSite)"] = { sight, index in
      .integer(
        sight.shared.residents(of: sight.land.hazards[index].buildings, on: sight.day).people)
    }
    return table
  }()

  static let rules: [String: RowRule] = [
    "nrb_geo_hazard": rule { $0.isGeological }, "wat_flood_point": rule { !$0.isGeological },
  ]

  private static func rule(_ isOfList: @escaping @Sendable (HazardSite) -> Bool) -> RowRule {
    RowRule(count: { $0.landBook.land.hazards.count }) { sight, index in
      let site = sight.land.hazards[index]
      return isOfList(site) && site.from <= sight.day && sight.day < site.to
    }
  }

  /// By `geohazard-kind.csv`; a bank that gives way counts as rockfall.
  private static func kind(_ site: HazardSite) -> String {
    site.kind == .landslide ? "02" : "01"
  }

  private static func name(_ sight: Sight, _ index: Int) -> String {
    let site = sight.land.hazards[index]
    let word =
      switch site.kind {
      case .rockfall: "屋后崩塌"
      case .landslide: "屋后滑坡"
      case .bank: "河岸崩塌"
      case .crossing, .oldEstate: "易涝点"
      }
    return told(sight, site) + word + "隐患点"
  }

  /// The house at it, with its community ahead.
  private static func told(_ sight: Sight, _ site: HazardSite) -> String {
    let text = sight.shared.text(of: .building(Int(site.building)), .village, on: nil) ?? ""
    let community = sight.community(Int(site.community)).name
    return text.hasPrefix(community) ? text : community + text
  }

  private static func address(_ sight: Sight, _ index: Int) -> String {
    let site = sight.land.hazards[index]
    let ground = sight.shared.ground
    switch site.kind {
    case .crossing:
      let (a, b) = (ground.roads[Int(site.roads.0)].name, ground.roads[Int(site.roads.1)].name)
      return "\(a)与\(b)交叉口"
    case .oldEstate:
      let text = sight.shared.text(of: .building(Int(site.building)), .told, on: nil) ?? ""
      return (text.isEmpty ? sight.community(Int(site.community)).name : text) + "周边"
    default:
      return told(sight, site) + (site.kind == .bank ? "河岸" : "屋后")
    }
  }

  /// By the depth: knee-deep water stops cars.
  private static func grade(_ site: HazardSite) -> String {
    switch site.depth {
    case ..<20: "1"
    case ..<35: "2"
    case ..<55: "3"
    default: "4"
    }
  }

  private static func measure(_ sight: Sight, _ index: Int) -> String {
    let site = sight.land.hazards[index]
    var draw = Draw(Draw.stream(sight.shared.seed, "hazard.measure"), index)
    if site.kind == .crossing {
      return draw.pick([
        "雨前清捞雨水口，强降雨时设置警示并安排专人值守", "架设移动泵车，积水超过25厘米时封闭道路",
        "设置积水警示标尺，通知交警分流", "疏通管网，备用水泵2台，专人巡查",
      ])
    }
    return draw.pick([
      "备沙袋和挡水板，组织低层住户转移", "疏通院内管网，架设移动水泵", "雨前巡查，提醒住户搬移车库物品",
      "列入老旧小区管网改造计划，汛期专人值守",
    ])
  }

  /// Looked at each spring before the rains, in April or May; new ones when they are found.
  private static func surveyedOn(_ sight: Sight, _ index: Int) -> Int32 {
    let site = sight.land.hazards[index]
    var draw = Draw(Draw.stream(sight.shared.seed, "hazard.survey"), index)
    let shift = draw.below(45)
    let year = Day(ordinal: Int(sight.day)).year
    for back in 0...1 {
      let day = Int32(Day.ordinal(year: year - back, month: 4, day: 6) + shift)
      let weekday = Day(ordinal: Int(day)).weekday
      let work = weekday == 0 ? day + 1 : weekday == 6 ? day + 2 : day
      if work <= sight.day { return max(site.from, work) }
    }
    return site.from
  }

  /// A villager of 40 to 66 near by; of what floods somebody who works for the community.
  private static func keeper(_ sight: Sight, _ index: Int) -> Int {
    let site = sight.land.hazards[index]
    let servants = sight.shared.landBook.servants
    if site.isGeological {
      let near = sight.shared.buildingsOfGrid[Int(sight.building(Int(site.building)).grid)]
      let found = [site.buildings, near].lazy.map {
        sight.shared.neighbour(of: $0, ages: 40...66, "hazard.keeper", on: sight.day)
      }.first { $0 >= 0 }
      if let found { return found }
    }
    return servants.person(
      ofJob: servants.worker(ofCommunity: Int(site.community), 30_000 + index, on: sight.day))
  }
}
