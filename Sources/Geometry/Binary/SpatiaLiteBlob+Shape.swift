extension SpatiaLiteBlob {
  /// The bytes of a shape: a point, a multi-linestring or a multi-polygon, whatever the number of
  /// its parts, for SpatiaLite's columns have one type.
  public static func encode(_ shape: Shape, srid: Int32) -> [UInt8] {
    switch shape {
    case .point(let point): encode(point, srid: srid)
    case .area(let area): encode(area, srid: srid)
    case .lines(let lines): encode(lines, srid: srid)
    }
  }

  private static func encode(_ lines: [[Coordinate]], srid: Int32) -> [UInt8] {
    let count = lines.reduce(0) { $0 + $1.count }
    var writer = ByteWriter(reserving: 52 + 16 * count + 9 * lines.count)
    writer.head(srid: srid, box: Box(around: lines.flatMap { $0 }))
    writer.uint32(5)
    writer.uint32(UInt32(lines.count))
    for line in lines {
      writer.byte(0x69)
      writer.uint32(2)
      writer.uint32(UInt32(line.count))
      for position in line {
        writer.double(position.x)
        writer.double(position.y)
      }
    }
    writer.byte(0xFE)
    return writer.bytes
  }
}

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
