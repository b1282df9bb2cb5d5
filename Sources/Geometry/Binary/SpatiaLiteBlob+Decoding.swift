extension SpatiaLiteBlob {
  /// The boundary in `bytes`, a polygon or multi-polygon, and its SRID.
  ///
  /// Takes both byte orders, Z and M (dropped) and compressed rings, whose inner
  /// positions are single-precision steps. Throws `GeometryError` with the byte
  /// offset for damaged bytes, or for a geometry of another kind.
  public static func decodeMultiPolygon(
    _ bytes: [UInt8]
  ) throws -> (boundary: MultiPolygon, srid: Int32) {
    try bytes.withUnsafeBytes { try decodeMultiPolygon($0) }
  }

  /// The boundary in `bytes`, as ``decodeMultiPolygon(_:)`` for an array.
  public static func decodeMultiPolygon(
    _ bytes: UnsafeRawBufferPointer
  ) throws(GeometryError) -> (boundary: MultiPolygon, srid: Int32) {
    var cursor = ByteCursor(bytes)
    let srid = try header(&cursor, needed: "Polygon or MultiPolygon")
    let geometry = try Class(&cursor)
    var polygons: [Polygon] = []
    switch geometry.kind {
    case 3:
      polygons.append(try polygon(&cursor, geometry))
    case 6:
      for _ in 0..<(try cursor.count(ofSize: 9)) {
        let start = cursor.offset
        guard try cursor.byte() == 0x69 else {
          throw .malformed(offset: start, what: "a part does not begin with 69")
        }
        let part = try Class(&cursor)
        guard part.kind == 3 else {
          throw .malformed(
            offset: start + 1,
            what: "a part of a MultiPolygon is a \(WellKnownBinary.kindName(part.kind))")
        }
        polygons.append(try polygon(&cursor, part))
      }
    default:
      throw .unexpectedKind(
        found: WellKnownBinary.kindName(geometry.kind), needed: "Polygon or MultiPolygon")
    }
    try end(&cursor)
    return (MultiPolygon(polygons.filter { !$0.rings.isEmpty }), srid)
  }

  /// The position in `bytes`, a point in the standard or the short form, and its SRID.
  public static func decodePoint(
    _ bytes: [UInt8]
  ) throws -> (point: Coordinate, srid: Int32) {
    try bytes.withUnsafeBytes { try decodePoint($0) }
  }

  /// The position in `bytes`, as ``decodePoint(_:)`` for an array.
  public static func decodePoint(
    _ bytes: UnsafeRawBufferPointer
  ) throws(GeometryError) -> (point: Coordinate, srid: Int32) {
    var cursor = ByteCursor(bytes)
    if bytes.count >= 2, bytes[0] == 0, bytes[1] & 0xFE == 0x80 { return try tinyPoint(&cursor) }
    let srid = try header(&cursor, needed: "Point")
    let geometry = try Class(&cursor)
    guard geometry.kind == 1 else {
      throw .unexpectedKind(found: WellKnownBinary.kindName(geometry.kind), needed: "Point")
    }
    let x = try cursor.double()
    let y = try cursor.double()
    try cursor.skip(8 * (geometry.dimensions - 2))
    try end(&cursor)
    return (Coordinate(x: x, y: y), srid)
  }
}

extension SpatiaLiteBlob {
  /// The class number: kind, Z and M by 1000, 2000, 3000, compression by 1,000,000.
  private struct Class {
    let kind: UInt32
    let hasZ: Bool
    let hasM: Bool
    let isCompressed: Bool

    var dimensions: Int { 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0) }

    init(_ cursor: inout ByteCursor) throws(GeometryError) {
      let start = cursor.offset
      let code = try cursor.uint32()
      let flags = code / 1000 % 1000
      kind = code % 1000
      isCompressed = code / 1_000_000 == 1
      hasZ = flags == 1 || flags == 3
      hasM = flags >= 2
      guard code / 1_000_000 <= 1, flags <= 3, (1...7).contains(kind) else {
        throw .malformed(offset: start, what: "\(code) is no class of geometry")
      }
    }
  }

  private static func header(
    _ cursor: inout ByteCursor, needed: String
  ) throws(GeometryError) -> Int32 {
    guard try cursor.byte() == 0 else {
      throw .malformed(offset: 0, what: "a SpatiaLite geometry begins with 00")
    }
    switch try cursor.byte() {
    case 0: cursor.isLittleEndian = false
    case 1: cursor.isLittleEndian = true
    case 0x80, 0x81: throw .unexpectedKind(found: "Point", needed: needed)
    case let other: throw .malformed(offset: 1, what: "the byte order is \(other), neither 0 nor 1")
    }
    let srid = Int32(bitPattern: try cursor.uint32())
    try cursor.skip(32)
    guard try cursor.byte() == 0x7C else {
      throw .malformed(offset: 38, what: "the end of the box is not marked with 7C")
    }
    return srid
  }

  private static func end(_ cursor: inout ByteCursor) throws(GeometryError) {
    let start = cursor.offset
    guard try cursor.byte() == 0xFE, cursor.remaining == 0 else {
      throw .malformed(offset: start, what: "a SpatiaLite geometry ends with FE here")
    }
  }

  private static func tinyPoint(
    _ cursor: inout ByteCursor
  ) throws(GeometryError) -> (point: Coordinate, srid: Int32) {
    cursor.isLittleEndian = cursor.bytes[1] == 0x81
    try cursor.skip(2)
    let srid = Int32(bitPattern: try cursor.uint32())
    let kind = try cursor.byte()
    guard (1...4).contains(kind) else {
      throw .malformed(offset: 6, what: "\(kind) is no form of a short point")
    }
    let x = try cursor.double()
    let y = try cursor.double()
    try cursor.skip(kind == 1 ? 0 : kind == 4 ? 16 : 8)
    try end(&cursor)
    return (Coordinate(x: x, y: y), srid)
  }

  private static func polygon(
    _ cursor: inout ByteCursor, _ geometry: Class
  ) throws(GeometryError) -> Polygon {
    let count = try cursor.count(ofSize: 4)
    var rings: [Ring] = []
    rings.reserveCapacity(count)
    for _ in 0..<count {
      rings.append(
        geometry.isCompressed
          ? try compressedRing(&cursor, geometry)
          : try cursor.ring(dimensions: geometry.dimensions))
    }
    return Polygon(rings: rings)
  }

  /// First and last position in full, those between as single-precision steps
  /// from the one before; M is never compressed.
  private static func compressedRing(
    _ cursor: inout ByteCursor, _ geometry: Class
  ) throws(GeometryError) -> Ring {
    let start = cursor.offset
    let count = try cursor.count(ofSize: 8)
    var coordinates: [Coordinate] = []
    coordinates.reserveCapacity(count)
    for index in 0..<count {
      let isFull = index == 0 || index == count - 1
      if isFull {
        let x = try cursor.double()
        let y = try cursor.double()
        coordinates.append(Coordinate(x: x, y: y))
      } else {
        let last = coordinates[index - 1]
        let dx = try cursor.float()
        let dy = try cursor.float()
        coordinates.append(Coordinate(x: last.x + dx, y: last.y + dy))
      }
      if geometry.hasZ { try cursor.skip(isFull ? 8 : 4) }
      if geometry.hasM { try cursor.skip(8) }
    }
    guard coordinates.first == coordinates.last else {
      throw .malformed(offset: start, what: "the ring does not end where it begins")
    }
    return Ring(coordinates)
  }
}
