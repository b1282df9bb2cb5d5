extension RecordReader {
  /// Checks a value of the right type; a code is put in place of its label.
  func checkConstraints(
    _ rule: UnsafeMutablePointer<FieldRule>, _ index: Int, _ value: inout FieldValue,
    _ arena: TextArena
  ) -> FaultSet {
    var faults: FaultSet = []
    switch value.kind {
    case .integer:
      if value.integer < rule.pointee.minimumInteger { faults.insert(.minimum) }
      if value.integer > rule.pointee.maximumInteger { faults.insert(.maximum) }
    case .real:
      if value.real < rule.pointee.minimumNumber { faults.insert(.minimum) }
      if value.real > rule.pointee.maximumNumber { faults.insert(.maximum) }
    case .text:
      faults.formUnion(checkText(rule, index, &value, arena))
    case .null: return []
    }
    if faults.isEmpty, rule.pointee.isUnique, !isNew(value, field: index) {
      faults.insert(.notUnique)
    }
    return faults
  }

  private func checkText(
    _ rule: UnsafeMutablePointer<FieldRule>, _ index: Int, _ value: inout FieldValue,
    _ arena: TextArena
  ) -> FaultSet {
    let bytes = value.bytes
    var faults: FaultSet = []
    if rule.pointee.type != .string { return checkOrder(rule, bytes) }
    if rule.pointee.minimumLength > 0 || rule.pointee.maximumLength < .max {
      let length = Self.characters(in: bytes)
      if length < rule.pointee.minimumLength { faults.insert(.minimumLength) }
      if length > rule.pointee.maximumLength { faults.insert(.maximumLength) }
    }
    if let allowed = rule.pointee.allowed, allowed.value(of: bytes) < 0 {
      faults.insert(.notAllowed)
    }
    if !matchesPattern(bytes, field: index) { faults.insert(.pattern) }
    if rule.pointee.isResidentID {
      faults.formUnion(PersonalCodes.residentFaults(bytes))
      if bytes.last == UInt8(ascii: "x") { Self.makeUpper(&value, arena) }
    }
    if rule.pointee.isCreditCode {
      faults.formUnion(PersonalCodes.creditFaults(bytes))
      if bytes.contains(where: { $0 &- 97 < 26 }) { Self.makeUpper(&value, arena) }
    }
    if rule.pointee.isMobile { faults.formUnion(PersonalCodes.mobileFaults(bytes)) }
    if let codes = rule.pointee.codeIndex {
      let code = codes.value(of: bytes)
      if code < 0 {
        faults.insert(.codeUnknown)
      } else {
        value = Self.copy(rule.pointee.codes[code], arena)
      }
    }
    return faults
  }

  /// Compares a date or time with its bounds: their forms order as text does.
  private func checkOrder(
    _ rule: UnsafeMutablePointer<FieldRule>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> FaultSet {
    var faults: FaultSet = []
    if !rule.pointee.minimumText.isEmpty,
      bytes.lexicographicallyPrecedes(rule.pointee.minimumText)
    {
      faults.insert(.minimum)
    }
    if !rule.pointee.maximumText.isEmpty,
      rule.pointee.maximumText.lexicographicallyPrecedes(bytes)
    {
      faults.insert(.maximum)
    }
    return faults
  }

  private static func characters(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count &+= 1 }
    return count
  }

  private static func makeUpper(_ value: inout FieldValue, _ arena: TextArena) {
    let bytes = value.bytes
    let copy = arena.reserve(bytes.count)
    for index in 0..<bytes.count { copy[index] = PersonalCodes.upper(bytes[index]) }
    value = .text(copy, count: bytes.count)
  }

  private static func copy(_ bytes: [UInt8], _ arena: TextArena) -> FieldValue {
    let copy = arena.reserve(max(bytes.count, 1))
    for index in 0..<bytes.count { copy[index] = bytes[index] }
    return .text(copy, count: bytes.count)
  }
}
