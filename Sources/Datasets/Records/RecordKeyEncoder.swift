/// Encodes the parts of a key in the form that `RecordReader.keyHash` hashes, from values that are
/// in the store already.
///
/// It writes into memory of its own, over and over: an array would check its uniqueness, room and
/// bounds for each of the three parts of a value, which takes longer than the hash.
package struct RecordKeyEncoder: ~Copyable {
  private var count = 0
  private var room = 4_096
  private var start = UnsafeMutableRawPointer.allocate(byteCount: 4_096, alignment: 8)

  package init() {}

  deinit { start.deallocate() }

  package mutating func begin() { count = 0 }

  package mutating func append(_ value: Int64) { append(FieldValue.integer(value)) }

  package mutating func append(_ value: Double) { append(FieldValue.real(value)) }

  package mutating func append(_ value: String) {
    var value = value
    value.withUTF8 { append(text: $0) }
  }

  /// Appends a whole number or nothing.
  package mutating func append(_ value: Int64?) {
    if let value { append(value) } else { append(FieldValue.null) }
  }

  /// Appends a decimal number or nothing.
  package mutating func append(_ value: Double?) {
    if let value { append(value) } else { append(FieldValue.null) }
  }

  /// Appends a text or nothing.
  package mutating func append(_ value: String?) {
    if let value { append(value) } else { append(FieldValue.null) }
  }

  /// The hash of the key.
  package func hash() -> ValueHash {
    ValueHash(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Appends a value in a form that no two different values share.
  @inline(__always)
  mutating func append(_ value: FieldValue) {
    switch value.kind {
    case .null:
      reserve(1)
      append(value.kind)
    case .integer, .real:
      reserve(9)
      append(value.kind)
      start.storeBytes(of: value.bits.littleEndian, toByteOffset: count, as: UInt64.self)
      count &+= 8
    case .text: append(text: value.bytes)
    }
  }

  @inline(__always)
  private mutating func append(text: UnsafeBufferPointer<UInt8>) {
    reserve(5 &+ text.count)
    append(FieldValue.Kind.text)
    let size = Int32(truncatingIfNeeded: text.count)
    start.storeBytes(of: size.littleEndian, toByteOffset: count, as: Int32.self)
    if let base = text.baseAddress {
      (start + count + 4).copyMemory(from: base, byteCount: text.count)
    }
    count &+= 4 &+ text.count
  }

  @inline(__always)
  private mutating func append(_ kind: FieldValue.Kind) {
    start.storeBytes(of: kind.rawValue, toByteOffset: count, as: UInt8.self)
    count &+= 1
  }

  @inline(__always)
  private mutating func reserve(_ size: Int) {
    if room &- count < size { grow(size) }
  }

  private mutating func grow(_ size: Int) {
    room = max(2 * room, count + size)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: room, alignment: 8)
    larger.copyMemory(from: start, byteCount: count)
    start.deallocate()
    start = larger
  }
}
