import Time

/// A team of volunteers, or a mini fire station (微型消防站).
package struct Team: Sendable {
  package enum Kind: UInt8, Sendable {
    case watch, patrol, righteous, entrances, other
    case communityStation, estateStation, firmStation

    package var isStation: Bool { rawValue >= Kind.communityStation.rawValue }
  }

  package var kind: Kind
  /// 0 the district, 1 a street, 2 a community.
  package var level: UInt8 = 2
  /// The community, and of stations the estate or the firm; -1 for neither.
  package var community: Int32
  package var place: Int32 = -1
  package var members: Int32
  package var from: Int32
  /// The day after its last one.
  package var to: Int32 = Firm.open
  /// Its number in its community, of stations over all, from 1.
  package var number: Int32
  package var title: UInt8 = 0

  package func exists(on day: Int32) -> Bool { from <= day && day < to }
}

/// The volunteers' teams of communities and streets, and the mini fire stations.
package struct Teams: Sendable {
  package let list: [Team]
  let ground: Ground
  let firms: Firms
  private let managers: Managers
  private let contracts: PropertyContracts
  private let seed: UInt64

  private static let wanted = (teams: 620, stations: 340)
  /// The day of the lists of month 1.
  private static let seen = TruthCalendar.todayOrdinal - 90

  package init(
    ground: Ground, firms: Firms, managers: Managers, contracts: PropertyContracts, share: Int
  ) {
    (self.ground, self.firms, self.managers, self.contracts) = (ground, firms, managers, contracts)
    seed = ground.seed
    list =
      Self.volunteers(ground, max(12, Self.wanted.teams * share / 100))
      + Self.stations(ground, firms, contracts, share)
  }

  /// Two of the district and two of each street, and as many in each community as are left; one in 25 is
  /// given up in the year after the list of month 1, as many are founded.
  private static func volunteers(_ ground: Ground, _ wanted: Int) -> [Team] {
    let stream = Draw.stream(ground.seed, "team")
    var list: [Team] = []
    func add(_ kind: Team.Kind, _ level: UInt8, _ community: Int, _ number: Int, isNew: Bool) {
      var draw = Draw(stream, community * 64 + number + Int(level) * 16_384)
      let from =
        isNew
        ? seen + Int32(draw.number(5...420))
        : Int32(Day(number: 2012_03_05).ordinal) + Int32(draw.below(4_900))
      let ends = !isNew && draw.below(25) == 0
      let size =
        switch kind {
        case .watch: draw.number(20...90)
        case .entrances: draw.number(15...70)
        case .patrol, .righteous: draw.number(8...30)
        default: draw.number(6...40)
        }
      list.append(
        Team(
          kind: kind, level: level, community: Int32(community),
          members: Int32(size * [6, 2, 1][Int(level)]), from: min(from, isNew ? .max : seen - 30),
          to: ends ? seen + Int32(draw.number(20...400)) : Firm.open, number: Int32(number),
          title: UInt8(number % 8)))
    }
    add(.watch, 0, 0, 61, isNew: false)
    add(.righteous, 0, 0, 62, isNew: false)
    for street in ground.streets.indices.prefix(max(1, ground.streets.count * wanted / 620)) {
      let first = ground.communities.firstIndex { Int($0.street) == street } ?? 0
      add(.patrol, 1, first, 51, isNew: false)
      add(.righteous, 1, first, 52, isNew: false)
    }
    // Community by community, five to eight each.
    let kinds: [Team.Kind] = [
      .watch, .patrol, .entrances, .righteous, .other, .other, .other, .other,
    ]
    let count = ground.communities.count
    let left = max(0, wanted - list.count)
    for community in ground.communities.indices {
      let own = (community + 1) * left / count - community * left / count
      let swing = own < 6 || community == count - 1 && count % 2 == 1 ? 0 : 1 - community % 2 * 2
      for number in 0..<min(8, own + swing) {
        add(kinds[number], 2, community, number + 1, isNew: false)
      }
    }
    for place in 0..<wanted / 25 {
      add(.other, 2, place * count * 25 / max(wanted, 25) % count, 9 + place / count, isNew: true)
    }
    return list
  }

  /// One of each community, of the managed estates with most homes, and of the firms that are under special
  /// fire protection, the larger ones first.
  private static func stations(
    _ ground: Ground, _ firms: Firms, _ contracts: PropertyContracts, _ share: Int
  ) -> [Team] {
    let stream = Draw.stream(ground.seed, "team.station")
    let wanted = max(12, Self.wanted.stations * share / 100)
    let founded = Int32(Day(number: 2015_11_01).ordinal)
    let communities = ground.communities.indices.prefix(max(4, wanted * 90 / 340))
    let keys = firms.list.indices.filter {
      firms.isFireKey($0) && firms.list[$0].isOpen(on: seen - 60)
        && firms.list[$0].to > TruthCalendar.lastOrdinal
    }.sorted { (firms.list[$1].staff, $0) < (firms.list[$0].staff, $1) }.prefix(wanted * 100 / 340)
    var homes = Array(repeating: 0, count: ground.estates.count)
    for building in ground.buildings where building.estate >= 0 && building.razed == .max {
      homes[Int(building.estate)] += Int(building.floors) * Int(building.entrances)
    }
    let estates = ground.estates.indices.filter {
      contracts.contract(ofEstate: $0, on: seen - 60) != nil
    }.sorted { (homes[$1], $0) < (homes[$0], $1) }
      .prefix(max(0, wanted - communities.count - keys.count))
    var list: [Team] = []
    func add(_ kind: Team.Kind, _ community: Int32, _ place: Int, _ size: ClosedRange<Int>) {
      var draw = Draw(stream, list.count)
      list.append(
        Team(
          kind: kind, community: community, place: Int32(place), members: Int32(draw.number(size)),
          from: min(seen - 60, founded + Int32(draw.below(3_400))), number: Int32(list.count + 1)))
    }
    for community in communities { add(.communityStation, Int32(community), -1, 6...15) }
    for estate in estates {
      let grid = Int(ground.estates[estate].grid)
      add(.estateStation, ground.grids[grid].community, estate, 4...10)
    }
    for firm in keys {
      add(
        .firmStation, ground.community(ofBuilding: firms.building(of: firm)), firm,
        firms.list[firm].staff > 100 ? 10...24 : 6...12)
    }
    return list
  }

  /// The first day of the term of who leads a team: terms are of four years.
  package func termFrom(of team: Int, on day: Int32) -> Int32 {
    let from = list[team].from
    return from + (max(day, from) - from) / 1_461 * 1_461
  }

  /// Who leads a team: somebody of the community, who manages the estate, or of the firm; -1 where nobody of
  /// the district does.
  package func leader(of team: Int, on day: Int32) -> Int32 {
    let one = list[team]
    switch one.kind {
    case .firmStation:
      let own = managers.eldest(of: Int(one.place), on: day)
      return own >= 0 ? own : firms.list[Int(one.place)].representative
    case .estateStation:
      let manager =
        contracts.contract(ofEstate: Int(one.place), on: day)
        .map { self.manager(ofContract: $0) } ?? -1
      if manager >= 0 { return manager }
    default: break
    }
    let from = termFrom(of: team, on: day)
    var draw = Draw(Draw.stream(seed, "team.leader"), team * 16 + Int((from - one.from) / 1_461))
    return managers.neighbour(ofCommunity: Int(one.community), from: from, to: from + 1_460, &draw)
  }

  /// Who runs the desk of a property company on an estate: one of its people, drawn for each contract; else
  /// somebody of the neighbourhood.
  package func manager(ofContract contract: Int) -> Int32 {
    let one = contracts.list[contract]
    let from = max(one.from, TruthCalendar.firstOrdinal)
    var draw = Draw(Draw.stream(seed, "property.manager"), contract)
    let own = managers.employee(of: Int(one.firm), from: from, to: one.to, &draw)
    if own >= 0 { return own }
    let grid = Int(ground.estates[one.estate].grid)
    return managers.neighbour(
      ofCommunity: Int(ground.grids[grid].community), from: from, to: one.to, &draw)
  }

  /// The phone that is manned day and night.
  package func phone(of team: Int) -> String {
    var draw = Draw(Draw.stream(seed, "team.phone"), team)
    return PersonalNumber.landline(draw.below(1_000_000), in: ground.division)
  }
}
