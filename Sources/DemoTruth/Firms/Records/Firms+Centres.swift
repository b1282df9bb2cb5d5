import Time

extension Firms {
  /// The centres of all divisions, by kind and level.
  ///
  /// One governance and one Party centre a division; a legal station (服务站) a street and a room (服务室) a
  /// community, with 17 windows and terminals beside them; reception rooms of the district, the streets, the
  /// communities and one department.
  ///
  /// - Parameters:
  ///   - middles: a building of each community, for those without a seat in a part of the district.
  package func centres(middles: [Int32]) -> [Centre] {
    let streets = offices.streetOffices.indices
    func seat(_ community: Int) -> Int32 {
      let seat = places.communities[community].seat
      return seat >= 0 ? places.premises[Int(seat)].building : middles[community]
    }
    func office(_ street: Int) -> Int32 {
      if offices.streetOffices[street] >= 0 {
        return places.premises[Int(offices.streetOffices[street])].building
      }
      return places.communities.firstIndex { $0.street == street }.map(seat) ?? middles[0]
    }
    func organ(_ name: String) -> Int32 {
      offices.premises(ofOrgan: name).map { places.premises[Int($0)].building } ?? office(0)
    }
    var list: [Centre] = []
    func add(_ kind: Centre.Kind, _ level: Centre.Level, _ unit: Int, _ at: Int32, number: Int = 0)
    {
      let key = (Int(kind.rawValue) * 4 + Int(level.rawValue)) * 10_000 + unit * 4 + number
      var draw = Draw(Draw.stream(seed, "centre"), key)
      let areas = Self.areas(kind, level)
      let area = draw.number(areas) / 10 * 10
      let years = Self.years(kind, level)
      let day = Day(
        number: draw.number(years) * 10_000 + draw.number(3...11) * 100 + draw.number(1...28))
      list.append(
        Centre(
          kind: kind, level: level, unit: Int32(unit), number: UInt8(number), building: at,
          area: Int32(area), openedOn: WorkDays.next(Int32(day.ordinal)),
          phone: PersonalNumber.landline(900_000 + key % 90_000, in: division)))
    }
    for kind in Centre.Kind.allCases {
      let home =
        switch kind {
        case .governance: organ("社会治理中心")
        case .party: organ("政务服务中心")
        case .legal: organ("司法局")
        case .petition: organ("信访局")
        }
      add(kind, .district, 0, home)
      for street in streets { add(kind, .street, street, office(street)) }
      for community in places.communities.indices {
        add(kind, .community, community, seat(community))
      }
      if kind == .legal {
        // A terminal in each street's office, and windows where people wait: court, hall, lock-up, notary.
        for street in streets { add(kind, .street, street, office(street), number: 1) }
        for (number, name) in ["人民法院", "政务服务中心", "公共就业服务中心", "退役军人事务局", "妇女联合会"]
          .enumerated()
        { add(kind, .district, number + 1, organ(name), number: 2) }
      }
      if kind == .petition { add(kind, .department, 0, organ("住房和城乡建设局")) }
    }
    return list
  }

  /// Square metres (assumption): what such places have at each level.
  private static func areas(_ kind: Centre.Kind, _ level: Centre.Level) -> ClosedRange<Int> {
    switch (kind, level) {
    case (.governance, .district): 2_400...2_400
    case (.governance, .street): 260...620
    case (.governance, _): 60...160
    case (.party, .district): 1_800...1_800
    case (.party, .street): 500...1_200
    case (.party, _): 200...500
    case (.legal, .district): 400...400
    case (.legal, _): 20...80
    case (.petition, .district): 900...900
    case (.petition, _): 20...90
    }
  }

  /// Governance centres since 2016 (GB/T 33200-2016), Party centres since 2017, legal points since 2017.
  private static func years(_ kind: Centre.Kind, _ level: Centre.Level) -> ClosedRange<Int> {
    switch kind {
    case .governance: level == .district ? 2017...2017 : 2017...2021
    case .party: 2017...2021
    case .legal: 2017...2020
    case .petition: 2009...2018
    }
  }
}

extension OfficePlan {
  /// The premises of an organ or institution of the district by its name.
  func premises(ofOrgan name: String) -> Int32? {
    let all = Self.organs + Self.institutions
    guard let place = all.firstIndex(of: name) else { return nil }
    return roles.first { $0.value == Int16(place) }?.key
  }
}
