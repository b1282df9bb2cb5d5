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
    let srid = try header(&cursor, needed: [.polygon, .multiPolygon])
    let geometry = try Class(&cursor)
    var polygons: [Polygon] = []
    switch geometry.kind {
    case .polygon:
      polygons.append(try polygon(&cursor, geometry))
    case .multiPolygon:
      for _ in 0..<(try cursor.count(ofSize: 9)) {
        let start = cursor.offset
        guard try cursor.byte() == 0x69 else {
          throw .malformed(offset: start, .missing(.part))
        }
        let part = try Class(&cursor)
        guard part.kind == .polygon else {
          throw .malformed(
            offset: start + 1,
            .part(part.kind, of: .multiPolygon))
        }
        polygons.append(try polygon(&cursor, part))
      }
    default:
      throw .unexpectedKind(
        found: geometry.kind, needed: [.polygon, .multiPolygon])
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
    let srid = try header(&cursor, needed: [.point])
    let geometry = try Class(&cursor)
    guard geometry.kind == .point else {
      throw .unexpectedKind(found: geometry.kind, needed: [.point])
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
    let kind: GeometryKind
    let hasZ: Bool
    let hasM: Bool
    let isCompressed: Bool

    var dimensions: Int { 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0) }

    init(_ cursor: inout ByteCursor) throws(GeometryError) {
      let start = cursor.offset
      let code = try cursor.uint32()
      let flags = code / 1000 % 1000
      isCompressed = code / 1_000_000 == 1
      hasZ = flags == 1 || flags == 3
      hasM = flags >= 2
      guard code / 1_000_000 <= 1, flags <= 3, (1...7).contains(code % 1000),
        let kind = GeometryKind(rawValue: code % 1000)
      else {
        throw .malformed(offset: start, .code(code))
      }
      self.kind = kind
    }
  }

  private static func header(
    _ cursor: inout ByteCursor, needed: [GeometryKind]
  ) throws(GeometryError) -> Int32 {
    guard try cursor.byte() == 0 else {
      throw .malformed(offset: 0, .missing(.start))
    }
    switch try cursor.byte() {
    case 0: cursor.isLittleEndian = false
    case 1: cursor.isLittleEndian = true
    case 0x80, 0x81: throw .unexpectedKind(found: .point, needed: needed)
    case let other: throw .malformed(offset: 1, .byteOrder(other))
    }
    let srid = Int32(bitPattern: try cursor.uint32())
    try cursor.skip(32)
    guard try cursor.byte() == 0x7C else {
      throw .malformed(offset: 38, .missing(.boxEnd))
    }
    return srid
  }

  private static func end(_ cursor: inout ByteCursor) throws(GeometryError) {
    let start = cursor.offset
    guard try cursor.byte() == 0xFE, cursor.remaining == 0 else {
      throw .malformed(offset: start, .missing(.end))
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
      throw .malformed(offset: 6, .shortPoint(kind))
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
      throw .malformed(offset: start, .openRing)
    }
    return Ring(coordinates)
  }
}
