import Dispatch
import Synchronization

/// Strict validation of UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above
/// U+10FFFF.
public enum UTF8Validation {
  /// The offset of the first byte that does not begin a valid sequence, or nil where all is valid.
  ///
  /// Linear; a window of ASCII costs next to nothing, and a large text is read in two halves at once.
  public static func firstInvalidOffset(in bytes: UnsafeRawBufferPointer) -> Int? {
    guard bytes.count >= smallestSplit else { return firstInvalid(in: bytes) }
    var middle = bytes.count / 2
    // A half begins with a byte that can begin a character.
    while middle < bytes.count, isTrail(bytes[middle]) { middle += 1 }
    let halves = [bytes[..<middle], bytes[middle...]]
    let found = Mutex<[Int?]>([nil, nil])
    // The bytes are read only, by both threads.
    nonisolated(unsafe) let shared = halves
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      let part = UnsafeRawBufferPointer(rebasing: shared[half])
      guard let offset = firstInvalid(in: part) else { return }
      found.withLock { $0[half] = shared[half].startIndex + offset }
    }
    return found.withLock { $0[0] ?? $0[1] }
  }

  /// From here on the second thread is worth waking.
  private static let smallestSplit = 4 << 20

  /// The first offset by windows: only one that is not valid is read byte by byte.
  static func firstInvalid(in bytes: UnsafeRawBufferPointer) -> Int? {
    var start = 0
    while start < bytes.count {
      var end = min(start + windowSize, bytes.count)
      while end < bytes.count, isTrail(bytes[end]), end - start < 2 * windowSize { end += 1 }
      let window = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      if !isASCII(window), !UTF8Automaton.shared.accepts(window),
        let offset = firstInvalidByByte(in: window)
      {
        return start + offset
      }
      start = end
    }
    return nil
  }

  private static let windowSize = 32 << 10

  private static func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var all = SIMD16<UInt8>.zero
    var at = 0
    while at &+ 16 <= bytes.count {
      all |= bytes.loadUnaligned(fromByteOffset: at, as: SIMD16<UInt8>.self)
      at &+= 16
    }
    var high = all.max() & 0x80
    while at < bytes.count {
      high |= bytes[at] & 0x80
      at &+= 1
    }
    return high == 0
  }

  static func firstInvalidByByte(in bytes: UnsafeRawBufferPointer) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let count = bytes.count
    var at = 0
    while at < count {
      if at &+ 8 <= count {
        let word = base.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        if word & 0x8080_8080_8080_8080 == 0 {
          at &+= 8
          continue
        }
        // Step over the ASCII bytes in front of the first other one.
        at &+= (word.littleEndian & 0x8080_8080_8080_8080).trailingZeroBitCount >> 3
      }
      let length = sequenceLength(base + at, available: count &- at)
      if length == 0 { return at }
      at &+= length
    }
    return nil
  }

  /// The length of the valid sequence that begins here, or 0.
  @inline(__always)
  private static func sequenceLength(_ start: UnsafeRawPointer, available: Int) -> Int {
    let p = start.assumingMemoryBound(to: UInt8.self)
    let lead = p[0]
    if lead < 0x80 { return 1 }
    if lead < 0xC2 { return 0 }
    if lead < 0xE0 {
      return available >= 2 && isTrail(p[1]) ? 2 : 0
    }
    if lead < 0xF0 {
      guard available >= 3, isTrail(p[1]), isTrail(p[2]) else { return 0 }
      if lead == 0xE0 && p[1] < 0xA0 { return 0 }
      if lead == 0xED && p[1] > 0x9F { return 0 }
      return 3
    }
    guard lead < 0xF5, available >= 4, isTrail(p[1]), isTrail(p[2]), isTrail(p[3]) else { return 0 }
    if lead == 0xF0 && p[1] < 0x90 { return 0 }
    if lead == 0xF4 && p[1] > 0x8F { return 0 }
    return 4
  }

  @inline(__always)
  static func isTrail(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
