/// Geometry bytes as OGC Simple Features 06-103r4 section 8.2 lays them down.
///
/// Reading takes both byte orders, ISO codes (1003 = polygon with Z) and the
/// flags and SRID of PostGIS (EWKB); Z and M are dropped. Writing is
/// little-endian and two-dimensional.
///
/// ```swift
/// let bytes = WellKnownBinary.encode(Coordinate(longitude: 120.3, latitude: 30.4))
/// let point = try WellKnownBinary.decodePoint(bytes)
/// ```
public enum WellKnownBinary {
  /// The boundary in `bytes`: a multi-polygon, or a polygon as one of one part.
  ///
  /// Surfaces by the names for curved ones are read where all of their lines are straight.
  /// Throws `GeometryError` with the byte offset for damaged bytes, or for a
  /// geometry of another kind. An empty geometry gives no parts.
  public static func decodeMultiPolygon(_ bytes: [UInt8]) throws -> MultiPolygon {
    try bytes.withUnsafeBytes { try decodeMultiPolygon($0) }
  }

  /// The boundary in `bytes`, as ``decodeMultiPolygon(_:)`` for an array.
  public static func decodeMultiPolygon(
    _ bytes: UnsafeRawBufferPointer
  ) throws(GeometryError) -> MultiPolygon {
    var cursor = ByteCursor(bytes)
    let header = try Header(&cursor)
    let result: MultiPolygon
    switch header.kind {
    case .polygon:
      let polygon = try polygon(&cursor, dimensions: header.dimensions)
      result = MultiPolygon(polygon.rings.isEmpty ? [] : [polygon])
    case .multiPolygon, .multiSurface:
      result = MultiPolygon(try parts(&cursor, of: header.kind))
    case .curvePolygon:
      let polygon = try straightPolygon(&cursor)
      result = MultiPolygon(polygon.rings.isEmpty ? [] : [polygon])
    default:
      throw .unexpectedKind(found: header.kind, needed: [.polygon, .multiPolygon])
    }
    try requireEnd(cursor)
    return result
  }

  /// The position in `bytes`, which must be one point.
  ///
  /// An empty point (written as NaN) is refused as `GeometryError.notFinite`.
  public static func decodePoint(_ bytes: [UInt8]) throws -> Coordinate {
    try bytes.withUnsafeBytes { try decodePoint($0) }
  }

  /// The position in `bytes`, as ``decodePoint(_:)`` for an array.
  public static func decodePoint(
    _ bytes: UnsafeRawBufferPointer
  ) throws(GeometryError) -> Coordinate {
    var cursor = ByteCursor(bytes)
    let header = try Header(&cursor)
    guard header.kind == .point else {
      throw .unexpectedKind(found: header.kind, needed: [.point])
    }
    let x = try cursor.double()
    let y = try cursor.double()
    try cursor.skip(8 * (header.dimensions - 2))
    try requireEnd(cursor)
    return Coordinate(x: x, y: y)
  }

  /// The kind of geometry in `bytes`.
  public static func kind(of bytes: [UInt8]) throws -> GeometryKind {
    try bytes.withUnsafeBytes { bytes in
      var cursor = ByteCursor(bytes)
      return try Header(&cursor).kind
    }
  }

  /// The bytes of a boundary, always as a multi-polygon.
  public static func encode(_ boundary: MultiPolygon) -> [UInt8] {
    var writer = ByteWriter(reserving: 9 + 16 * boundary.vertexCount + 32)
    writer.byte(1)
    writer.uint32(6)
    writer.uint32(UInt32(boundary.polygons.count))
    for polygon in boundary.polygons {
      writer.byte(1)
      writer.uint32(3)
      writer.rings(of: polygon)
    }
    return writer.bytes
  }

  /// The 21 bytes of a point.
  public static func encode(_ point: Coordinate) -> [UInt8] {
    var writer = ByteWriter(reserving: 21)
    writer.byte(1)
    writer.uint32(1)
    writer.double(point.x)
    writer.double(point.y)
    return writer.bytes
  }
}

extension WellKnownBinary {
  /// Byte order, kind and number of ordinates at the head of every geometry.
  struct Header {
    let kind: GeometryKind
    let dimensions: Int

    init(_ cursor: inout ByteCursor) throws(GeometryError) {
      let start = cursor.offset
      switch try cursor.byte() {
      case 0: cursor.isLittleEndian = false
      case 1: cursor.isLittleEndian = true
      case let other:
        throw .malformed(offset: start, .byteOrder(other))
      }
      let code = try cursor.uint32()
      // EWKB marks Z, M and SRID in the top bits; ISO adds 1000, 2000 or 3000.
      let flags = code >> 29
      let iso = code & 0x1FFF_FFFF
      guard iso / 1000 <= 3, let kind = GeometryKind(rawValue: iso % 1000), kind != .geometry else {
        throw .malformed(offset: start + 1, .code(code))
      }
      self.kind = kind
      let hasZ = flags & 4 != 0 || iso / 1000 == 1 || iso / 1000 == 3
      let hasM = flags & 2 != 0 || iso / 1000 >= 2
      dimensions = 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0)
      if flags & 1 != 0 { try cursor.skip(4) }
    }
  }

  static func polygon(
    _ cursor: inout ByteCursor, dimensions: Int
  ) throws(GeometryError) -> Polygon {
    let count = try cursor.count(ofSize: 4)
    var rings: [Ring] = []
    rings.reserveCapacity(count)
    for _ in 0..<count { rings.append(try cursor.ring(dimensions: dimensions)) }
    return Polygon(rings: rings)
  }

  private static func parts(
    _ cursor: inout ByteCursor, of whole: GeometryKind
  ) throws(GeometryError) -> [Polygon] {
    let count = try cursor.count(ofSize: 9)
    let isLittleEndian = cursor.isLittleEndian
    var polygons: [Polygon] = []
    polygons.reserveCapacity(count)
    for _ in 0..<count {
      let start = cursor.offset
      let header = try Header(&cursor)
      let polygon: Polygon
      switch (header.kind, whole) {
      case (.polygon, _): polygon = try Self.polygon(&cursor, dimensions: header.dimensions)
      case (.curvePolygon, .multiSurface): polygon = try straightPolygon(&cursor)
      default: throw .malformed(offset: start, .part(header.kind, of: whole))
      }
      if !polygon.rings.isEmpty { polygons.append(polygon) }
      cursor.isLittleEndian = isLittleEndian
    }
    return polygons
  }

  static func requireEnd(_ cursor: ByteCursor) throws(GeometryError) {
    guard cursor.remaining == 0 else {
      throw .malformed(
        offset: cursor.offset, .surplus(bytes: cursor.remaining))
    }
  }
}
