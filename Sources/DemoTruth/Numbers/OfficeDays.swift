internal import Time

/// Days on which offices decide and sign: no weekends and none of the long festivals.
///
/// For all years of the truth, and so coarser than the calendar of the events, which has the days that were
/// exchanged: New Year, the spring festival from two days before its first to six after it, Qingming, the
/// first of May and the first week of October.
package enum OfficeDays {
  /// The first days of the lunar years of 2010 to 2032.
  private static let springs = [
    2010_02_14, 2011_02_03, 2012_01_23, 2013_02_10, 2014_01_31, 2015_02_19, 2016_02_08, 2017_01_28,
    2018_02_16, 2019_02_05, 2020_01_25, 2021_02_12, 2022_02_01, 2023_01_22, 2024_02_10, 2025_01_29,
    2026_02_17, 2027_02_06, 2028_01_26, 2029_02_13, 2030_02_03, 2031_01_23, 2032_02_11,
  ].map { Int32(Day(number: $0).ordinal) }

  /// Whether offices are open.
  package static func isOpen(_ day: Int32) -> Bool {
    let date = Day(ordinal: Int(day))
    guard date.weekday != 0, date.weekday != 6 else { return false }
    switch date.number % 10_000 {
    case 101, 404...406, 501...503, 1001...1007: return false
    default: break
    }
    let year = date.year - 2010
    guard springs.indices.contains(year) else { return true }
    return !(springs[year] - 2...springs[year] + 6).contains(day)
  }

  /// The day itself, else the next one on which offices are open.
  package static func next(_ day: Int32) -> Int32 {
    var day = day
    while !isOpen(day) { day += 1 }
    return day
  }
}
