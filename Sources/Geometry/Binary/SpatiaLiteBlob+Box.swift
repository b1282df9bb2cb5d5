extension SpatiaLiteBlob {
  /// The box that a geometry's bytes carry in their header, or nil where they are no geometry.
  ///
  /// The body is not looked at. Takes both byte orders and the short form of a point.
  public static func box(of bytes: UnsafeRawBufferPointer) -> Box? {
    guard bytes.count >= tinyPointByteCount, bytes[0] == 0 else { return nil }
    let isLittle = bytes[1] & 1 == 1
    func ordinate(_ offset: Int) -> Double {
      let bits = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      return Double(bitPattern: isLittle ? UInt64(littleEndian: bits) : UInt64(bigEndian: bits))
    }
    if bytes[1] & 0xFE == 0x80 {
      let (x, y) = (ordinate(7), ordinate(15))
      return Box(minX: x, minY: y, maxX: x, maxY: y)
    }
    guard bytes[1] <= 1, bytes.count >= 44, bytes[38] == 0x7C else { return nil }
    return Box(minX: ordinate(6), minY: ordinate(14), maxX: ordinate(22), maxY: ordinate(30))
  }
}
