/// Text for a buffer of C.
enum CText {
  /// Writes as many whole characters of UTF-8 as fit, and a zero byte after them.
  ///
  /// - Returns: the number of bytes of the whole text, without the zero byte.
  @discardableResult
  static func write(
    _ text: String, to buffer: UnsafeMutablePointer<CChar>?, size: Int
  ) -> Int32 {
    let bytes = Array(text.utf8)
    if let buffer, size > 0 {
      var end = min(bytes.count, size - 1)
      // A byte 10xxxxxx goes on with a character, which then does not fit whole.
      while end > 0, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      for place in 0..<end { buffer[place] = CChar(bitPattern: bytes[place]) }
      buffer[end] = 0
    }
    return Int32(clamping: bytes.count)
  }
}
