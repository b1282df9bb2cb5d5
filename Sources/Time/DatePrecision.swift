/// How exactly a date says when something was: what is known as a month is kept as its first day.
package enum DatePrecision: String, Sendable, CaseIterable, Codable {
  case day, month, year

  /// The days that are meant where a day of this precision is: of a month all of them.
  package func days(around day: Day) -> ClosedRange<Day> {
    let months = self == .month ? day.month...day.month : 1...12
    let last = Day.length(ofMonth: months.upperBound, year: day.year)
    guard self != .day,
      let from = Day(year: day.year, month: months.lowerBound, day: 1),
      let to = Day(year: day.year, month: months.upperBound, day: last)
    else { return day...day }
    return from...to
  }

  /// The coarser of two.
  package func coarser(_ other: DatePrecision) -> DatePrecision {
    self == .year || other == .day ? self : other
  }
}
