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
    if faults.isSubset(of: rule.pointee.remarks), rule.pointee.isUnique, !isNew(value, field: index)
    {
      faults.insert(.notUnique)
    }
    return faults
  }

  private func checkText(
    _ rule: UnsafeMutablePointer<FieldRule>, _ index: Int, _ value: inout FieldValue,
    _ arena: TextArena
  ) -> FaultSet {
    if rule.pointee.type != .string { return checkOrder(rule, value.bytes) }
    let given = value.bytes
    var faults = examine(rule, index, &value, arena)
    guard !faults.isEmpty, !rule.pointee.checks.isEmpty else { return faults }
    if TextWidth.isWide(given) {
      let narrow = arena.reserve(given.count)
      value = .text(narrow, count: TextWidth.narrow(given, to: narrow))
      faults = examine(rule, index, &value, arena)
    }
    // What is covered cannot be checked; all else that is wrong with it follows from that.
    return !faults.isEmpty && Self.isMasked(value.bytes) ? .masked : faults
  }

  /// Holds a text to the constraints, checks and codes of its field.
  private func examine(
    _ rule: UnsafeMutablePointer<FieldRule>, _ index: Int, _ value: inout FieldValue,
    _ arena: TextArena
  ) -> FaultSet {
    let bytes = value.bytes
    var faults: FaultSet = []
    if rule.pointee.minimumLength > 0 || rule.pointee.maximumLength < .max {
      let length = Self.characters(in: bytes)
      if length < rule.pointee.minimumLength { faults.insert(.minimumLength) }
      if length > rule.pointee.maximumLength { faults.insert(.maximumLength) }
    }
    if let allowed = rule.pointee.allowed, allowed.value(of: bytes) < 0 {
      faults.insert(.notAllowed)
    }
    if rule.pointee.hasPattern, !matchesPattern(bytes, field: index) { faults.insert(.pattern) }
    if !rule.pointee.checks.isEmpty { faults.formUnion(check(rule, &value, arena)) }
    if let codes = rule.pointee.codeIndex {
      faults.formUnion(convertCode(codes, rule, &value, arena))
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
}
