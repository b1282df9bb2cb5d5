extension RecordReader {
  /// Puts the code in the place of what the file says: a code, a label, or both together.
  func convertCode(
    _ index: ByteTable, _ rule: UnsafeMutablePointer<FieldRule>, _ value: inout FieldValue,
    _ arena: TextArena
  ) -> FaultSet {
    var code = index.value(of: value.bytes)
    if code < 0 {
      let text = arena.reserve(value.bytes.count)
      let length = CodeTable.lenient(value.bytes, to: text)
      let lenient = UnsafeBufferPointer(start: UnsafePointer(text), count: length)
      code = index.value(of: lenient)
      if code < 0 {
        let (found, fault) = Self.pair(lenient, index)
        guard found >= 0 else { return fault }
        code = found
      }
    }
    value = arena.text(rule.pointee.codes[code])
    return []
  }

  /// Reads a code and its label that stand together: `1-男`, `01汉族`, `男(1)`.
  private static func pair(
    _ text: UnsafeBufferPointer<UInt8>, _ index: ByteTable
  ) -> (code: Int, fault: FaultSet) {
    for (first, second) in parts(text) {
      let found = (index.value(of: first), index.value(of: second))
      guard found.0 >= 0, found.1 >= 0 else { continue }
      return found.0 == found.1 ? (found.0, []) : (-1, .codeLabelMismatch)
    }
    return (-1, .codeUnknown)
  }

  private static func parts(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> [(UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>)] {
    let part = { (range: Range<Int>) in UnsafeBufferPointer(rebasing: text[range]) }
    var parts: [(UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>)] = []
    if text.last == UInt8(ascii: ")"), let open = text.lastIndex(of: UInt8(ascii: "(")) {
      parts.append((part(0..<open), part((open + 1)..<(text.count - 1))))
    }
    let codeEnd = text.firstIndex { !isAlphanumeric($0) } ?? text.count
    guard codeEnd > 0, codeEnd < text.count else { return parts }
    let isSeparated = Array("-_:/|.,".utf8).contains(text[codeEnd])
    let labelStart = isSeparated ? codeEnd + 1 : codeEnd
    guard labelStart < text.count else { return parts }
    parts.append((part(0..<codeEnd), part(labelStart..<text.count)))
    return parts
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 48 < 10 || byte &- 65 < 26 || byte &- 97 < 26
  }
}
