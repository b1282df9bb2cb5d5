/// A strict reader of JSON text (RFC 8259) that walks over the bytes and keeps
/// nothing but its place.
///
/// The bytes must be valid UTF-8. Every error names the line and the byte. Text that comes piece by
/// piece may end early: the error of what more text could put right is of kind `truncated`.
package struct JSONScanner {
  package let bytes: UnsafeBufferPointer<UInt8>
  let file: String
  /// The place of the next byte.
  package var offset: Int
  private var depth: Int
  /// A place whose line is known, from which the lines of later ones are counted.
  private var counted = (offset: 0, line: 1)

  /// Deeper nesting is refused: it is an attack, not data.
  package static let depthLimit = 200

  /// Begins at `offset`, inside of `depth` objects and arrays.
  package init(
    _ bytes: UnsafeBufferPointer<UInt8>, file: String, offset: Int = 0, depth: Int = 0
  ) {
    self.bytes = bytes
    self.file = file
    self.offset = offset
    self.depth = depth
  }

  func failure(_ fact: JSONFact, at place: Int? = nil) -> TabularError {
    let place = place ?? offset
    return TabularError(
      fact == .truncated ? .truncated : .malformed, path: file, offset: place,
      .json(fact, at: TextPlace(line: line(at: place), byte: place)))
  }

  func failure(_ fact: GeoJSONFact, at place: Int? = nil) -> TabularError {
    let kind: TabularError.Kind =
      switch fact {
      case .notGeoJSON, .noSuchGeometry, .tooManyProperties, .largeGeometry: .unsupported
      case .blank, .notUTF8, .notInEncoding, .moreText, .notAFeature, .noFeatures, .featuresTwice,
        .propertyTwice, .namelessCRS, .twoCRS, .incompleteGeometry, .shortRing, .openRing,
        .cellCount:
        .malformed
      }
    let place = place ?? offset
    return TabularError(
      kind, path: file, offset: place,
      .geoJSON(fact, at: TextPlace(line: line(at: place), byte: place)))
  }

  /// The physical line of a place, from 1.
  func line(at place: Int) -> Int {
    let known = place >= counted.offset ? counted : (offset: 0, line: 1)
    let end = max(known.offset, min(place, bytes.count))
    return known.line + bytes[known.offset..<end].count { $0 == 0x0A }
  }

  /// Counts the lines up to where the scanner is, once.
  mutating func countLines() -> Int {
    counted = (offset, line(at: offset))
    return counted.line
  }

  /// The text ends where more is needed: at its end, or in a text that begins at `place`.
  package func truncated(at place: Int? = nil) -> TabularError {
    failure(JSONFact.truncated, at: place ?? bytes.count)
  }

  /// Something else than what is needed comes next.
  package func unexpected(_ need: JSONFact.Need) -> TabularError {
    guard offset < bytes.count else { return truncated() }
    return failure(JSONFact.needs(need, found: bytes[offset]))
  }

  /// The next byte that is not white space, which is not consumed; nil at the end.
  @inlinable
  package mutating func peek() -> UInt8? {
    while offset < bytes.count {
      let byte = bytes[offset]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      offset += 1
    }
    return nil
  }

  /// Consumes `byte` if it comes next.
  @inlinable
  package mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    offset += 1
    return true
  }

  package mutating func expect(_ byte: UInt8, _ need: JSONFact.Need) throws {
    guard take(byte) else { throw unexpected(need) }
  }

  /// Reads an object; `member` gets each key and must consume the value.
  package mutating func object(_ member: (inout JSONScanner, String) throws -> Void) throws {
    try members { scanner in
      let key = try scanner.string()
      try scanner.expect(0x3A, .colon)
      try member(&scanner, key)
    }
  }

  /// Reads an object; `member` must consume each key, its colon and its value.
  private mutating func members(_ member: (inout JSONScanner) throws -> Void) throws {
    try expect(0x7B, .object)
    try enter()
    defer { depth -= 1 }
    if take(0x7D) { return }
    repeat {
      guard peek() == 0x22 else { throw unexpected(.key) }
      try member(&self)
    } while take(0x2C)
    try expect(0x7D, .commaOrBrace)
  }

  /// Reads an array; `element` must consume each value.
  package mutating func array(_ element: (inout JSONScanner) throws -> Void) throws {
    try expect(0x5B, .array)
    try enter()
    defer { depth -= 1 }
    if take(0x5D) { return }
    repeat { try element(&self) } while take(0x2C)
    try expect(0x5D, .commaOrBracket)
  }

  private mutating func enter() throws {
    depth += 1
    guard depth <= Self.depthLimit else {
      throw failure(JSONFact.tooDeep(limit: Self.depthLimit))
    }
  }

  /// Consumes a value of any type, checking it; what its texts and keys say is nobody's concern.
  package mutating func skipValue() throws {
    switch peek() {
    case 0x7B:
      try members { scanner in
        try scanner.skipText()
        try scanner.expect(0x3A, .colon)
        try scanner.skipValue()
      }
    case 0x5B: try array { try $0.skipValue() }
    case 0x22: try skipText()
    case 0x74: try literal("true")
    case 0x66: try literal("false")
    case 0x6E: try literal("null")
    default: _ = try numberRange()
    }
  }

  package mutating func literal(_ word: StaticString) throws {
    _ = peek()
    for index in 0..<word.utf8CodeUnitCount {
      guard offset + index < bytes.count else { throw truncated() }
      guard bytes[offset + index] == word.utf8Start[index] else {
        throw unexpected(.value)
      }
    }
    offset += word.utf8CodeUnitCount
  }

  package func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}
