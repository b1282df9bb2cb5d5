import Tabular

extension RecordReader {
  /// Converts a text that is there to the field's type.
  @inline(__always)
  func convert(
    _ bytes: UnsafeBufferPointer<UInt8>, _ rule: UnsafeMutablePointer<FieldRule>,
    _ value: inout FieldValue, _ arena: TextArena
  ) -> FaultSet {
    if rule.pointee.isNarrowed, TextWidth.isWide(bytes) {
      return convertNarrowed(bytes, rule, &value, arena)
    }
    return convertPlain(bytes, rule, &value, arena)
  }

  @inline(__always)
  private func convertPlain(
    _ bytes: UnsafeBufferPointer<UInt8>, _ rule: UnsafeMutablePointer<FieldRule>,
    _ value: inout FieldValue, _ arena: TextArena
  ) -> FaultSet {
    switch rule.pointee.type {
    case .string:
      if bytes.count > 4, bytes[bytes.count &- 3] == UInt8(ascii: "+"), isDelimited,
        PlainNumber.hasLostDigits(bytes)
      {
        return .precisionLost
      }
      if rule.pointee.isNormalized { return normalize(bytes, rule, &value, arena) }
      value = FieldValue(
        kind: .text, bits: UInt64(UInt(bitPattern: bytes.baseAddress)),
        count: Int32(truncatingIfNeeded: bytes.count))
      return []
    case .integer:
      guard
        let integer = DecimalReader.integer(
          bytes, group: rule.pointee.group, size: rule.pointee.groupSize)
      else { return rule.pointee.isCoordinate ? .coordinateInvalid : .typeInteger }
      value = .integer(integer)
      return []
    case .number:
      guard
        let number = DecimalReader.number(
          bytes, decimal: rule.pointee.decimal, group: rule.pointee.group,
          size: rule.pointee.groupSize)
      else { return rule.pointee.isCoordinate ? .coordinateInvalid : .typeNumber }
      value = .real(number)
      return []
    case .date: return convertDate(bytes, rule, &value, arena)
    case .datetime:
      return convertDateTime(bytes, rule.pointee.patterns, rule, &value, arena)
    case .boolean:
      let known = rule.pointee.booleans?.value(of: bytes) ?? -1
      guard known >= 0 else { return .typeBoolean }
      value = .integer(Int64(known))
      return []
    }
  }

  /// Reads what is no text with its full-width digits and signs as those of ASCII; what then means
  /// "no value" is none.
  private func convertNarrowed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ rule: UnsafeMutablePointer<FieldRule>,
    _ value: inout FieldValue, _ arena: TextArena
  ) -> FaultSet {
    let target = arena.reserve(bytes.count)
    var count = TextWidth.narrow(bytes, to: target)
    var start = UnsafePointer(target)
    if rule.pointee.isTrimmed { Self.trim(&start, &count) }
    let narrow = UnsafeBufferPointer(start: start, count: count)
    if count == 0 || isMissing(narrow, rule) {
      value = .null
      return absent([], rule)
    }
    return convertPlain(narrow, rule, &value, arena)
  }

  /// Takes a text in the form that the manifest's `normalize` asks for.
  private func normalize(
    _ bytes: UnsafeBufferPointer<UInt8>, _ rule: UnsafeMutablePointer<FieldRule>,
    _ value: inout FieldValue, _ arena: TextArena
  ) -> FaultSet {
    let target = arena.reserve(max(bytes.count, 1))
    target.update(from: bytes.baseAddress ?? UnsafePointer(target), count: bytes.count)
    var count = bytes.count
    for step in rule.pointee.normalizations {
      let text = UnsafeBufferPointer(start: UnsafePointer(target), count: count)
      switch step {
      case .nfkc: count = TextWidth.narrow(text, to: target)
      case .upper: for index in 0..<count { target[index] = ASCII.upper(target[index]) }
      case .digits: count = Self.removeSeparators(text, to: target)
      }
    }
    var start = UnsafePointer(target)
    if rule.pointee.isTrimmed { Self.trim(&start, &count) }
    guard count > 0 else {
      value = .null
      return absent([], rule)
    }
    value = .text(start, count: count)
    return []
  }

  /// Takes spaces, hyphens and apostrophes out, and returns how many bytes are left.
  private static func removeSeparators(
    _ text: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var length = 0
    for byte in text where byte != 0x20 && byte != 0x2D && byte != 0x27 {
      target[length] = byte
      length += 1
    }
    return length
  }
}
