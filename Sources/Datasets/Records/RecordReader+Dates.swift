import Tabular

extension RecordReader {
  /// Reads a day by the first pattern that fits; what stands for no value gives null and a remark.
  func convertDate(
    _ bytes: UnsafeBufferPointer<UInt8>, _ rule: UnsafeMutablePointer<FieldRule>,
    _ value: inout FieldValue, _ arena: TextArena
  ) -> FaultSet {
    let patterns = rule.pointee.patterns
    if patterns.isEmpty {
      guard CalendarDate.isISO(bytes), let start = bytes.baseAddress else {
        return Self.dateFault(bytes, rule) ?? .typeDate
      }
      if rule.pointee.sentinels.contains(bytes) { return .dateSentinel }
      value = .text(start, count: 10)
      return []
    }
    for pattern in patterns {
      guard let moment = pattern.match(bytes) else { continue }
      let text = arena.reserve(10)
      Self.writeDay(moment, text)
      if Self.isSentinel(text, rule) { return .dateSentinel }
      value = .text(text, count: 10)
      return []
    }
    return Self.dateFault(bytes, rule) ?? .typeDate
  }

  private static func isSentinel(
    _ day: UnsafeMutablePointer<UInt8>, _ rule: UnsafeMutablePointer<FieldRule>
  ) -> Bool {
    rule.pointee.sentinels.contains(UnsafeBufferPointer(start: UnsafePointer(day), count: 10))
  }

  /// What a text is that is no date of the patterns: one that means no value, or the day number of
  /// a spreadsheet, which nothing converts: the file does not say from which day it counts.
  private static func dateFault(
    _ bytes: UnsafeBufferPointer<UInt8>, _ rule: UnsafeMutablePointer<FieldRule>
  ) -> FaultSet? {
    if rule.pointee.sentinels.contains(bytes) { return .dateSentinel }
    guard bytes.count >= 5, bytes[0] &- 48 < 10,
      let number = DecimalReader.number(bytes, decimal: UInt8(ascii: "."), group: 0)
    else { return nil }
    return (20_000...60_000).contains(number) ? .dateSerial : nil
  }

  /// Reads a moment by the first of some patterns that fits, as `convertDate` does a day.
  func convertDateTime(
    _ bytes: UnsafeBufferPointer<UInt8>, _ patterns: [DatePattern],
    _ rule: UnsafeMutablePointer<FieldRule>, _ value: inout FieldValue, _ arena: TextArena
  ) -> FaultSet {
    for pattern in patterns {
      guard let moment = pattern.match(bytes) else { continue }
      let text = arena.reserve(36)
      var at = text
      Self.writeDay(moment, at)
      if Self.isSentinel(text, rule) { return .dateSentinel }
      at[10] = UInt8(ascii: "T")
      at += 11
      Self.write(moment.hour, 2, &at)
      Self.write(UInt8(ascii: ":"), &at)
      Self.write(moment.minute, 2, &at)
      Self.write(UInt8(ascii: ":"), &at)
      Self.write(moment.second, 2, &at)
      if moment.fraction.count > 0 {
        Self.write(UInt8(ascii: "."), &at)
        for index in 0..<moment.fraction.count {
          Self.write(bytes[moment.fraction.start + index], &at)
        }
      }
      if let zone = moment.zone { Self.write(zone: zone, &at) }
      value = .text(text, count: at - text)
      return []
    }
    return Self.dateFault(bytes, rule) ?? .typeDatetime
  }

  private static func writeDay(
    _ moment: DatePattern.Moment, _ text: UnsafeMutablePointer<UInt8>
  ) {
    var at = text
    write(moment.year, 4, &at)
    write(UInt8(ascii: "-"), &at)
    write(moment.month, 2, &at)
    write(UInt8(ascii: "-"), &at)
    write(moment.day, 2, &at)
  }

  private static func write(zone: Int, _ at: inout UnsafeMutablePointer<UInt8>) {
    guard zone != 0 else {
      write(UInt8(ascii: "Z"), &at)
      return
    }
    write(zone < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"), &at)
    write(abs(zone) / 60, 2, &at)
    write(UInt8(ascii: ":"), &at)
    write(abs(zone) % 60, 2, &at)
  }

  private static func write(_ byte: UInt8, _ at: inout UnsafeMutablePointer<UInt8>) {
    at[0] = byte
    at += 1
  }

  private static func write(
    _ number: Int, _ width: Int, _ at: inout UnsafeMutablePointer<UInt8>
  ) {
    var rest = number
    for place in stride(from: width - 1, through: 0, by: -1) {
      at[place] = UInt8(truncatingIfNeeded: 48 + rest % 10)
      rest /= 10
    }
    at += width
  }
}
