import Glibc
import Time

/// The numbers by which a workbook keeps days and times: whole days since its day 0, and the time
/// as the fraction of a day (ECMA-376 part 1, 18.17.4).
package struct WorkbookSerial {
  /// Whether day 0 is 1904-01-01.
  ///
  /// Otherwise day 1 is 1900-01-01, and day 60 the 29 February 1900 that never was: it is written
  /// as such, so that no check takes it for a day.
  let uses1904: Bool

  /// The last day of the year 9999 in either calendar, and the day behind it.
  private var end: Double { uses1904 ? 2_957_004 : 2_958_466 }

  /// Writes a number as ISO 8601, as far as its format shows a date or a time.
  ///
  /// `2024-01-01` where there is no time, else `2024-01-01T12:30:00`; a time alone `12:30:00`, and a
  /// duration the same with as many hours as it has. Times are rounded to the second as Excel shows
  /// them, or to the millisecond where the format shows parts of a second.
  ///
  /// - Returns: false where the number is no date: negative, or behind the year 9999 once it is rounded,
  ///   or a day or more where only a time is shown.
  func write(_ value: Double, as format: WorkbookDateFormat, to target: inout ByteBuffer) -> Bool {
    guard value >= 0, value < end else { return false }
    let ticks: Double = format.contains(.fraction) ? 86_400_000 : 86_400
    let total = (value * ticks).rounded()
    guard total < end * ticks else { return false }
    var day = Int(total / ticks)
    // 1.25 as `h:mm` is 30 hours; as a day it would be one of 1900. A moment of our time may be shown so.
    if format.isDisjoint(with: [.date, .elapsed]), day > 0, day < Self.leastMoment { return false }
    let time = Int(total) - day * Int(ticks)
    let milliseconds = format.contains(.fraction) ? time : time * 1000
    if format.contains(.elapsed) || !format.contains(.date) && day == 0 {
      let hours = format.contains(.elapsed) ? day * 24 : 0
      Self.writeTime(milliseconds, addedHours: hours, to: &target)
      return true
    }
    if uses1904 { day += 1462 }
    Self.writeDay(day, to: &target)
    if time > 0 {
      target.append(UInt8(ascii: "T"))
      Self.writeTime(milliseconds, addedHours: 0, to: &target)
    }
    return true
  }

  /// The first day number, 1910 or 1914, that is taken for a day although only its time is shown.
  private static let leastMoment = 3_654

  /// Writes day `day` of the calendar of 1900.
  private static func writeDay(_ day: Int, to target: inout ByteBuffer) {
    switch day {
    case 0: write((1900, 1, 0), to: &target)
    case 60: write((1900, 2, 29), to: &target)
    default:
      let date = Day(ordinal: origin + (day < 60 ? day + 1 : day))
      write((date.year, date.month, date.day), to: &target)
    }
  }

  /// What day 0 of the calendar of 1900 would be if it had no 29 February 1900.
  static let origin = Day.ordinal(year: 1899, month: 12, day: 30)

  private static func write(_ date: (Int, Int, Int), to target: inout ByteBuffer) {
    write(date.0, digits: 4, to: &target)
    target.append(UInt8(ascii: "-"))
    write(date.1, digits: 2, to: &target)
    target.append(UInt8(ascii: "-"))
    write(date.2, digits: 2, to: &target)
  }

  private static func writeTime(
    _ milliseconds: Int, addedHours: Int, to target: inout ByteBuffer
  ) {
    let seconds = milliseconds / 1000
    write(seconds / 3600 + addedHours, digits: 2, to: &target)
    target.append(UInt8(ascii: ":"))
    write(seconds / 60 % 60, digits: 2, to: &target)
    target.append(UInt8(ascii: ":"))
    write(seconds % 60, digits: 2, to: &target)
    guard milliseconds % 1000 > 0 else { return }
    target.append(UInt8(ascii: "."))
    write(milliseconds % 1000, digits: 3, to: &target)
  }

  /// Writes a number with at least so many digits.
  private static func write(_ number: Int, digits: Int, to target: inout ByteBuffer) {
    if digits > 1 || number > 9 { write(number / 10, digits: digits - 1, to: &target) }
    target.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}

extension WorkbookSerial {
  /// The number of `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS`; nil for a text of another form, and for
  /// days before 1900-03-01, where Excel has a 29 February that never was.
  package static func number(of text: String) -> Double? {
    let digits = Array(text.utf8)
    guard digits.count == 10 || digits.count == 19, digits[4] == 0x2D, digits[7] == 0x2D,
      let year = value(digits[0..<4]), let month = value(digits[5..<7]),
      let day = value(digits[8..<10]), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    let serial = Day.ordinal(year: year, month: month, day: day) - WorkbookSerial.origin
    guard serial > 60 else { return nil }
    guard digits.count == 19 else { return Double(serial) }
    guard let hour = value(digits[11..<13]), let minute = value(digits[14..<16]),
      let second = value(digits[17..<19])
    else { return nil }
    return Double(serial) + Double(hour * 3600 + minute * 60 + second) / 86_400
  }

  private static func value(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      ? digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
  }
}

/// The errors of formulas by the numbers that BIFF gives them (MS-XLS 2.5.10).
package enum WorkbookErrorCode {
  private static let texts: [UInt8: String] = [
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
    0x24: "#NUM!", 0x2A: "#N/A",
  ]

  /// The errors that came after BIFF and have no number there.
  private static let newer: Set<String> = [
    "#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!",
    "#BUSY!",
    "#EXTERNAL!", "#PYTHON!", "#TIMEOUT!",
  ]

  /// Whether a text is the name of an error.
  static func isError(_ text: String) -> Bool { newer.contains(text) || code(of: text) != nil }

  /// What Excel shows for an error.
  package static func text(of code: UInt8) -> String { texts[code] ?? "#ERR\(code)" }

  /// The number of an error; nil for a text that is none.
  package static func code(of text: String) -> UInt8? { texts.first { $0.value == text }?.key }
}
