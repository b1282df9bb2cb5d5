import DemoTruth
import Time

/// What can be read of dwellings, their owners and their leases.
enum DwellingFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.places[.dwelling] = { .dwelling($1) }
    table.beginnings[.lease] = { $0.shared.lives.tenancies[$1].from }
    table.steps = [
      "dwelling.owner": (.party, { owner($0, $1) }),
      "lease.dwelling": (.dwelling, { Int($0.shared.lives.tenancies[$1].dwelling) }),
      "lease.lessor": (.party, { owner($0, Int($0.shared.lives.tenancies[$1].dwelling)) }),
      "lease.lessee": (.person, { Int($0.shared.lives.tenancies[$1].tenant) }),
    ]
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
      "lease.policeNumber": { sight, index in
        .text(sight.shared.dwellingCode(Int(sight.shared.lives.tenancies[index].dwelling)))
      },
      "lease.number": { .text(leaseNumber($0, $1)) },
      "lease.rent": { .integer(Int($0.shared.lives.tenancies[$1].rent)) },
      "lease.from": { .day($0.shared.lives.tenancies[$1].from) },
      "lease.to": { sight, index in
        let to = sight.shared.lives.tenancies[index].to
        // Contracts are for a year, and renewed.
        return .day(to == DemoTruth.Person.open ? contractEnd(sight, index) : to - 1)
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
      }),
    "hud_rent_record": RowRule(
      count: { $0.lives.tenancies.count },
      isIn: { sight, index in
        let one = sight.shared.lives.tenancies[index]
        return one.isRecorded && !one.isPublic && one.from <= sight.day
          && sight.day - one.from < 730
      }),
  ]

  /// The owner of a dwelling as a party: twice the person; of public housing nobody.
  private static func owner(_ sight: Sight, _ dwelling: Int) -> Int {
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

  /// 不动产权证号 of the owner of the day: the number of the title by its year and place.
  private static func deedNumber(_ sight: Sight, _ index: Int) -> String? {
    let all = sight.shared.lives.ownerships(of: index)
    guard let place = all.indices.last(where: { all[$0].holds(on: sight.day) }),
      all[place].owner >= 0
    else { return nil }
    let year = Day(ordinal: Int(all[place].from)).year
    return "临（\(year)）云溪市格物区不动产权第\(Digits.padded(place + 1, 7))号"
  }

  /// 备案号: the year and a number.
  private static func leaseNumber(_ sight: Sight, _ index: Int) -> String {
    let year = Day(ordinal: Int(sight.shared.lives.tenancies[index].from)).year
    return "FZ\(Division.districtCode)\(year)" + Digits.padded(index + 1, 7)
  }

  private static func contractEnd(_ sight: Sight, _ index: Int) -> Int32 {
    let from = sight.shared.lives.tenancies[index].from
    return from + ((max(sight.day, from) - from) / 365 + 1) * 365 - 1
  }
}
