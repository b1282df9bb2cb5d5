import Time

/// Days and hours of work: 08:00 to 12:00 and 14:00 to 18:00 on working days.
package enum WorkDays {
  /// Days off and made-up working days of the second half of 2025 and of 2026, as the State
  /// Council gave notice of them; of 2027 the days that the regulation on festivals names, without
  /// exchanges (assumption: no notice yet).
  private static let off: [ClosedRange<Int>] = [
    2025_10_01...2025_10_08, 2026_01_01...2026_01_03, 2026_02_15...2026_02_23,
    2026_04_04...2026_04_06, 2026_05_01...2026_05_05, 2026_06_19...2026_06_21,
    2026_09_25...2026_09_27, 2026_10_01...2026_10_07, 2027_01_01...2027_01_01,
    2027_02_05...2027_02_09, 2027_04_05...2027_04_05, 2027_05_01...2027_05_02,
    2027_06_09...2027_06_09,
  ]
  private static let madeUp = [
    2025_09_28, 2025_10_11, 2026_01_04, 2026_02_14, 2026_02_28, 2026_05_09, 2026_09_20, 2026_10_10,
  ]
  private static let start = Day(number: 2025_07_01).ordinal
  /// 0 a working day, 1 a weekend, 2 a festival; from July 2025 for three years.
  private static let kinds: [UInt8] = (0..<1_100).map { place in
    let day = Day(ordinal: start + place)
    if off.contains(where: { $0.contains(day.number) }) { return 2 }
    if madeUp.contains(day.number) { return 0 }
    return day.weekday == 0 || day.weekday == 6 ? 1 : 0
  }

  /// Whether offices are open.
  package static func isWorkDay(_ day: Int32) -> Bool { kind(day) == 0 }

  /// The day itself where offices are open on it, else the next one on which they are.
  package static func next(_ day: Int32) -> Int32 {
    var day = day
    while !isWorkDay(day) { day += 1 }
    return day
  }

  /// Whether it is one of the days off of a festival.
  package static func isFestival(_ day: Int32) -> Bool { kind(day) == 2 }

  private static func kind(_ day: Int32) -> UInt8 {
    let place = Int(day) - start
    return kinds.indices.contains(place) ? kinds[place] : otherKind(day)
  }

  /// Of other years without the days that were exchanged: New Year, the spring festival from two days before
  /// its first to six after it, Qingming, the first of May and the first week of October.
  private static func otherKind(_ day: Int32) -> UInt8 {
    let date = Day(ordinal: Int(day))
    if date.weekday == 0 || date.weekday == 6 { return 1 }
    switch date.number % 10_000 {
    case 101, 404...406, 501...503, 1001...1007: return 2
    default: break
    }
    let year = date.year - 2010
    guard springs.indices.contains(year) else { return 0 }
    return (springs[year] - 2...springs[year] + 6).contains(day) ? 2 : 0
  }

  /// The first days of the lunar years of 2010 to 2032.
  private static let springs = [
    2010_02_14, 2011_02_03, 2012_01_23, 2013_02_10, 2014_01_31, 2015_02_19, 2016_02_08, 2017_01_28,
    2018_02_16, 2019_02_05, 2020_01_25, 2021_02_12, 2022_02_01, 2023_01_22, 2024_02_10, 2025_01_29,
    2026_02_17, 2027_02_06, 2028_01_26, 2029_02_13, 2030_02_03, 2031_01_23, 2032_02_11,
  ].map { Int32(Day(number: $0).ordinal) }

  /// The moment that is so many minutes of work after another one, in minutes since 1970.
  package static func adding(_ minutes: Int, to moment: Int32) -> Int32 {
    var day = moment / 1_440
    var clock = Int(moment % 1_440)
    var rest = minutes
    while true {
      if isWorkDay(day) {
        for (opens, closes) in [(480, 720), (840, 1_080)] {
          let start = max(clock, opens)
          guard start < closes else { continue }
          if rest <= closes - start { return day * 1_440 + Int32(start + rest) }
          rest -= closes - start
        }
      }
      day += 1
      clock = 0
    }
  }
}
