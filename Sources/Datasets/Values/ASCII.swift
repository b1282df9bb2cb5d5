/// Letters of ASCII, the only ones whose case means nothing in a code.
enum ASCII {
  /// A letter as a capital, any other byte as it is.
  @inline(__always)
  static func upper(_ byte: UInt8) -> UInt8 { byte &- 97 < 26 ? byte &- 32 : byte }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
}

extension TextArena {
  /// A text made of bytes that are kept here.
  func text(_ bytes: some Collection<UInt8>) -> FieldValue {
    let copy = reserve(max(bytes.count, 1))
    for (index, byte) in bytes.enumerated() { copy[index] = byte }
    return .text(copy, count: bytes.count)
  }

  /// A text with its letters of ASCII as capitals.
  func upper(_ bytes: UnsafeBufferPointer<UInt8>) -> FieldValue {
    let copy = reserve(max(bytes.count, 1))
    for index in 0..<bytes.count { copy[index] = ASCII.upper(bytes[index]) }
    return .text(copy, count: bytes.count)
  }
}
