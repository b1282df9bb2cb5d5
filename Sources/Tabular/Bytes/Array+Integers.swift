extension Array where Element == UInt8 {
  /// Adds an integer with its lowest byte first.
  package mutating func appendLittle(_ value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }

  /// Adds an integer with its highest byte first.
  package mutating func appendBig(_ value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
  }

  /// Adds a number as IEEE 754 double precision, lowest byte first.
  package mutating func appendLittle(_ value: Double) { appendLittle(value.bitPattern) }
}
