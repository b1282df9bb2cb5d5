/// Writes bytes one after the other into memory that is known to be large enough.
package struct BytePen {
  /// Where the next byte goes.
  package var at: UnsafeMutablePointer<UInt8>

  /// Begins at `start`.
  @inlinable
  @inline(__always)
  package init(_ start: UnsafeMutablePointer<UInt8>) {
    at = start
  }

  /// Writes one byte.
  @inlinable
  @inline(__always)
  package mutating func write(_ byte: UInt8) {
    at.pointee = byte
    at += 1
  }

  /// Writes bytes.
  @inlinable
  @inline(__always)
  package mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    at.update(from: base, count: bytes.count)
    at += bytes.count
  }

  /// Writes a text.
  @inlinable
  @inline(__always)
  package mutating func write(_ text: StaticString) {
    at.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    at += text.utf8CodeUnitCount
  }
}
