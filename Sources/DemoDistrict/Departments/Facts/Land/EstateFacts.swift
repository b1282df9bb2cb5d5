import DemoTruth
import Geometry
import Time

/// What can be read of residential estates and of parks.
enum EstateFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.places[.park] = { .building(Int($0.park($1).building)) }
    table.steps = [
      "park.operator": (.firm, { Int($0.park($1).firm) })
    ]
    table.facts = [
      "estate.builtYear": { .integer($0.shared.ground.estates[$1].builtYear) },
      "estate.gate.address": { .text($0.shared.ground.gate(ofEstate: $1)) },
      "park.code": { sight, index in
        .text("YQ" + sight.division.code + Digits.padded(index + 1, 3))
      },
      "park.name": { .text($0.park($1).name) },
      "park.kind": { .text($0.park($1).kind) },
      "park.gate.address": { sight, index in
        let building = Int(sight.park(index).building)
        return .optional(sight.shared.text(of: .building(building), .road, on: sight.day))
      },
      "park.operator.manager.phone": { sight, index in
        let firm = Int(sight.park(index).firm)
        return firm < 0 ? .none : .text(sight.shared.firms.phone(of: firm))
      },
    ]
    table.others = [
      "count.buildings(estate)": { sight, index in .integer(standing(sight, index).count) },
      "count.entrances(estate)": { sight, index in
        .integer(standing(sight, index).reduce(0) { $0 + Int(sight.building($1).entrances) })
      },
      "count.dwellings(estate)": { sight, index in
        .integer(
          standing(sight, index).reduce(0) {
            $0 + sight.shared.homes.dwellings(ofBuilding: $1).count
          })
      },
      "count.area(estate)": { sight, index in
        let area = standing(sight, index).reduce(0) { $0 + sight.building($1).floorArea }
        return .decimal(Digits.decimal(area, places: 1))
      },
      "count.area(park)": { .integer($0.park($1).area) },
      "count.firms(park)": { sight, index in
        .integer(
          sight.park(index).premises.reduce(0) { sum, place in
            sum
              + sight.shared.landBook.firms(atPremises: Int(place)).count {
                sight.firm(Int($0)).isOpen(on: sight.day)
              }
          })
      },
      "rule.occupancy(park)": { sight, index in
        let all = sight.park(index).premises
        let used = all.count { sight.shared.isUsed(premises: Int($0), on: sight.day) }
        return .decimal(
          Digits.decimal(Double(used) * 100 / Double(max(all.count, 1)), places: 1))
      },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "hud_estate": RowRule(count: { $0.ground.estates.count }) { sight, index in
      let estate = sight.shared.ground.estates[index]
      return estate.kind == .estate && !estate.name.isEmpty && !standing(sight, index).isEmpty
    },
    "iit_park": RowRule(count: { $0.landBook.parks.count }) { _, _ in true },
  ]

  /// Its buildings that stand on the day.
  private static func standing(_ sight: Sight, _ estate: Int) -> [Int] {
    sight.shared.landBook.buildingsOfEstate[estate].map(Int.init).filter {
      sight.building($0).stands(on: sight.day)
    }
  }
}

extension Sight {
  func park(_ index: Int) -> BusinessPark { shared.landBook.parks[index] }
}
