import DemoTruth

/// What can be read of dwellings and their owners.
enum DwellingFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.places[.dwelling] = { .dwelling($1) }
    table.steps = ["dwelling.owner": (.party, { owner($0, $1) })]
    table.facts = [
      "dwelling.code": { .text($0.shared.dwellingCode($1)) },
      "dwelling.area": {
        .decimal(Digits.decimal(Double($0.shared.homes.dwellings[$1].area) / 10, places: 1))
      },
      "dwelling.use": { .text(use($0, $1)) },
      "dwelling.isLet": { sight, index in
        .boolean(sight.shared.lives.tenancies(of: index).contains { $0.holds(on: sight.day) })
      },
      "dwelling.deed.number": { .optional(deedNumber($0, $1)) },
      "party.documentKind": { sight, party in
        party % 2 == 0 ? .integerText(sight.people.documentKind(of: party / 2)) : .none
      },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "psb_house": RowRule(
      group: { Int($0.shared.homes.dwellings[$1].building) },
      count: { $0.homes.dwellings.count },
      isIn: { sight, index in
        let building = sight.shared.homes.dwellings[index].building
        return sight.shared.ground.buildings[Int(building)].stands(on: sight.day)
      })
  ]

  /// The owner of a dwelling as a party: twice the person; of public housing nobody.
  static func owner(_ sight: Sight, _ dwelling: Int) -> Int {
    let owner =
      sight.shared.lives.ownerships(of: dwelling).last { $0.holds(on: sight.day) }?.owner ?? -1
    return owner < 0 ? -1 : Int(owner) * 2
  }

  /// By `building-use.csv` (GB/T 17986.1).
  private static func use(_ sight: Sight, _ index: Int) -> String {
    let building = sight.shared.homes.dwellings[index].building
    return switch sight.shared.ground.buildings[Int(building)].kind {
    case .flats, .mixed: "11"
    case .oldHouse: "12"
    case .dormitory, .site: "13"
    case .careHome: "40"
    default: "10"
    }
  }

  /// 不动产权证号 of the last title that was registered by the day.
  private static func deedNumber(_ sight: Sight, _ index: Int) -> String? {
    let all = sight.shared.lives.ownerships(of: index)
    guard let place = all.indices.last(where: { sight.shared.deeds.days[$0] <= sight.day }),
      all[place].owner >= 0
    else { return nil }
    return sight.shared.deedNumber(place)
  }
}
