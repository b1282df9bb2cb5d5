import Glibc

/// The escapes of strings in Office Open XML (ST_Xstring, ECMA-376 part 1, 22.9.2.19):
/// `_x000D_` is U+000D, `_x005F_` the underscore.
enum XLSXEscapes {
  /// A text in which nothing is taken for an escape that is none; NUL, which no XML can hold, is
  /// written as its escape.
  static func encoded(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "_") || $0 == 0 }) else { return text }
    return text.replacing(#/_x(?=[0-9A-Fa-f]{4}_)/#, with: "_x005F_x")
      .replacing("\0", with: "_x0000_")
  }

  /// Replaces the escapes in place.
  ///
  /// What XML text cannot be, U+0000 and halves of a pair, stays as it is written.
  ///
  /// - Returns: the new length.
  static func decode(_ bytes: UnsafeMutableBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress, memchr(base, Int32(UInt8(ascii: "_")), bytes.count) != nil
    else { return bytes.count }
    var length = 0
    var at = 0
    while at < bytes.count {
      if let (scalar, next) = escape(bytes, at) {
        // UTF-8 of one scalar is never longer than the seven or fourteen bytes of its escape.
        for byte in Unicode.UTF8.encode(scalar) ?? .init() {
          bytes[length] = byte
          length += 1
        }
        at = next
      } else {
        bytes[length] = bytes[at]
        length += 1
        at += 1
      }
    }
    return length
  }

  private static func escape(
    _ bytes: UnsafeMutableBufferPointer<UInt8>, _ at: Int
  ) -> (Unicode.Scalar, Int)? {
    guard let unit = unit(bytes, at), unit != 0 else { return nil }
    if let scalar = Unicode.Scalar(UInt32(unit)) { return (scalar, at + 7) }
    guard UTF16.isLeadSurrogate(unit), let trail = self.unit(bytes, at + 7),
      UTF16.isTrailSurrogate(trail)
    else { return nil }
    let high = UInt32(unit) - 0xD800
    let scalar = Unicode.Scalar(0x10000 + high << 10 + (UInt32(trail) - 0xDC00))
    return scalar.map { ($0, at + 14) }
  }

  /// The number of `_xHHHH_` at an offset.
  private static func unit(_ bytes: UnsafeMutableBufferPointer<UInt8>, _ at: Int) -> UInt16? {
    guard at + 7 <= bytes.count, bytes[at] == UInt8(ascii: "_"),
      bytes[at + 1] == UInt8(ascii: "x"), bytes[at + 6] == UInt8(ascii: "_")
    else { return nil }
    var value: UInt16 = 0
    for offset in at + 2..<at + 6 {
      guard let digit = digit(bytes[offset]) else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  private static func digit(_ byte: UInt8) -> UInt16? {
    switch byte {
    case 0x30...0x39: UInt16(byte - 0x30)
    case 0x41...0x46: UInt16(byte - 0x37)
    case 0x61...0x66: UInt16(byte - 0x57)
    default: nil
    }
  }
}

extension ByteBuffer {
  /// Replaces the escapes of Office Open XML from `start` on; see ``XLSXEscapes``.
  mutating func decodeEscapes(from start: Int) {
    let part = UnsafeMutableBufferPointer(start: base + start, count: count - start)
    cut(to: start + XLSXEscapes.decode(part))
  }
}
