internal import Time

/// A span at a school.
package struct Enrolment: Sendable, Hashable {
  /// By `study-stage.csv`.
  package enum Stage: UInt8, Sendable, CaseIterable {
    case preschool = 1
    case primary = 2
    case juniorSecondary = 3
    case seniorSecondary = 4
    case vocational = 5

    /// The age, in whole years on 1 September, at which it begins.
    package var startAge: Int {
      switch self {
      case .preschool: 3
      case .primary: 6
      case .juniorSecondary: 12
      case .seniorSecondary, .vocational: 15
      }
    }

    /// How many years it takes.
    package var years: Int { self == .primary ? 6 : 3 }
  }

  package var person: Int32
  /// The place of the school in `firms`; -1 where the district has none of the stage.
  package var school: Int32
  package var from: Int32
  /// The day after the last one.
  package var to: Int32
  package var stage: Stage
  /// The class in which the span began, from 1.
  package var firstGrade: UInt8

  /// The class on a day: it rises on 1 September.
  package func grade(on day: Int32) -> Int {
    let (then, now) = (Self.schoolYear(of: from), Self.schoolYear(of: day))
    return min(Int(firstGrade) + now - then, stage.years)
  }

  /// The year in which the school year of a day began.
  package static func schoolYear(of day: Int32) -> Int {
    let date = Day(ordinal: Int(day))
    return date.month >= 9 ? date.year : date.year - 1
  }

  /// Whether it covers a day.
  package func holds(on day: Int32) -> Bool { from <= day && day < to }
}
