extension RecordReader {
  /// Converts a text that is there to the field's type.
  @inline(__always)
  func convert(
    _ bytes: UnsafeBufferPointer<UInt8>, _ rule: UnsafeMutablePointer<FieldRule>,
    _ value: inout FieldValue, _ arena: TextArena
  ) -> FaultSet {
    switch rule.pointee.type {
    case .string:
      value = FieldValue(
        kind: .text, bits: UInt64(UInt(bitPattern: bytes.baseAddress)),
        count: Int32(truncatingIfNeeded: bytes.count))
      return []
    case .integer:
      guard let integer = NumberParsing.integer(bytes, group: rule.pointee.group) else {
        return .typeInteger
      }
      value = .integer(integer)
      return []
    case .number:
      guard
        let number = NumberParsing.number(
          bytes, decimal: rule.pointee.decimal, group: rule.pointee.group)
      else { return rule.pointee.isCoordinate ? .coordinateInvalid : .typeNumber }
      value = .real(number)
      return []
    case .date: return convertDate(bytes, rule, &value, arena)
    case .datetime: return convertDateTime(bytes, rule, &value, arena)
    case .boolean:
      let known = rule.pointee.booleans?.value(of: bytes) ?? -1
      guard known >= 0 else { return .typeBoolean }
      value = .integer(Int64(known))
      return []
    }
  }

  private func convertDate(
    _ bytes: UnsafeBufferPointer<UInt8>, _ rule: UnsafeMutablePointer<FieldRule>,
    _ value: inout FieldValue, _ arena: TextArena
  ) -> FaultSet {
    let patterns = rule.pointee.patterns
    if patterns.isEmpty {
      guard CalendarDate.isISO(bytes), let start = bytes.baseAddress else { return .typeDate }
      value = .text(start, count: 10)
      return []
    }
    for pattern in patterns {
      guard let moment = pattern.match(bytes) else { continue }
      let text = arena.reserve(10)
      Self.writeDay(moment, text)
      value = .text(text, count: 10)
      return []
    }
    return .typeDate
  }

  private func convertDateTime(
    _ bytes: UnsafeBufferPointer<UInt8>, _ rule: UnsafeMutablePointer<FieldRule>,
    _ value: inout FieldValue, _ arena: TextArena
  ) -> FaultSet {
    for pattern in rule.pointee.patterns {
      guard let moment = pattern.match(bytes) else { continue }
      let text = arena.reserve(36)
      var at = text
      Self.writeDay(moment, at)
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
    return .typeDatetime
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
