import DemoTruth
import Time

/// What can be read of services: first those of rehabilitation, then the military ones of veterans; and of the
/// plaques at their doors.
enum ServiceFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps = [
      "service.person": (.person, { person($0, $1) }),
      "service.disability": (
        .disability, { $0.shared.civil.card(of: Int32(person($0, $1)), $0.shared) }
      ),
      "service.institution": (.firm, { Int(rehab($0, $1).firm) }),
      "plaque.person": (.person, { Int($0.shared.civil.plaques[$1].person) }),
      "plaque.dwelling": (.dwelling, { Int($0.shared.civil.plaques[$1].dwelling) }),
    ]
    table.beginnings[.service] = { sight, index in
      if isRehab(sight, index) { return rehab(sight, index).day }
      // At the office of the district where the register is.
      let fact = veteran(sight, index)
      let registered = sight.shared.lives.registrations(of: Int(fact.person)).first?.from ?? 0
      return max(fact.from + 60, registered)
    }
    table.beginnings[.plaque] = { $0.shared.civil.plaques[$1].from }
    table.facts = [
      "service.kind": { sight, index in
        .text(
          isRehab(sight, index)
            ? rehab(sight, index).kind.label
            : MilitaryService(level: veteran(sight, index).level).kind.label)
      },
      "service.from": { sight, index in
        let fact = veteran(sight, index)
        return .day(MilitaryService(level: fact.level).enlisted(discharge: fact.from))
      },
      "service.to": { .day(veteran($0, $1).from) },
      "service.on": { .day(rehab($0, $1).day) },
      "service.amount": { .integer(Int(rehab($0, $1).yuan)) },
      "plaque.number": { sight, index in
        let year = Day(ordinal: Int(sight.shared.civil.plaques[index].from)).year
        return .text("\(sight.division.code)\(year)" + Digits.padded(index + 1, 6))
      },
      "plaque.kind": { .text($0.shared.civil.plaques[$1].kind.label) },
      "plaque.on": { .day($0.shared.civil.plaques[$1].from) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "dpf_rehab": RowRule(count: { $0.civil.rehabs.count }) { sight, index in
      (0..<365).contains(sight.day - rehab(sight, index).day)
    },
    "va_veteran": RowRule(count: { $0.civil.rehabs.count + $0.civil.veterans.count }) {
      sight, index in
      guard !isRehab(sight, index) else { return false }
      let fact = veteran(sight, index)
      return fact.from + 60 <= sight.day && sight.registration(Int(fact.person)) != nil
        && sight.person(Int(fact.person)).age(on: sight.day) >= 20
    },
    "va_honor": RowRule(count: { $0.civil.plaques.count }) { sight, index in
      let plaque = sight.shared.civil.plaques[index]
      return plaque.from <= sight.day && sight.day < plaque.to
    },
  ]

  private static func isRehab(_ sight: Sight, _ index: Int) -> Bool {
    index < sight.shared.civil.rehabs.count
  }

  private static func rehab(_ sight: Sight, _ index: Int) -> RehabService {
    sight.shared.civil.rehabs[index]
  }

  private static func veteran(_ sight: Sight, _ index: Int) -> Fact {
    let civil = sight.shared.civil
    return sight.shared.lives.facts[Int(civil.veterans[index - civil.rehabs.count])]
  }

  private static func person(_ sight: Sight, _ index: Int) -> Int {
    isRehab(sight, index)
      ? Int(sight.shared.lives.facts[Int(rehab(sight, index).card)].person)
      : Int(veteran(sight, index).person)
  }
}
