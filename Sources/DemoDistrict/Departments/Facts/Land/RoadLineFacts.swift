import DemoTruth
import Time

/// What can be read of classified roads, bridges and monuments.
enum RoadLineFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps = [
      "roadLine.maintainer": (
        .firm,
        { sight, index in
          let line = sight.land.roadLines[index]
          let servants = sight.shared.landBook.servants
          // Country roads of the lowest class are the village's; streets' bridges the city office's.
          if line.code.hasPrefix("Y") { return servants.committee(of: Int(line.community)) }
          return servants.office(line.code.hasPrefix("C") ? "城市管理局" : "交通运输局")
        }
      ),
      "relic.keeper": (
        .firm,
        { sight, index in
          let relic = sight.land.relics[index]
          let servants = sight.shared.landBook.servants
          let office = relic.isOfVillage ? -1 : servants.office("文化和旅游局")
          return office >= 0 ? office : servants.committee(of: Int(relic.community))
        }
      ),
    ]
    table.facts = [
      "roadLine.code": { .text($0.land.roadLines[$1].code) },
      "roadLine.name": { .text($0.land.roadLines[$1].name) },
      "roadLine.kind": { .text($0.land.roadLines[$1].bridge >= 0 ? "桥梁" : "公路") },
      "roadLine.grade": { .text($0.land.roadLines[$1].grade) },
      "roadLine.startStake": { .text(RoadLine.stake($0.land.roadLines[$1].start)) },
      "roadLine.endStake": { .text(RoadLine.stake($0.land.roadLines[$1].end)) },
      "roadLine.length": { sight, index in
        let line = sight.land.roadLines[index]
        return .decimal(Digits.decimal(line.end - line.start, places: 1))
      },
      "roadLine.condition": { condition($0, $1) },
      "roadLine.builtYear": { .integer($0.land.roadLines[$1].builtYear) },
      "relic.code": { sight, index in
        .text(
          sight.division.code + "-\(sight.land.relics[index].grade)-"
            + Digits.padded(index + 1, 4))
      },
      "relic.name": { .text($0.land.relics[$1].name) },
      "relic.grade": { .integerText($0.land.relics[$1].grade) },
      "relic.era": { .text($0.land.relics[$1].era) },
      "relic.kind": { .text($0.land.relics[$1].kind) },
      "relic.announcedOn": { .day($0.land.relics[$1].announced) },
      "relic.address": { sight, index in
        let relic = sight.land.relics[index]
        let told = sight.shared.text(of: .building(Int(relic.building)), .told, on: nil) ?? ""
        return .text(told.isEmpty ? sight.community(Int(relic.community)).name : told)
      },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "tra_bridge_road": RowRule(count: { $0.landBook.land.roadLines.count }) { _, _ in true },
    "ct_relic": RowRule(count: { $0.landBook.land.relics.count }) { sight, index in
      sight.land.relics[index].announced <= sight.day
    },
  ]

  /// Of bridges alone: appraised every second year (JTG/T H21-2011); older ones are worse.
  private static func condition(_ sight: Sight, _ index: Int) -> DemoValue {
    let line = sight.land.roadLines[index]
    guard line.bridge >= 0 else { return .none }
    let year = Day(ordinal: Int(sight.day)).year
    var draw = Draw(Draw.stream(sight.shared.seed, "bridge.condition"), index)
    let age = year - line.builtYear
    let first = draw.weighted(
      age < 12 ? [80, 20, 0, 0] : age < 28 ? [38, 54, 7, 1] : [16, 62, 18, 4])
    return .integerText(first + 1)
  }
}
