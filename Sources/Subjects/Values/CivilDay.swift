/// Days of the Gregorian calendar as bare numbers: days after 1970-01-01.
public enum CivilDay {
  /// The number that stands for a day nobody knows.
  public static let unknown = Int32.min

  /// The day of three numbers; nil where the calendar of the years 1 to 9999 has none.
  public static func day(year: Int, month: Int, day: Int) -> Int32? {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= length(ofMonth: month, year: year)
    else { return nil }
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let ofEra = shifted - era * 400
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let days = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    return Int32(truncatingIfNeeded: days)
  }

  /// Year, month and day of a number; nil for one outside the years 1 to 9999.
  public static func parts(of day: Int32) -> (year: Int, month: Int, day: Int)? {
    let days = Int(day) + 719_468
    guard days >= 306, days <= 3_652_364 else { return nil }
    let era = days / 146_097
    let ofEra = days % 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * ofYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let dayOfMonth = ofYear - (153 * shifted + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth)
  }

  /// `YYYY-MM-DD`; nil for a number outside the years 1 to 9999.
  public static func text(_ day: Int32) -> String? {
    guard let parts = parts(of: day) else { return nil }
    let padded = { (number: Int, count: Int) in
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
    return "\(padded(parts.year, 4))-\(padded(parts.month, 2))-\(padded(parts.day, 2))"
  }

  /// The day so many whole months earlier, the last day of a shorter month where it has no such
  /// day; nil outside the years 1 to 9999.
  public static func months(_ months: Int, before day: Int32) -> Int32? {
    guard let parts = parts(of: day), (0...119_988).contains(months) else { return nil }
    let count = parts.year * 12 + parts.month - 1 - months
    guard count >= 12 else { return nil }
    let (year, month) = (count / 12, count % 12 + 1)
    return Self.day(
      year: year, month: month, day: min(parts.day, length(ofMonth: month, year: year)))
  }

  /// Reads a day of eight digits, with separators or without: `2026-01-31` or `20260131`.
  ///
  /// The time of day that a moment has behind it, after a space or a T, is left out.
  public static func read(_ text: some Collection<UInt8>) -> Int32? {
    var digits: [Int] = []
    for byte in text {
      if digits.count == 8, byte == 0x20 || byte == UInt8(ascii: "T") { break }
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(Int(byte) - 48)
      case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."):
        guard digits.count == 4 || digits.count == 6 else { return nil }
      default: return nil
      }
    }
    guard digits.count == 8 else { return nil }
    let number = digits.reduce(0) { $0 * 10 + $1 }
    return day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
