import Glibc

/// A run of bytes that grows in place where the system can.
struct ByteBuffer: ~Copyable {
  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int) {
    self.capacity = max(64, capacity)
    base = Self.memory(nil, self.capacity)
  }

  deinit { free(base) }

  /// The bytes; valid until the buffer changes.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  /// The number that the text is; nil where it is more or less than one.
  mutating func double() -> Double? {
    // `strtod` wants a NUL behind the text, which is not counted.
    reserve(1)
    base[count] = 0
    let text = UnsafeMutableRawPointer(base).assumingMemoryBound(to: CChar.self)
    var end: UnsafeMutablePointer<CChar>?
    let value = strtod(text, &end)
    guard let end, end > text, strspn(end, " \t\r\n") == strlen(end) else { return nil }
    return value
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress else { return }
    reserve(bytes.count)
    memcpy(base + count, source, bytes.count)
    count += bytes.count
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count += 1
  }

  /// Drops what is behind `length`.
  mutating func cut(to length: Int) { count = min(count, length) }

  /// Gives the bytes away, to be freed by `free`, and starts again.
  mutating func take() -> UnsafeMutableBufferPointer<UInt8> {
    let taken = UnsafeMutableBufferPointer(start: base, count: count)
    (count, capacity) = (0, 64)
    base = Self.memory(nil, 64)
    return taken
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    capacity = max(count + more, capacity + capacity / 2)
    base = Self.memory(base, capacity)
  }

  private static func memory(
    _ old: UnsafeMutablePointer<UInt8>?, _ size: Int
  ) -> UnsafeMutablePointer<UInt8> {
    // Large blocks are moved by the kernel's page tables, not copied.
    guard let found = realloc(old, size) else { fatalError("memory is exhausted") }
    return found.assumingMemoryBound(to: UInt8.self)
  }
}
