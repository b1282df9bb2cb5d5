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

  func failure(at place: Int? = nil, _ what: String, chinese: String) -> TabularError {
    failure(.malformed, at: place, what, chinese: chinese)
  }

  func failure(
    _ kind: TabularError.Kind, at place: Int? = nil, _ what: String,
    chinese: String
  ) -> TabularError {
    let place = place ?? offset
    let line = line(at: place)
    return TabularError(
      kind, path: file, offset: place, message: "line \(line), byte \(place): \(what)",
      messageChinese: "第 \(line) 行，第 \(place) 字节：\(chinese)")
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
    failure(
      .truncated, at: place ?? bytes.count,
      "the file ends in the middle of a value; it is truncated",
      chinese: "文件在数据中间结束，内容不完整")
  }

  package func unexpected(_ needed: String, chinese: String) -> TabularError {
    guard offset < bytes.count else { return truncated() }
    let byte = bytes[offset]
    let found =
      byte > 0x20 && byte < 0x7F
      ? "'\(Character(Unicode.Scalar(byte)))'" : "byte \(String(byte, radix: 16, uppercase: true))"
    return failure("\(found) where \(needed) is needed", chinese: "此处应为\(chinese)，却是 \(found)")
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

  package mutating func expect(_ byte: UInt8, _ needed: String, chinese: String) throws {
    guard take(byte) else { throw unexpected(needed, chinese: chinese) }
  }

  /// Reads an object; `member` gets each key and must consume the value.
  package mutating func object(_ member: (inout JSONScanner, String) throws -> Void) throws {
    try expect(0x7B, "an object", chinese: "对象")
    try enter()
    defer { depth -= 1 }
    if take(0x7D) { return }
    repeat {
      guard peek() == 0x22 else { throw unexpected("a key in quotes", chinese: "带引号的键") }
      let key = try string()
      try expect(0x3A, "a colon", chinese: "冒号")
      try member(&self, key)
    } while take(0x2C)
    try expect(0x7D, "a comma or }", chinese: "逗号或 }")
  }

  /// Reads an array; `element` must consume each value.
  package mutating func array(_ element: (inout JSONScanner) throws -> Void) throws {
    try expect(0x5B, "an array", chinese: "数组")
    try enter()
    defer { depth -= 1 }
    if take(0x5D) { return }
    repeat { try element(&self) } while take(0x2C)
    try expect(0x5D, "a comma or ]", chinese: "逗号或 ]")
  }

  private mutating func enter() throws {
    depth += 1
    guard depth <= Self.depthLimit else {
      throw failure(
        "values are nested more than \(Self.depthLimit) deep", chinese: "嵌套超过 \(Self.depthLimit) 层")
    }
  }

  /// Consumes a value of any type, checking it.
  package mutating func skipValue() throws {
    switch peek() {
    case 0x7B: try object { scanner, _ in try scanner.skipValue() }
    case 0x5B: try array { try $0.skipValue() }
    case 0x22: _ = try stringRange()
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
        throw unexpected("a JSON value", chinese: "JSON 值")
      }
    }
    offset += word.utf8CodeUnitCount
  }

  package func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}
