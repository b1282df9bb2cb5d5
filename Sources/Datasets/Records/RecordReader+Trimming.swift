extension RecordReader {
  /// Takes off both ends what nobody sees there: spaces, tabs and line ends, ideographic and no-break
  /// spaces, marks of width zero (U+200B, U+2060, U+FEFF).
  @inline(__always)
  static func trim(_ start: inout UnsafePointer<UInt8>, _ count: inout Int) {
    // Nothing to take off in nearly all cells: their ends are no space and no lead or trail byte
    // of one.
    while count > 0 {
      let first = start[0]
      if first == 0x20 || first &- 9 < 5 {
        start += 1
        count &-= 1
      } else if first >= 0xE2, count >= 3, isUnseen(start) {
        start += 3
        count &-= 3
      } else if first == 0xC2, count >= 2, start[1] == 0xA0 {
        start += 2
        count &-= 2
      } else {
        break
      }
    }
    while count > 0 {
      let last = start[count &- 1]
      if last == 0x20 || last &- 9 < 5 {
        count &-= 1
      } else if last >= 0x80, count >= 3, isUnseen(start + (count &- 3)) {
        count &-= 3
      } else if last == 0xA0, count >= 2, start[count &- 2] == 0xC2 {
        count &-= 2
      } else {
        break
      }
    }
  }

  /// Whether three bytes are an ideographic space or a mark of width zero.
  @inline(__always)
  private static func isUnseen(_ bytes: UnsafePointer<UInt8>) -> Bool {
    switch bytes[0] {
    case 0xE3: bytes[1] == 0x80 && bytes[2] == 0x80
    case 0xE2: bytes[1] == 0x80 && bytes[2] == 0x8B || bytes[1] == 0x81 && bytes[2] == 0xA0
    case 0xEF: bytes[1] == 0xBB && bytes[2] == 0xBF
    default: false
    }
  }

  /// Takes line ends and marks of width zero out of a part of a key: a cell that was broken by
  /// Alt+Enter names no other record.
  @inline(__always)
  func withoutUnseen(
    _ bytes: UnsafeBufferPointer<UInt8>, _ arena: TextArena
  ) -> UnsafeBufferPointer<UInt8> {
    var isPlain = true
    for byte in bytes where byte < 0x0E || byte == 0xE2 || byte == 0xEF { isPlain = false }
    return isPlain ? bytes : Self.cleaned(bytes, arena)
  }

  private static func cleaned(
    _ bytes: UnsafeBufferPointer<UInt8>, _ arena: TextArena
  ) -> UnsafeBufferPointer<UInt8> {
    guard let start = bytes.baseAddress else { return bytes }
    let target = arena.reserve(bytes.count)
    var (at, count) = (0, 0)
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0x0A || byte == 0x0D {
        at += 1
      } else if byte >= 0xE2, byte != 0xE3, at + 2 < bytes.count, isUnseen(start + at) {
        at += 3
      } else {
        target[count] = byte
        (at, count) = (at + 1, count + 1)
      }
    }
    return UnsafeBufferPointer(start: UnsafePointer(target), count: count)
  }
}
