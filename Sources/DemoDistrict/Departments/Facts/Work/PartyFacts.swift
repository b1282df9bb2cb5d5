import DemoTruth
import Time

/// What can be read of the Party's organisations and members: a membership is known by its place in
/// `lives.facts`.
enum PartyFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps = [
      "membership.person": (.person, { Int($0.lives.facts[$1].person) }),
      "membership.organisation": (
        .partyOrg, { Int($0.work.party.organisation(of: $1, on: $0.day)) }
      ),
      "partyOrg.parent": (.partyOrg, { Int($0.work.party.all[$1].parent) }),
      "partyOrg.secretary": (.person, { Int($0.work.party.secretary(of: $1, on: $0.day)) }),
      "partyOrg.premises": (.premises, { Int($0.work.party.all[$1].premises) }),
    ]
    table.beginnings[.membership] = { $0.lives.facts[$1].from }
    table.facts = [
      "membership.from": { .day(joinedOn($0, $1)) },
      "membership.stage#code": { sight, index in
        .text(sight.day < sight.lives.facts[index].from + 365 ? "02" : "01")
      },
      "membership.isMobile": { .boolean(isMobile($0, $1)) },
      "membership.organisation.name": { sight, index in
        let place = Int(sight.work.party.organisation(of: index, on: sight.day))
        return place < 0 ? .none : .text(sight.work.party.shortName(of: place))
      },
      "partyOrg.code": { .text($0.work.party.all[$1].code) },
      "partyOrg.name": { .text($0.work.party.name(of: $1)) },
      "partyOrg.kind": { .text(kind($0.work.party.all[$1].kind)) },
      "partyOrg.foundedOn": { .day($0.work.party.all[$1].founded.weekday) },
      "partyOrg.electionDue": { sight, index in
        .day(sight.work.party.nextElection(of: index, on: sight.day).weekday)
      },
    ]
    table.others["count.members(partyOrg)"] = { sight, index in
      .integer(sight.work.party.count(of: index, on: sight.day))
    }
    return table
  }()

  static let rules: [String: RowRule] = [
    "org_party_org": RowRule(count: { $0.work.party.all.count }) { sight, index in
      let one = sight.work.party.all[index]
      return one.founded <= sight.day && sight.day < one.to
    },
    "org_party_member": RowRule(count: { $0.lives.facts.count }) { sight, index in
      let fact = sight.lives.facts[index]
      return fact.kind == .partyMember && sight.isCitizen(fact.person)
        && sight.person(Int(fact.person)).age(on: sight.day) >= 20
        && sight.work.party.organisation(of: index, on: sight.day) >= 0
    },
  ]

  private static func kind(_ kind: PartyOrganisation.Kind) -> String {
    switch kind {
    case .committee: "党委"
    case .general: "党总支"
    case .branch: "党支部"
    case .joint: "联合党支部"
    }
  }

  /// Of those who joined before the truth tells of days: most before 1 July, the Party's day, or at the end
  /// of the year.
  private static func joinedOn(_ sight: Sight, _ index: Int) -> Int32 {
    sight.lives.facts[index].from.weekday
  }

  /// Nobody of the district works for them here, and they are of an age to work: of those a third work in
  /// another city, and come home (assumption; 流动党员 are 4 % of members).
  private static func isMobile(_ sight: Sight, _ index: Int) -> Bool {
    let person = Int(sight.lives.facts[index].person)
    guard (22..<55).contains(sight.person(person).age(on: sight.day)),
      sight.lives.job(of: person, on: sight.day) == nil
    else { return false }
    var draw = sight.draw("member.mobile", person)
    return draw.below(3) == 0
  }
}
