import DemoTruth
import Time

/// What can be read of pupils: a schooling is known by its place in `lives.enrolments`.
enum PupilFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps = [
      "person.schooling": (
        .schooling,
        { sight, person in
          sight.lives.enrolments(of: person).indices.first {
            sight.lives.enrolments[$0].holds(on: sight.day)
          } ?? -1
        }
      ),
      "schooling.person": (.person, { Int($0.lives.enrolments[$1].person) }),
      "schooling.school": (.school, { Int($0.lives.enrolments[$1].school) }),
    ]
    table.beginnings[.schooling] = { $0.lives.enrolments[$1].from }
    table.facts = [
      "person.documentKind": { .integerText($0.people.documentKind(of: $1)) },
      "schooling.number": { .text(number($0, $1)) },
      "schooling.nationalNumber": { .text(nationalNumber($0, $1)) },
      "schooling.grade": { sight, index in
        .text(gradeCode(sight.lives.enrolments[index], on: sight.day))
      },
      "schooling.className": { .text(className($0, $1)) },
      "schooling.from": { .day($0.lives.enrolments[$1].from) },
      "schooling.stage": { .integerText(Int($0.lives.enrolments[$1].stage.rawValue)) },
      "schooling.state": { .text(state($0, $1)) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    // Whole schools.
    "edu_student": RowRule(
      group: { Int($0.lives.enrolments[$1].school) }, count: { $0.lives.enrolments.count },
      isIn: { sight, index in
        let one = sight.lives.enrolments[index]
        guard one.stage != .preschool, one.school >= 0, sight.isCitizen(one.person) else {
          return false
        }
        // Who goes to another school within a stage is in the old one's list until it is told.
        return one.holds(on: sight.day)
      })
  ]

  /// G and the resident ID, by which the national system knows a pupil; L and the ID while it has not been
  /// checked, of one in fifty who came from elsewhere.
  private static func number(_ sight: Sight, _ index: Int) -> String {
    let person = Int(sight.lives.enrolments[index].person)
    let isElsewhere = sight.person(person).traits.contains(.floating)
    var draw = sight.draw("pupil.checked", person)
    return (isElsewhere && draw.below(50) == 0 ? "L" : "G") + sight.people.number(of: person)
  }

  /// The year of the first grade, the district and a serial: it stays through all stages.
  private static func nationalNumber(_ sight: Sight, _ index: Int) -> String {
    let one = sight.lives.enrolments[index]
    let birth = Day(ordinal: Int(sight.person(Int(one.person)).birth))
    let year = birth.year + 6 + (birth.month >= 9 ? 1 : 0)
    return "\(year)\(sight.division.code)" + Digits.padded(Int(one.person), 8)
  }

  private static func gradeCode(_ one: Enrolment, on day: Int32) -> String {
    let stage =
      switch one.stage {
      case .preschool: 0
      case .primary: 1
      case .juniorSecondary: 2
      case .seniorSecondary, .vocational: 3
      }
    return "\(stage)\(one.grade(on: day))"
  }

  /// Classes of about 44; a pupil stays in one through a stage.
  private static func className(_ sight: Sight, _ index: Int) -> String {
    let one = sight.lives.enrolments[index]
    let years = one.stage.years
    let pupils = SchoolFacts.enrolled(sight.on(TruthCalendar.todayOrdinal), Int(one.school))
    let classes = max(1, (pupils / years + 22) / 44)
    var draw = sight.draw("pupil.class", Int(one.person))
    let number = draw.below(classes) + 1
    let grade = ChineseNumeral.text(one.grade(on: sight.day))
    return switch one.stage {
    case .preschool, .primary: "\(grade)年级（\(number)）班"
    case .juniorSecondary: "初\(grade)（\(number)）班"
    case .seniorSecondary, .vocational: "高\(grade)（\(number)）班"
    }
  }

  /// Of a thousand three stay away for illness, at most for a year (assumption).
  private static func state(_ sight: Sight, _ index: Int) -> String {
    let one = sight.lives.enrolments[index]
    var draw = sight.draw("pupil.away", index)
    let from = one.from + Int32(draw.below(max(Int(min(one.to, one.from + 1_500) - one.from), 1)))
    let isAway = draw.below(1_000) < 12 && from <= sight.day && sight.day < from + 300
    return isAway ? "02" : "01"
  }
}
