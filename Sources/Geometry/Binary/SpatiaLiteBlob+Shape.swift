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
