/// Geometry bytes as SpatiaLite keeps them in its tables.
///
/// Writing them here avoids a call of `GeomFromText` or `MakePoint` a row. The
/// layout is that of the SpatiaLite documentation ("BLOB-Geometry",
/// gaia-gis.it): `00`, byte order, SRID, box, `7C`, class, body, `FE`.
public enum SpatiaLiteBlob {
  /// The number of bytes of a point in the standard form.
  public static let pointByteCount = 60

  /// The number of bytes of a point in the short form (TinyPoint, SpatiaLite 5).
  public static let tinyPointByteCount = 24

  /// Writes a point in the standard form into the first 60 bytes of `buffer`,
  /// without allocation.
  ///
  /// Meant for loading: reuse one buffer and bind it. `buffer` must have room
  /// for ``pointByteCount`` bytes and needs no alignment.
  public static func writePoint(
    _ point: Coordinate, srid: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) {
    precondition(buffer.count >= pointByteCount, "a point needs 60 bytes, not \(buffer.count)")
    let x = point.x.bitPattern.littleEndian
    let y = point.y.bitPattern.littleEndian
    buffer[0] = 0
    buffer[1] = 1
    buffer.storeBytes(of: srid.littleEndian, toByteOffset: 2, as: Int32.self)
    buffer.storeBytes(of: x, toByteOffset: 6, as: UInt64.self)
    buffer.storeBytes(of: y, toByteOffset: 14, as: UInt64.self)
    buffer.storeBytes(of: x, toByteOffset: 22, as: UInt64.self)
    buffer.storeBytes(of: y, toByteOffset: 30, as: UInt64.self)
    buffer[38] = 0x7C
    buffer.storeBytes(of: Int32(1).littleEndian, toByteOffset: 39, as: Int32.self)
    buffer.storeBytes(of: x, toByteOffset: 43, as: UInt64.self)
    buffer.storeBytes(of: y, toByteOffset: 51, as: UInt64.self)
    buffer[59] = 0xFE
  }

  /// Writes a point in the short form into the first 24 bytes of `buffer`.
  ///
  /// Only SpatiaLite 5 and later read it; QGIS and GDAL may not.
  public static func writeTinyPoint(
    _ point: Coordinate, srid: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) {
    precondition(buffer.count >= tinyPointByteCount, "a point needs 24 bytes, not \(buffer.count)")
    buffer[0] = 0
    buffer[1] = 0x81
    buffer.storeBytes(of: srid.littleEndian, toByteOffset: 2, as: Int32.self)
    buffer[6] = 1
    buffer.storeBytes(of: point.x.bitPattern.littleEndian, toByteOffset: 7, as: UInt64.self)
    buffer.storeBytes(of: point.y.bitPattern.littleEndian, toByteOffset: 15, as: UInt64.self)
    buffer[23] = 0xFE
  }

  /// The 60 bytes of a point in the standard form.
  public static func encode(_ point: Coordinate, srid: Int32) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: pointByteCount) { buffer, count in
      writePoint(point, srid: srid, into: UnsafeMutableRawBufferPointer(buffer))
      count = pointByteCount
    }
  }

  /// The 24 bytes of a point in the short form.
  public static func encodeTiny(_ point: Coordinate, srid: Int32) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: tinyPointByteCount) { buffer, count in
      writeTinyPoint(point, srid: srid, into: UnsafeMutableRawBufferPointer(buffer))
      count = tinyPointByteCount
    }
  }

  /// The bytes of a boundary, always as a multi-polygon, with its box.
  public static func encode(_ boundary: MultiPolygon, srid: Int32) -> [UInt8] {
    var writer = ByteWriter(reserving: 60 + 16 * boundary.vertexCount + 32)
    writer.head(srid: srid, box: boundary.box)
    writer.uint32(6)
    writer.uint32(UInt32(boundary.polygons.count))
    for polygon in boundary.polygons {
      writer.byte(0x69)
      writer.uint32(3)
      writer.rings(of: polygon)
    }
    writer.byte(0xFE)
    return writer.bytes
  }
}
