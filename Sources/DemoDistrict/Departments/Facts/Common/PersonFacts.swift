import DemoTruth
import Time

/// What can be read of people, and of what they are registered as and live in on the day.
enum PersonFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.facts = [
      "person.residentID": { .text($0.people.number(of: $1)) },
      "person.name": { .text($0.people.name(of: $1)) },
      "person.formerName": { .optional($0.people.formerName(of: $1)) },
      "person.sex": { .integerText(Int($0.person($1).sex.rawValue)) },
      "person.birth": { .day($0.person($1).birth) },
      "person.age": { .integer($0.person($1).age(on: $0.day)) },
      "person.ethnicGroup": { .text(Digits.padded(Int($0.person($1).ethnicGroup), 2)) },
      // It is inherited: that of the father, else of the own number.
      "person.nativePlace": { sight, index in
        let father = Int(sight.person(index).father)
        return .text(Origin.code(sight.person(father >= 0 ? father : index).region))
      },
      "person.maritalStatus": { .integerText($0.shared.lives.maritalStatus(of: $1, on: $0.day)) },
      "person.politicalStatus": { .text(politicalStatus($0, $1)) },
      "person.education": { .optional(education($0, $1)) },
      "person.phone": { .optional(phone($0, $1)) },
      "person.livesAtRegistered": { sight, index in
        .text(sight.shared.lives.livesWhereRegistered(index, on: sight.day) == true ? "01" : "02")
      },
      "person.household.kinship": { sight, index in
        sight.registration(index).map { .text(Digits.padded(Int($0.relation), 2)) } ?? .none
      },
      "job.occupation": { .text($0.shared.lives.jobs[$1].occupation.label) },
      // 王先生, 李女士: one of two callers gives no more.
      "person.name#polite": { .text(politeName($0, $1)) },
      "party.name": { sight, party in
        .text(
          party % 2 == 0 ? sight.people.name(of: party / 2) : sight.shared.firms.name(of: party / 2)
        )
      },
      "party.residentID": { sight, party in
        party % 2 == 0 ? .text(sight.people.number(of: party / 2)) : .none
      },
    ]
    table.facts.merge(ResidenceFacts.facts) { $1 }
    table.steps = [
      "person.household": (
        .household, { sight, index in sight.registration(index).map { Int($0.register) } ?? -1 }
      ),
      // Whoever has no register here has one elsewhere.
      "person.registered": (.registration, { $1 }),
      "person.main": (
        .residence,
        { sight, index in
          sight.residence(index) == nil ? -1 : index
        }
      ),
      "person.job": (
        .job,
        { sight, index in
          sight.shared.lives.jobs(of: index).indices.first {
            sight.shared.lives.jobs[$0].holds(on: sight.day)
          } ?? -1
        }
      ),
      "job.employer": (.firm, { Int($0.shared.lives.jobs[$1].employer) }),
    ]
    table.steps.merge(ResidenceFacts.steps) { $1 }
    table.places[.registration] = { sight, index in
      // Of the dead the one that they had.
      guard let registration = sight.lastRegistration(index), !sight.hasMovedAway(index) else {
        return .outside(Origin.code(sight.person(index).region))
      }
      return .dwelling(
        Int(sight.shared.lives.registers[Int(registration.register)].dwelling))
    }
    table.places[.residence] = { sight, index in
      sight.residence(index).map { .dwelling(Int($0.dwelling)) }
    }
    table.beginnings[.person] = { sight, index in
      sight.registration(index)?.from ?? sight.person(index).joined
    }
    table.beginnings[.registration] = table.beginnings[.person]
    return table
  }()

  static let rules: [String: RowRule] = [
    "psb_hukou_pop": RowRule(
      draw: "hukou",
      group: { sight, index in sight.registration(index).map { Int($0.register) } ?? -1 },
      count: { $0.lives.people.persons.count },
      isIn: { sight, index in sight.registration(index) != nil }),
    "psb_float_pop": RowRule(
      count: { $0.lives.people.persons.count },
      isIn: { sight, index in ResidenceFacts.isFloating(sight, index) }),
  ]

  /// 中共党员, 共青团员 of 14 to 27 in school or at work (a third of them; 2020: 73.7 million members of
  /// the league), else 群众.
  private static func politicalStatus(_ sight: Sight, _ index: Int) -> String {
    if let member = sight.shared.lives.fact(.partyMember, of: index, on: sight.day) {
      // 预备党员 for a year.
      return sight.day < member.from + 365 ? "02" : "01"
    }
    let age = sight.person(index).age(on: sight.day)
    var draw = Draw(Draw.stream(sight.shared.seed, "person.league"), index)
    return (14..<28).contains(age) && draw.below(3) == 0 ? "03" : "13"
  }

  private static func politeName(_ sight: Sight, _ index: Int) -> String {
    let one = sight.person(index)
    var draw = Draw(Draw.stream(sight.shared.seed, "person.polite"), index)
    guard draw.below(2) == 0, !one.name.surnameText.isEmpty else { return one.name.text }
    return one.name.surnameText + (one.sex == .male ? "先生" : "女士")
  }

  private static func education(_ sight: Sight, _ index: Int) -> String? {
    let level = sight.shared.lives.education(of: index, on: sight.day)
    return level == 0 ? nil : Digits.padded(Int(level), 2)
  }

  /// The own number from 12 on, but for a third of those over 80; of younger ones the mother's, else the
  /// father's.
  private static func phone(_ sight: Sight, _ index: Int) -> String? {
    let one = sight.person(index)
    let age = one.age(on: sight.day)
    var draw = Draw(Draw.stream(sight.shared.seed, "person.phone"), index)
    if age >= 12 && (age < 80 || draw.below(3) > 0) { return sight.people.mobile(of: index) }
    let parent = age < 12 ? (one.mother >= 0 ? one.mother : one.father) : -1
    return parent >= 0 ? sight.people.mobile(of: Int(parent)) : nil
  }
}

extension Sight {
  /// Whether somebody alive has the register elsewhere.
  func hasMovedAway(_ index: Int) -> Bool {
    registration(index) == nil && person(index).isAlive(on: day)
  }

  var people: People { shared.lives.people }

  func person(_ index: Int) -> DemoTruth.Person { shared.lives.people.persons[index] }

  func registration(_ index: Int) -> Registration? {
    shared.lives.registration(of: index, on: day)
  }
}
