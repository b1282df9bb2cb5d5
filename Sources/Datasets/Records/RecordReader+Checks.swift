extension RecordReader {
  /// Runs the named checks of a field on a text, and puts the form that is kept in its place.
  func check(
    _ rule: UnsafeMutablePointer<FieldRule>, _ value: inout FieldValue, _ arena: TextArena
  ) -> FaultSet {
    let text = value.bytes
    var faults: UInt64 = 0
    for index in 0..<rule.pointee.checks.count {
      let found = rule.pointee.checks[index].verify(text, &value, arena)
      faults |= found << rule.pointee.checks[index].shift
    }
    return FaultSet(rawValue: faults)
  }

  /// What is left to say of a text that a check or constraint refused: that a part of it is masked,
  /// and nothing else.
  static func isMasked(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.contains(UInt8(ascii: "*"))
  }
}
