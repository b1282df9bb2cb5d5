extension JSONScanner {
  /// Reads a text with its escapes.
  package mutating func string() throws -> String {
    try expect(0x22, .text)
    let start = offset
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == 0x22 {
        offset += 1
        return text(start..<offset - 1)
      }
      if byte == 0x5C { return try escapedString(from: start) }
      guard byte >= 0x20 else {
        throw failure(JSONFact.controlCharacter(byte))
      }
      offset += 1
    }
    throw truncated(at: start)
  }

  /// Consumes a text and answers where its content is, and whether there are escapes in it.
  package mutating func stringRange() throws -> (range: Range<Int>, hasEscapes: Bool) {
    try expect(0x22, .text)
    let start = offset
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == 0x22 {
        offset += 1
        return (start..<offset - 1, false)
      }
      guard byte != 0x5C, byte >= 0x20 else {
        offset = start - 1
        _ = try string()
        return (start..<offset - 1, true)
      }
      offset += 1
    }
    throw truncated(at: start)
  }

  /// Consumes a text whose content is nobody's concern: its form is checked, and it may say anything, NUL too.
  ///
  /// - Returns: where it stands, without its quotes, escapes as they are.
  @discardableResult
  package mutating func skipText() throws -> Range<Int> {
    try expect(0x22, .text)
    let start = offset
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case 0x22: return start..<offset - 1
      case 0x5C:
        if offset < bytes.count, bytes[offset] == 0x75 {
          offset += 1
          _ = try hexadecimal()
        } else {
          _ = try escape()
        }
      case ..<0x20: throw failure(JSONFact.controlCharacter(byte), at: offset - 1)
      default: break
      }
    }
    throw truncated(at: start)
  }

  private mutating func escapedString(from start: Int) throws -> String {
    var result = Array(bytes[start..<offset])
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case 0x22: return String(decoding: result, as: UTF8.self)
      case 0x5C: result.append(contentsOf: String(try escape()).utf8)
      case ..<0x20:
        throw failure(JSONFact.controlCharacter(byte), at: offset - 1)
      default: result.append(byte)
      }
    }
    throw truncated(at: start)
  }

  private mutating func escape() throws -> Character {
    guard offset < bytes.count else { throw truncated() }
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: return Character(Unicode.Scalar(byte))
    case 0x62: return "\u{08}"
    case 0x66: return "\u{0C}"
    case 0x6E: return "\n"
    case 0x72: return "\r"
    case 0x74: return "\t"
    case 0x75: return try unicodeEscape()
    default:
      throw failure(JSONFact.noSuchEscape, at: offset - 1)
    }
  }

  private mutating func unicodeEscape() throws -> Character {
    let start = offset - 2
    var value = try hexadecimal()
    if value & 0xFC00 == 0xD800, offset + 1 < bytes.count, bytes[offset] == 0x5C,
      bytes[offset + 1] == 0x75
    {
      offset += 2
      let low = try hexadecimal()
      if low & 0xFC00 == 0xDC00 { value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF }
    }
    // No text has one, and what comes behind it would be lost to many programs.
    guard value != 0 else { throw failure(JSONFact.nul, at: start) }
    guard let scalar = Unicode.Scalar(value) else {
      throw failure(JSONFact.halfPair, at: start)
    }
    return Character(scalar)
  }

  private mutating func hexadecimal() throws -> UInt32 {
    guard offset + 4 <= bytes.count else { throw truncated() }
    var value: UInt32 = 0
    for index in offset..<offset + 4 {
      guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else {
        throw failure(JSONFact.hexadecimalDigits, at: index)
      }
      value = value << 4 | UInt32(digit)
    }
    offset += 4
    return value
  }

  /// Consumes a number and answers where its digits are.
  mutating func numberRange() throws -> Range<Int> {
    _ = peek()
    let start = offset
    if offset < bytes.count, bytes[offset] == 0x2D { offset += 1 }
    if offset < bytes.count, bytes[offset] == 0x30 {
      offset += 1
    } else {
      try digits()
    }
    if offset < bytes.count, bytes[offset] == 0x2E {
      offset += 1
      try digits()
    }
    if offset < bytes.count, bytes[offset] | 0x20 == 0x65 {
      offset += 1
      if offset < bytes.count, bytes[offset] == 0x2B || bytes[offset] == 0x2D { offset += 1 }
      try digits()
    }
    return start..<offset
  }

  private mutating func digits() throws {
    let start = offset
    while offset < bytes.count, bytes[offset] &- 0x30 < 10 { offset += 1 }
    guard offset > start else { throw unexpected(.number) }
  }

  /// Reads a number, rounded to the nearest double.
  package mutating func number() throws -> Double {
    let range = try numberRange()
    guard let value = DecimalReader.value(UnsafeBufferPointer(rebasing: bytes[range])),
      value.isFinite
    else {
      throw failure(JSONFact.tooLarge(text(range)), at: range.lowerBound)
    }
    return value
  }

  /// Reads a value of any type as text: texts as they are, numbers and nested
  /// values as the file writes them, null as nil.
  mutating func valueText() throws -> String? {
    switch peek() {
    case 0x22: return try string()
    case 0x6E:
      try literal("null")
      return nil
    default:
      let start = offset
      try skipValue()
      return text(start..<offset)
    }
  }
}
