/// Well-known binary in the making, little-endian, with counts filled in afterwards.
struct WKBWriter {
  private(set) var bytes: [UInt8] = []

  /// The largest geometry that is read from a file, in bytes: 2 million positions.
  static let largest = 32 << 20

  mutating func begin(_ kind: WKBGeometry.Kind) {
    bytes.append(1)
    uint32(kind.rawValue)
  }

  mutating func uint32(_ value: UInt32) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func position(_ x: Double, _ y: Double) {
    withUnsafeBytes(of: x.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: y.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Leaves room for a count and answers where it is.
  mutating func reserveCount() -> Int {
    uint32(0)
    return bytes.count - 4
  }

  mutating func setCount(_ count: Int, at place: Int) {
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: count).littleEndian) { source in
      for index in 0..<4 { bytes[place + index] = source[index] }
    }
  }
}
