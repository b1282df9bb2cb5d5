import Time

/// Days and times as Excel counts them: whole days since 1899-12-30, the time as a fraction.
enum XLSDate {
  /// The number of `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS`; nil for a text of another form, and for
  /// days before 1900-03-01, where Excel has a 29 February that never was.
  static func serial(_ text: String) -> Double? {
    let digits = Array(text.utf8)
    guard digits.count == 10 || digits.count == 19, digits[4] == 0x2D, digits[7] == 0x2D,
      let year = number(digits[0..<4]), let month = number(digits[5..<7]),
      let day = number(digits[8..<10]), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    let serial = Day.ordinal(year: year, month: month, day: day) - WorkbookSerial.origin
    guard serial > 60 else { return nil }
    guard digits.count == 19 else { return Double(serial) }
    guard let hour = number(digits[11..<13]), let minute = number(digits[14..<16]),
      let second = number(digits[17..<19])
    else { return nil }
    return Double(serial) + Double(hour * 3600 + minute * 60 + second) / 86_400
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      ? digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
  }
}
