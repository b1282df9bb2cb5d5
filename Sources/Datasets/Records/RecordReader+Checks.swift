extension RecordReader {
  /// Runs the named checks of a field on a text, and puts the form that is kept in its place.
  func check(
    _ rule: UnsafeMutablePointer<FieldRule>, _ value: inout FieldValue, _ arena: TextArena
  ) -> FaultSet {
    let checks = rule.pointee.checks
    let bytes = value.bytes
    var faults: FaultSet = []
    if checks.contains(.residentID) {
      faults.formUnion(PersonalCodes.residentFaults(bytes))
      if bytes.last == UInt8(ascii: "x") { Self.makeUpper(&value, arena) }
      if faults.contains(.residentIDLegacy) { PersonalCodes.modernize(&value, arena) }
    }
    if checks.contains(.mobile) { faults.formUnion(PersonalCodes.mobileFaults(bytes)) }
    if checks.contains(.creditCode) {
      let found = PersonalCodes.creditFaults(bytes)
      if found.isEmpty, !OrganisationCodes.isEmbeddedCodeRight(bytes) {
        faults.insert(.organisationCodeEmbedded)
      }
      faults.formUnion(found)
      if bytes.contains(where: { $0 &- 97 < 26 }) { Self.makeUpper(&value, arena) }
    }
    if !checks.isDisjoint(with: .rare) { faults.formUnion(checkRarely(checks, &value, arena)) }
    return faults
  }

  private func checkRarely(
    _ checks: CheckSet, _ value: inout FieldValue, _ arena: TextArena
  ) -> FaultSet {
    let bytes = value.bytes
    var faults: FaultSet = []
    if checks.contains(.registrationNumber) {
      faults.formUnion(OrganisationCodes.registrationFaults(bytes))
    }
    if checks.contains(.phone) { faults.formUnion(PhoneNumber.faults(bytes)) }
    if checks.contains(.divisionCode) { faults.formUnion(DivisionCode.faults(bytes)) }
    if checks.contains(.organisationCode) {
      let found = OrganisationCodes.organisationFaults(bytes)
      faults.formUnion(found)
      if found.isEmpty { Self.keepCompact(&value, without: UInt8(ascii: "-"), arena) }
    }
    if checks.contains(.plate) {
      Self.makeUpper(&value, arena)
      if let plate = NumberPlate.compact(value.bytes) {
        value = Self.copy(Array(plate.utf8), arena)
      } else {
        faults.insert(.plate)
      }
    }
    return faults
  }

  /// What is left to say of a text that a check or constraint refused: that a part of it is masked,
  /// and nothing else.
  static func isMasked(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.contains(UInt8(ascii: "*"))
  }

  static func makeUpper(_ value: inout FieldValue, _ arena: TextArena) {
    let bytes = value.bytes
    let copy = arena.reserve(max(bytes.count, 1))
    for index in 0..<bytes.count { copy[index] = PersonalCodes.upper(bytes[index]) }
    value = .text(copy, count: bytes.count)
  }

  /// Upper case, and without a byte.
  static func keepCompact(_ value: inout FieldValue, without byte: UInt8, _ arena: TextArena) {
    value = copy(value.bytes.filter { $0 != byte }.map(PersonalCodes.upper), arena)
  }

  static func copy(_ bytes: [UInt8], _ arena: TextArena) -> FieldValue {
    let copy = arena.reserve(max(bytes.count, 1))
    for index in 0..<bytes.count { copy[index] = bytes[index] }
    return .text(copy, count: bytes.count)
  }
}
