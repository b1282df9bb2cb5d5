import DemoTruth

/// What can be read of the water: its reaches, and the works at it.
enum WaterFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.places[.works] = { .place($0.land.works[$1].position) }
    table.steps = [
      "reach.chief": (.person, { $0.shared.landBook.servants.person(ofJob: chiefJob($0, $1)) }),
      "works.chief": (
        .person,
        { sight, index in
          let works = sight.land.works[index]
          let servants = sight.shared.landBook.servants
          let street = Int(sight.community(Int(works.community)).street)
          return servants.person(
            ofJob: isDistricts(works)
              ? servants.official(20_000 + index, on: sight.day)
              : servants.official(ofStreet: street, 20_000 + index, on: sight.day))
        }
      ),
      "works.keeper": (
        .firm,
        { sight, index in
          let works = sight.land.works[index]
          let servants = sight.shared.landBook.servants
          return isDistricts(works)
            ? servants.office("水利局") : servants.committee(of: Int(works.community))
        }
      ),
    ]
    table.facts = [
      "reach.code": { .text($0.land.reaches[$1].code) },
      "reach.name": { .text($0.land.reaches[$1].name) },
      "reach.level": { .text($0.land.reaches[$1].level) },
      "reach.chief.phone": { sight, index in
        // That of the office where the chief works.
        let office = sight.shared.landBook.servants.employer(ofJob: chiefJob(sight, index))
        return office < 0 ? .none : .text(sight.shared.firms.phone(of: office))
      },
      "reach.length": { .decimal(Digits.decimal($0.land.reaches[$1].length, places: 1)) },
      "reach.startPlace": { .text($0.land.reaches[$1].from) },
      "reach.endPlace": { .text($0.land.reaches[$1].to) },
      "reach.waterGoal": { .text($0.land.reaches[$1].goal) },
      "works.code": { sight, index in
        let works = sight.land.works[index]
        let letter = ["水库": "SK", "山塘": "ST", "堤防": "DF", "水闸": "SZ", "泵站": "BZ"][works.kind] ?? ""
        let street = sight.community(Int(works.community)).code.prefix(9)
        return .text(street + letter + Digits.padded(index + 1, 4))
      },
      "works.name": { .text($0.land.works[$1].name) },
      "works.kind": { .text($0.land.works[$1].kind) },
      "works.capacity": { sight, index in
        let capacity = sight.land.works[index].capacity
        return capacity > 0 ? .decimal(Digits.decimal(capacity, places: 0)) : .none
      },
      "works.safety": { sight, index in
        var draw = Draw(Draw.stream(sight.shared.seed, "works.safety"), index)
        // Ponds and pumps are seldom appraised.
        let isSmall = ["山塘", "泵站"].contains(sight.land.works[index].kind)
        return .text(
          ["一类", "二类", "三类", "未鉴定"][draw.weighted(isSmall ? [14, 30, 6, 50] : [46, 40, 6, 8])])
      },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "wat_river": RowRule(count: { $0.landBook.land.reaches.count }) { _, _ in true },
    "wat_reservoir": RowRule(count: { $0.landBook.land.works.count }) { _, _ in true },
  ]

  /// Dykes and reservoirs are the district's; the others a village's or street's.
  private static func isDistricts(_ works: WaterWorks) -> Bool {
    works.kind == "堤防" || works.kind == "水库"
  }

  /// The job by which somebody answers for a reach: of the district's offices, the street's, or the
  /// committee's, by the reach's level.
  private static func chiefJob(_ sight: Sight, _ index: Int) -> Int {
    let reach = sight.land.reaches[index]
    let servants = sight.shared.landBook.servants
    let community = Int(reach.community)
    return switch reach.level {
    case "市级", "区级": servants.official(index, on: sight.day)
    case "镇级":
      servants.official(
        ofStreet: Int(sight.community(community).street), index, on: sight.day)
    default: servants.worker(ofCommunity: community, index, on: sight.day)
    }
  }
}
