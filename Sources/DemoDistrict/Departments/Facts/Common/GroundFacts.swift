import DemoTruth
import Time

/// What can be read of grids and divisions.
enum GroundFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.facts = [
      "grid.code": { .text($0.shared.ground.grids[$1].code) },
      "grid.name": { .text($0.shared.ground.grids[$1].name) },
      "grid.kind": { .text(isDedicated($0, $1) ? "2" : "1") },
      "grid.streetCode": { sight, index in
        .text(sight.shared.ground.streets[Int(sight.shared.ground.grids[index].street)].code)
      },
      "grid.communityCode": { sight, index in
        .text(sight.shared.ground.communities[Int(sight.shared.ground.grids[index].community)].code)
      },
      "grid.area": { sight, index in
        let area = sight.shared.ground.area(of: sight.shared.ground.grids[index].boundary)
        return .decimal(Digits.decimal(area, places: 1))
      },
      "division.code": { .text($0.shared.division($1).code) },
      "division.name": { .text($0.shared.division($1).name) },
      "division.level": { .text(level($0.shared.division($1))) },
      "division.parentCode": { sight, index in
        let unit = sight.shared.division(index)
        return switch unit.code.utf8.count {
        // Of the city, which is no more in the country than the district.
        case 6: .text(Division.cityCode)
        case 9: .text(sight.division.code)
        default: .text(sight.shared.ground.streets[Int(unit.street)].code)
        }
      },
      "division.area": { sight, index in
        let area = sight.shared.ground.area(of: sight.shared.division(index).boundary)
        return .decimal(Digits.decimal(area, places: 1))
      },
      "division.from": { .day($0.shared.ground.validFrom($0.shared.division($1))) },
      // None has been given up since the truth began.
      "division.to": { _, _ in .none },
      "division.urbanRural": { .text(urbanRural($0.shared, $1)) },
    ]
    table.others = [
      "count.residents(grid)": { sight, index in
        isDedicated(sight, index) ? .none : .integer(residents(sight, index).people)
      },
      "count.families(grid)": { sight, index in
        isDedicated(sight, index) ? .none : .integer(residents(sight, index).families)
      },
      "rule.lastYear(division)": { sight, _ in
        .integer(Day(ordinal: Int(sight.day)).year - 1)
      },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "nrb_admin_bound": RowRule(count: { $0.divisionCount }) { _, _ in true },
    "stat_zone_code": RowRule(count: { $0.divisionCount }) { _, _ in true },
  ]

  /// Grids of offices, plants, parks and stations are 专属网格: fewer than a hundred live there in a whole
  /// district, and the round that counts residents passes them by.
  private static func isDedicated(_ sight: Sight, _ index: Int) -> Bool {
    // As of the last round, so that a grid does not change its kind with each who moves.
    residents(sight.on(sight.day.lastFirstOfApril), index).people
      < sight.shared.truth.options.share
  }

  private static func level(_ unit: DivisionUnit) -> String {
    switch unit.code.utf8.count {
    case 6: "区"
    case 9: unit.isRural ? "镇" : "街道"
    default: unit.isRural ? "村" : "社区"
    }
  }

  /// Of what is above a community the class of its greatest part: the main urban area of streets.
  private static func urbanRural(_ shared: SharedTruth, _ index: Int) -> String {
    let unit = shared.division(index)
    switch unit.code.utf8.count {
    case 6: return "111"
    case 9: return unit.isRural ? "121" : "111"
    default:
      return shared.ground.urbanRuralClass(
        ofCommunity: index - 1 - shared.ground.streets.count)
    }
  }

  private static func residents(_ sight: Sight, _ grid: Int) -> (people: Int, families: Int) {
    var (people, families) = (0, 0)
    let shared = sight.shared
    for building in shared.buildingsOfGrid[grid] {
      for dwelling in shared.homes.dwellings(ofBuilding: Int(building)) {
        guard let tenure = shared.lives.tenure(of: dwelling, on: sight.day) else { continue }
        let count = shared.lives.occupantCount(of: dwelling, on: sight.day)
        people += count
        if count > 0, shared.lives.people.households[Int(tenure.household)].form.isFamily {
          families += 1
        }
      }
    }
    return (people, families)
  }
}
