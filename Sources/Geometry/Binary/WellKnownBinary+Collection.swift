extension WellKnownBinary {
  /// The surfaces in `bytes`: a polygon, several, or those of a collection, as repairs of polygons
  /// give them (`ST_MakeValid`); its points and lines, which have no area, are left out.
  ///
  /// - Throws: `GeometryError` as ``decodeMultiPolygon(_:)``; `unexpectedKind` for a collection
  ///   without a surface.
  public static func decodeSurfaces(
    _ bytes: UnsafeRawBufferPointer
  ) throws(GeometryError) -> MultiPolygon {
    var cursor = ByteCursor(bytes)
    let header = try Header(&cursor)
    guard header.kind == .geometryCollection else { return try decodeMultiPolygon(bytes) }
    var polygons: [Polygon] = []
    var hasSurface = false
    try members(&cursor, depth: 0, &polygons, &hasSurface)
    try requireEnd(cursor)
    guard hasSurface else {
      throw .unexpectedKind(found: .geometryCollection, needed: [.polygon, .multiPolygon])
    }
    return MultiPolygon(polygons)
  }

  /// The surfaces in `bytes`, as ``decodeSurfaces(_:)`` for an array.
  public static func decodeSurfaces(_ bytes: [UInt8]) throws -> MultiPolygon {
    try bytes.withUnsafeBytes { try decodeSurfaces($0) }
  }

  /// Collections in collections are not nested deeper than this by any program.
  private static let deepest = 8

  private static func members(
    _ cursor: inout ByteCursor, depth: Int, _ polygons: inout [Polygon], _ hasSurface: inout Bool
  ) throws(GeometryError) {
    let count = try cursor.count(ofSize: 5)
    let isLittleEndian = cursor.isLittleEndian
    for _ in 0..<count {
      let start = cursor.offset
      let member = try Header(&cursor)
      switch member.kind {
      case .polygon:
        hasSurface = true
        let polygon = try polygon(&cursor, dimensions: member.dimensions)
        if !polygon.rings.isEmpty { polygons.append(polygon) }
      case .curvePolygon:
        hasSurface = true
        let polygon = try straightPolygon(&cursor)
        if !polygon.rings.isEmpty { polygons.append(polygon) }
      case .point: try cursor.skip(8 * member.dimensions)
      case .lineString:
        let positions = try cursor.count(ofSize: 8 * member.dimensions)
        try cursor.skip(positions * 8 * member.dimensions)
      case .multiPoint, .multiLineString, .multiPolygon, .multiSurface, .geometryCollection:
        guard depth < deepest else {
          throw .malformed(offset: start, .part(member.kind, of: .geometryCollection))
        }
        hasSurface = hasSurface || member.kind == .multiPolygon || member.kind == .multiSurface
        try members(&cursor, depth: depth + 1, &polygons, &hasSurface)
      case let kind:
        throw .malformed(offset: start, .part(kind, of: .geometryCollection))
      }
      cursor.isLittleEndian = isLittleEndian
    }
  }
}
