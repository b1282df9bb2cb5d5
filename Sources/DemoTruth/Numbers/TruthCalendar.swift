package import Time

/// The days between which the truth is told: everything that changes has a first and a last day.
package enum TruthCalendar {
  /// The first day that dated facts are known of.
  package static let first = Day(number: 2016_07_01)
  /// The last one: a year after the day of the first delivery.
  package static let last = Day(number: 2027_06_30)

  /// The same days as the ordinals that facts have.
  package static let firstOrdinal = Int32(first.ordinal)
  package static let lastOrdinal = Int32(last.ordinal)
  /// How many deliveries there are: that of the last month is of the last day.
  package static let months = 13
  /// 2026-06-30, the day of the first delivery.
  package static let todayOrdinal = Int32(day(ofMonth: 1).ordinal)

  /// The day as of which the files of a month are written: 2026-06-30 for month 1.
  ///
  /// - Parameter month: 1 to `months`.
  package static func day(ofMonth month: Int) -> Day {
    let months = 2026 * 12 + 5 + month - 1
    let next = Day(number: (months + 1) / 12 * 10_000 + ((months + 1) % 12 + 1) * 100 + 1)
    return Day(ordinal: next.ordinal - 1)
  }
}
