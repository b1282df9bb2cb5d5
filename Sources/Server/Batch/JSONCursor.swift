import Gewu

/// Walks through JSON text (RFC 8259) without building anything of it.
///
/// A batch is numbers by the hundred thousand; a general decoder would make
/// objects of them all first.
struct JSONCursor {
  /// Thrown where the text is not JSON, or not of the form expected.
  struct Malformed: Error {
    /// Where, in bytes from the start of the text.
    var offset: Int
    /// Whether the text ends where it needed more, so that more of it could put it right.
    var isShort: Bool
  }

  /// The most bytes that one element may have.
  static let longestElement = 1 << 20

  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var index: Int
  /// The end of the text.
  let end: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  var malformed: Malformed { Malformed(offset: index, isShort: index >= end) }

  /// Goes on at `place`.
  @inline(__always)
  mutating func move(to place: Int) { index = place }

  /// The next byte that is not white space; nil at the end.
  mutating func peek() -> UInt8? {
    while index < end {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return bytes[index]
      }
    }
    return nil
  }

  /// Steps over `byte` if it is next.
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    index += 1
    return true
  }

  /// Steps over `byte`, which must be next.
  mutating func expect(_ byte: UInt8) throws {
    guard take(byte) else { throw malformed }
  }

  /// Reads a number, a string that holds one, or `null`; nil for anything that is no number.
  mutating func number(depth: Int = 0) throws -> Double? {
    guard let first = peek() else { throw malformed }
    switch first {
    case 0x22:
      let range = try string()
      return DecimalText.value(UnsafeBufferPointer(rebasing: bytes[range]))
    case 0x2D, 0x30...0x39: return try plainNumber()
    default:
      try skipValue(depth: depth)
      return nil
    }
  }

  /// Reads a number that begins here.
  @inline(__always)
  mutating func plainNumber() throws -> Double {
    guard let base = bytes.baseAddress else { throw malformed }
    var at = base + index
    guard let value = DecimalText.read(&at, base + end) else {
      throw Malformed(offset: index, isShort: at >= base + end)
    }
    index = at - base
    return value
  }

  /// Steps over a string; gives what stands between its quotation marks, escapes as they are.
  mutating func string() throws -> Range<Int> {
    try expect(0x22)
    let start = index
    while index < end {
      switch bytes[index] {
      case 0x22:
        index += 1
        return start..<(index - 1)
      case 0x5C: index += 2
      case 0x00..<0x20: throw malformed
      default: index += 1
      }
    }
    throw Malformed(offset: start, isShort: true)
  }

  /// Steps over any value; nesting deeper than 64 is refused.
  mutating func skipValue(depth: Int = 0) throws {
    guard depth < 64, let first = peek() else { throw malformed }
    switch first {
    case 0x22: _ = try string()
    case 0x5B:
      try elements { cursor in try cursor.skipValue(depth: depth + 1) }
    case 0x7B:
      try members { cursor, _ in try cursor.skipValue(depth: depth + 1) }
    case 0x2D, 0x30...0x39: _ = try number()
    default: try skipWord()
    }
  }

  /// Calls `body` at each element of an array; it must step over it.
  mutating func elements(_ body: (inout JSONCursor) throws -> Void) throws {
    try expect(0x5B)
    if take(0x5D) { return }
    repeat { try body(&self) } while take(0x2C)
    try expect(0x5D)
  }

  /// Calls `body` at each member's value with the place of its name; it must step over it.
  mutating func members(_ body: (inout JSONCursor, Range<Int>) throws -> Void) throws {
    try expect(0x7B)
    if take(0x7D) { return }
    repeat {
      let name = try string()
      try expect(0x3A)
      try body(&self, name)
    } while take(0x2C)
    try expect(0x7D)
  }

  private mutating func skipWord() throws {
    for word in ["true", "false", "null"] as [StaticString] {
      let count = word.utf8CodeUnitCount
      guard index + count <= end else { continue }
      let matches = (0..<count).allSatisfy { bytes[index + $0] == (word.utf8Start + $0).pointee }
      if matches {
        index += count
        return
      }
    }
    // The beginning of a word at the end of the text may become one.
    throw Malformed(offset: index, isShort: end - index < 5)
  }
}
