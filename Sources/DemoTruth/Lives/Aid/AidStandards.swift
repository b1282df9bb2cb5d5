internal import Time

/// How much aid is: yuan a month, as it was set for each year.
package enum AidStandards {
  /// The minimum living standard a head from July of each year, 2016 on: about the means of Zhejiang (811 yuan
  /// of 2019, 886 of 2020, 941 of 2021, 1,083 of 2022, 1,212 of 2024; bulletins of its civil affairs department,
  /// rounded); of 2025 and 2026 assumed.
  private static let lines = [
    650, 700, 760, 810, 885, 940, 1_080, 1_140, 1_210, 1_260, 1_310, 1_310,
  ]

  /// The minimum living standard a head on a day.
  package static func line(on day: Int32) -> Int {
    let date = Day(ordinal: Int(day))
    let year = date.month >= 7 ? date.year : date.year - 1
    return lines[min(max(year - 2016, 0), lines.count - 1)]
  }

  /// 高龄津贴 by age: 100, 200 and 500 yuan from 80, 90 and 100 years.
  static func ageAllowance(_ age: Int) -> Int { age >= 100 ? 500 : age >= 90 ? 200 : 100 }

  /// 1.3 times the minimum (国发〔2016〕14号) and for the care 10, 20 or 40 % of the least wage.
  static func extremePoverty(_ care: UInt8, on day: Int32) -> Int {
    let wage = Day(ordinal: Int(day)).year >= 2026 ? 2_660 : 2_490
    let parts = care == 3 ? 40 : care == 2 ? 20 : 10
    return line(on: day) * 13 / 10 + wage * parts / 100
  }

  /// 1.6 times the minimum for orphans and those without care, half of it for others (assumption).
  static func hardshipChild(_ kind: UInt8, on day: Int32) -> Int {
    let line = line(on: day)
    return kind == 3 ? line / 2 : line * 16 / 10
  }

  /// 30 % of the minimum for levels 1 and 2, else 25 % (as in Zhejiang).
  static func livingSubsidy(_ level: UInt8, on day: Int32) -> Int {
    line(on: day) * (level <= 2 ? 30 : 25) / 100
  }

  /// 500, 250 and 125 yuan of levels 1 to 3 (Zhejiang, by the care needed).
  static func careSubsidy(_ level: UInt8) -> Int { level == 1 ? 500 : level == 2 ? 250 : 125 }

  /// 590 yuan of those who lost their child, 460 of those whose child is disabled (国卫人口发〔2022〕).
  static func specialFamily(_ kind: UInt8) -> Int { kind == 1 ? 590 : 460 }

  /// A month of the wounded by grade 1 to 10, for wounds of war (about the standards of August 2024, of which
  /// the first grade had 119,000 yuan a year).
  private static let wounded = [
    9_920, 8_970, 7_870, 6_450, 5_150, 4_040, 3_080, 1_950, 1_620, 1_150,
  ]

  /// 优抚 by kind and level; it rises by 3 % each August (assumption).
  static func benefit(_ kind: UInt8, level: UInt8, on day: Int32) -> Int {
    let date = Day(ordinal: Int(day))
    let steps = max(date.year - 2024 - (date.month >= 8 ? 0 : 1), 0)
    let base =
      switch kind {
      case 1: wounded[min(max(Int(level), 1), 10) - 1]
      case 2: 3_440
      case 3: 2_950
      case 4: 2_780
      case 5: 2_250
      case 6: 1_010
      // For each year of service.
      case 7: 65 * Int(level)
      default: 900
      }
    return base * (100 + 3 * steps) / 100
  }
}

extension Int32 {
  /// The first day of the month of a day, and of the one after it.
  package var monthStart: Int32 {
    Int32(Day(number: Day(ordinal: Int(self)).number / 100 * 100 + 1).ordinal)
  }

  package var nextMonth: Int32 {
    if self == Person.open { return self }
    let date = Day(ordinal: Int(self))
    return Int32(
      Day.ordinal(
        year: date.month == 12 ? date.year + 1 : date.year, month: date.month % 12 + 1, day: 1))
  }
}
