import DemoTruth

/// What can be read of volunteers' teams and mini fire stations.
enum TeamFacts {
  static let table: FactTable = {
    var table = FactTable()
    // A team is listed anew with each of its captains.
    table.beginnings[.team] = { teams($0).termFrom(of: $1, on: $0.day) }
    table.places[.team] = { spot($0, $1) }
    table.steps = [
      "team.leader": (.person, { Int(teams($0).leader(of: $1, on: $0.day)) }),
      "team.premises": (.team, { $1 }),
    ]
    table.facts = [
      "team.code": { .text(teams($0).code(of: $1)) },
      "team.name": { .text(teams($0).name(of: $1)) },
      "team.kind": { .text(teams($0).kindTitle(of: $1)) },
      "team.level": { .text(["区", "街道", "社区"][Int(teams($0).list[$1].level)]) },
      "team.grade": { .text(teams($0).grade(of: $1)) },
      "team.members": { .integer(members($0, $1)) },
      "team.phone": { .text(teams($0).phone(of: $1)) },
      "team.duties": { .text(teams($0).duties(of: $1)) },
      "team.equipment": { .text(teams($0).equipment(of: $1)) },
      "team.foundedOn": { .day(teams($0).list[$1].from) },
      "team.communityCode": { sight, index in
        let community = Int(teams(sight).list[index].community)
        return .text(sight.shared.ground.communities[community].code)
      },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "plc_patrol_team": rule { !$0.isStation }, "fire_mini_station": rule { $0.isStation },
  ]

  private static func rule(_ isOfKind: @escaping @Sendable (Team.Kind) -> Bool) -> RowRule {
    RowRule(count: { $0.works.teams.list.count }) { sight, index in
      let team = teams(sight).list[index]
      return isOfKind(team.kind) && team.exists(on: sight.day)
    }
  }

  private static func teams(_ sight: Sight) -> Teams { sight.shared.works.teams }

  /// Those that were there when the team was listed, and up to three who come and go each half year; of
  /// stations the number is fixed.
  private static func members(_ sight: Sight, _ index: Int) -> Int {
    let team = teams(sight).list[index]
    guard !team.kind.isStation else { return Int(team.members) }
    var draw = Draw(
      Draw.stream(sight.shared.seed, "team.members"), index << 8 | Int(sight.day / 182) % 256)
    return Int(team.members) + draw.number(-3...3)
  }

  /// The seat of the community, the estate or the firm.
  private static func spot(_ sight: Sight, _ index: Int) -> Spot? {
    let team = teams(sight).list[index]
    switch team.kind {
    case .estateStation: return .estate(Int(team.place))
    case .firmStation: return .premises(Int(sight.firm(Int(team.place)).premises))
    default:
      let seat = sight.shared.homes.seats[Int(team.community)]
      if seat >= 0 { return .premises(Int(seat)) }
      let unit = sight.shared.ground.communities[Int(team.community)]
      return sight.shared.buildingsOfGrid[unit.grids].joined().first.map { .building(Int($0)) }
    }
  }
}
