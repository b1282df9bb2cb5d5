/// Full-width forms of ASCII and wide spaces, as Chinese input methods make them.
enum TextWidth {
  /// Writes a text with full-width letters, digits and signs (U+FF01…FF5E) as those of ASCII and
  /// the ideographic and no-break space as a space.
  ///
  /// - Parameter target: room for as many bytes as the text has.
  /// - Returns: the number of bytes written.
  static func narrow(
    _ bytes: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var length = 0
    var at = 0
    while at < bytes.count {
      let (byte, width) = form(bytes, at)
      target[length] = byte
      length += 1
      at += width
    }
    return length
  }

  /// Whether a text has a byte beyond ASCII, so that narrowing it may change it.
  static func isWide(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.contains { $0 >= 0x80 }
  }

  /// The byte that stands for what is at an index, and how many bytes that is.
  private static func form(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int
  ) -> (byte: UInt8, width: Int) {
    let first = bytes[at]
    if first == 0xC2, at + 1 < bytes.count, bytes[at + 1] == 0xA0 { return (0x20, 2) }
    guard at + 2 < bytes.count else { return (first, 1) }
    let (second, third) = (bytes[at + 1], bytes[at + 2])
    switch (first, second) {
    case (0xE3, 0x80) where third == 0x80: return (0x20, 3)
    case (0xEF, 0xBC) where third >= 0x81: return (third &- 0x60, 3)
    case (0xEF, 0xBD) where third <= 0x9E: return (third &- 0x20, 3)
    default: return (first, 1)
    }
  }
}
