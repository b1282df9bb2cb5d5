/// The geometry of a GeoPackage (OGC 12-128r18, section 2.1.3): a header before well-known binary.
package enum GeoPackageBlob {
  /// What a column holds.
  enum Content {
    /// No geometry, or an empty one.
    case none
    /// Well-known binary from this byte on.
    case wellKnownBinary(from: Int)
    /// Bytes that are no geometry.
    case invalid
  }

  /// Looks at the header.
  static func content(_ bytes: UnsafeRawBufferPointer) -> Content {
    let envelopes = [0, 32, 48, 48, 64]
    guard bytes.count >= 8, bytes.starts(with: [0x47, 0x50]) else { return .invalid }
    let flags = bytes[3]
    if flags & 0x10 != 0 { return .none }
    let kind = Int(flags >> 1 & 7)
    guard kind < envelopes.count, bytes.count > 8 + envelopes[kind] else { return .invalid }
    return .wellKnownBinary(from: 8 + envelopes[kind])
  }

  /// The bytes of a column, without an envelope.
  package static func encode(_ wellKnownBinary: [UInt8], srid: Int) -> [UInt8] {
    var bytes: [UInt8] = [0x47, 0x50, 0, 1]
    withUnsafeBytes(of: Int32(truncatingIfNeeded: srid).littleEndian) {
      bytes.append(contentsOf: $0)
    }
    return bytes + wellKnownBinary
  }
}
