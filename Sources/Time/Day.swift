/// A day of the Gregorian calendar, in the years 1 to 9999.
public struct Day: Hashable, Sendable {
  /// 1 to 9999.
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// From 1, as the calendar has it.
  public let day: Int

  /// The day of three numbers; nil where the calendar has none.
  @inlinable public init?(year: Int, month: Int, day: Int) {
    guard Self.exists(year: year, month: month, day: day) else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The day that is so many days after 1970-01-01, or before it where the number is negative.
  ///
  /// Source: Howard Hinnant, "chrono-compatible low-level date algorithms", `civil_from_days`.
  ///
  /// - Precondition: the day lies between 0000-03-01 and 9999-12-31.
  @inlinable public init(ordinal: Int) {
    // Years begin with March here, so that the leap day is the last one.
    let days = ordinal &+ Self.daysBefore1970
    precondition(days >= 0 && days <= 3_652_364, "the day \(ordinal) has no year of four digits")
    let era = days / 146_097
    let ofEra = days % 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * ofYear + 2) / 153
    month = shifted < 10 ? shifted + 3 : shifted - 9
    day = ofYear - (153 * shifted + 2) / 5 + 1
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Reads `YYYY-MM-DD`, ASCII digits only; nil for another text, or a day that does not exist.
  public init?(_ text: some StringProtocol) {
    var reader = DigitReader(text)
    guard let day = reader.day(), reader.isAtEnd else { return nil }
    self = day
  }

  /// Days from 0000-03-01 to 1970-01-01.
  @usableFromInline static let daysBefore1970 = 719_468

  /// Whether the calendar has a day of three numbers; years 1 to 9999.
  @inlinable public static func exists(year: Int, month: Int, day: Int) -> Bool {
    guard year >= 1, year <= 9999, month >= 1, month <= 12, day >= 1 else { return false }
    return day <= length(ofMonth: month, year: year)
  }

  /// How many days a month, 1 to 12, has.
  @inlinable public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// How many days after 1970-01-01 it is (Hinnant, `days_from_civil`).
  @inlinable public var ordinal: Int {
    Self.ordinal(year: year, month: month, day: day)
  }

  /// The ordinal of three numbers, of which the day may run over its month.
  @inlinable public static func ordinal(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return y / 400 * 146_097 + y % 400 * 365 + y % 400 / 4 - y % 400 / 100 + ofYear
      - daysBefore1970
  }

  /// The day so many days later, or earlier where the number is negative.
  @inlinable public func adding(days: Int) -> Day { Day(ordinal: ordinal + days) }

  /// The day of the week: 0 is Sunday, 6 is Saturday.
  public var weekday: Int {
    // 1970-01-01 was a Thursday.
    ((ordinal + 4) % 7 + 7) % 7
  }

  /// `YYYY-MM-DD`.
  public var text: String {
    "\(Digits.text(year, 4))-\(Digits.text(month, 2))-\(Digits.text(day, 2))"
  }
}

extension Day: Comparable {
  /// In the order of the calendar.
  public static func < (one: Day, other: Day) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }
}

extension Day: CustomStringConvertible {
  /// As `text`.
  public var description: String { text }
}
