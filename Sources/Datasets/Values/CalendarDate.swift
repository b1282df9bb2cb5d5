/// Days of the Gregorian calendar.
enum CalendarDate {
  /// Whether the day exists; years 1 to 9999.
  @inline(__always)
  static func isValid(year: Int, month: Int, day: Int) -> Bool {
    guard year >= 1, year <= 9999, month >= 1, month <= 12, day >= 1 else { return false }
    return day <= daysIn(month: month, year: year)
  }

  private static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The value of digits, or -1 where one is not a digit.
  @inline(__always)
  static func digits(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int {
    var value = 0
    for index in start..<(start &+ count) {
      let digit = bytes[index] &- 48
      if digit > 9 { return -1 }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }

  /// Whether bytes are a day in the form YYYY-MM-DD.
  @inline(__always)
  static func isISO(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return false }
    return isValid(
      year: digits(bytes, 0, 4), month: digits(bytes, 5, 2), day: digits(bytes, 8, 2))
  }
}
