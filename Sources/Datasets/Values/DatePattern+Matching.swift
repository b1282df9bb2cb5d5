extension DatePattern {
  /// What a text said.
  struct Moment {
    var year = 0
    var month = 1
    var day = 1
    var hour = 0
    var minute = 0
    var second = 0
    /// Where the digits of the fraction lie, and how many there are.
    var fraction: (start: Int, count: Int) = (0, 0)
    /// Minutes east of UTC, where the text says so.
    var zone: Int?
    var isAfternoon: Bool?

    var isValid: Bool {
      CalendarDate.isValid(year: year, month: month, day: day) && hour >= 0 && hour < 24
        && minute >= 0 && minute < 60 && second >= 0 && (second < 60 || second == 60 && mayLeap)
    }

    /// Whether a leap second may stand behind its minute: the last one of a day in UTC; of an hour,
    /// where the text does not say how far it is from UTC.
    private var mayLeap: Bool {
      zone.map { (hour * 60 + minute - $0 + 1) % 1_440 == 0 } ?? (minute == 59)
    }
  }

  /// The moment that a whole text means, or nil where it does not fit.
  func match(_ bytes: UnsafeBufferPointer<UInt8>) -> Moment? {
    var moment = Moment()
    var at = 0
    for (index, part) in parts.enumerated() {
      guard take(part, isTight[index], bytes, &at, &moment) else { return nil }
    }
    guard at == bytes.count else { return nil }
    if let isAfternoon = moment.isAfternoon {
      guard moment.hour >= 1, moment.hour <= 12 else { return nil }
      moment.hour = moment.hour % 12 + (isAfternoon ? 12 : 0)
    }
    return moment.isValid ? moment : nil
  }

  private func take(
    _ part: Part, _ isTight: Bool, _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int,
    _ moment: inout Moment
  ) -> Bool {
    switch part {
    case .literal(let byte):
      guard at < bytes.count, bytes[at] == byte || Self.isSmall(bytes[at], of: byte) else {
        return false
      }
      at += 1
      return true
    case .year: return number(bytes, &at, 4, exactly: true, &moment.year)
    case .shortYear:
      guard number(bytes, &at, 2, exactly: true, &moment.year) else { return false }
      moment.year += moment.year >= 69 ? 1900 : 2000
      return true
    case .month: return number(bytes, &at, 2, exactly: isTight, &moment.month)
    case .day: return number(bytes, &at, 2, exactly: isTight, &moment.day)
    case .hour, .hour12: return number(bytes, &at, 2, exactly: isTight, &moment.hour)
    case .minute: return number(bytes, &at, 2, exactly: isTight, &moment.minute)
    case .second: return number(bytes, &at, 2, exactly: isTight, &moment.second)
    case .fraction:
      let start = at
      while at < bytes.count, bytes[at] &- 48 < 10 { at += 1 }
      moment.fraction = (start, at - start)
      return at > start && at - start <= 9
    case .half: return half(bytes, &at, &moment)
    case .zone: return zone(bytes, &at, &moment)
    case .monthName: return monthName(bytes, &at, &moment)
    }
  }

  /// Whether a byte is the T between day and time, or the Z of UTC, written small (RFC 3339, 5.6).
  private static func isSmall(_ byte: UInt8, of letter: UInt8) -> Bool {
    letter == UInt8(ascii: "T") && byte == UInt8(ascii: "t")
      || letter == UInt8(ascii: "Z") && byte == UInt8(ascii: "z")
  }

  private func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ width: Int, exactly: Bool = false,
    _ value: inout Int
  ) -> Bool {
    let start = at
    value = 0
    while at < bytes.count, at - start < width, bytes[at] &- 48 < 10 {
      value = value * 10 + Int(bytes[at] &- 48)
      at += 1
    }
    return exactly ? at - start == width : at > start
  }

  private func half(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ moment: inout Moment
  ) -> Bool {
    guard at + 2 <= bytes.count, ASCII.upper(bytes[at + 1]) == UInt8(ascii: "M") else {
      return false
    }
    let letter = ASCII.upper(bytes[at])
    guard letter == UInt8(ascii: "A") || letter == UInt8(ascii: "P") else { return false }
    moment.isAfternoon = letter == UInt8(ascii: "P")
    at += 2
    return true
  }

  private func zone(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ moment: inout Moment
  ) -> Bool {
    guard at < bytes.count else { return false }
    let sign = bytes[at]
    at += 1
    if sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") {
      moment.zone = 0
      return true
    }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return false }
    var hours = 0
    var minutes = 0
    guard number(bytes, &at, 2, exactly: true, &hours) else { return false }
    if at < bytes.count, bytes[at] == UInt8(ascii: ":") { at += 1 }
    if at < bytes.count, !number(bytes, &at, 2, exactly: true, &minutes) { return false }
    guard hours < 24, minutes < 60 else { return false }
    moment.zone = (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
    return true
  }

  private func monthName(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ moment: inout Moment
  ) -> Bool {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    var end = at
    while end < bytes.count, ASCII.upper(bytes[end]) &- 65 < 26 { end += 1 }
    let word = String(decoding: bytes[at..<end], as: UTF8.self).lowercased()
    guard word.count >= 3, let index = names.firstIndex(where: { $0.hasPrefix(word) }) else {
      return false
    }
    moment.month = index + 1
    at = end
    return true
  }
}
