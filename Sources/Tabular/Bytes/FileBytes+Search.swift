import Glibc

extension FileBytes {
  /// The offset of the first byte of a value; what was searched does not stay in memory.
  func firstOffset(of byte: UInt8) -> Int? {
    Self.firstOffset(of: byte, in: bytes) { release($0) }
  }

  /// In which line, counted from 1, the byte at `offset` lies.
  ///
  /// Right for every encoding in which a line feed is the byte 0x0A and nothing else is: all but
  /// UTF-16 and UTF-32.
  func line(at offset: Int) -> Int {
    var line = 1
    var start = 0
    while start < offset {
      let end = min(start + Self.searchWindow, offset)
      let part = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      var rest = part
      while let base = rest.baseAddress, let found = memchr(base, 0x0A, rest.count) {
        line += 1
        rest = UnsafeRawBufferPointer(
          rebasing: rest[(base.distance(to: UnsafeRawPointer(found)) + 1)...])
      }
      release(start..<end)
      start = end
    }
    return line
  }

  /// The offset of the first byte of a value in mapped bytes, giving back each part searched.
  static func firstOffset(
    of byte: UInt8, in bytes: UnsafeRawBufferPointer, release: (Range<Int>) -> Void
  ) -> Int? {
    for start in stride(from: 0, to: bytes.count, by: searchWindow) {
      let end = min(start + searchWindow, bytes.count)
      guard let base = bytes.baseAddress else { return nil }
      if let found = memchr(base + start, Int32(byte), end - start) {
        return base.distance(to: UnsafeRawPointer(found))
      }
      release(start..<end)
    }
    return nil
  }

  private static let searchWindow = 4 << 20
}
