extension WellKnownBinary {
  /// The shape in `bytes`: a point, a line or several, a polygon or several.
  ///
  /// - Returns: nil for an empty geometry.
  /// - Throws: `GeometryError` with the byte offset for damaged bytes; `unexpectedKind` for
  ///   collections, several points and arcs.
  public static func decodeShape(
    _ bytes: UnsafeRawBufferPointer
  ) throws(GeometryError) -> Shape? {
    var cursor = ByteCursor(bytes)
    switch try Header(&cursor).kind {
    case .point: return isEmptyPoint(bytes) ? nil : .point(try decodePoint(bytes))
    case .lineString, .multiLineString, .compoundCurve, .multiCurve:
      let lines = try decodeLines(bytes)
      return lines.isEmpty ? nil : .lines(lines)
    case .polygon, .multiPolygon, .curvePolygon, .multiSurface:
      let area = try decodeMultiPolygon(bytes)
      return area.polygons.isEmpty ? nil : .area(area)
    case let kind:
      throw .unexpectedKind(found: kind, needed: [.point, .lineString, .polygon])
    }
  }

  /// Whether a point is written as no numbers, which means that there is none.
  private static func isEmptyPoint(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var cursor = ByteCursor(bytes)
    guard (try? Header(&cursor)) != nil, let x = try? cursor.anyDouble(),
      let y = try? cursor.anyDouble()
    else { return false }
    return x.isNaN && y.isNaN
  }

  /// The lines in `bytes`: a line as one, or several; empty ones left out.
  ///
  /// - Throws: `GeometryError` as ``decodeShape(_:)``.
  public static func decodeLines(
    _ bytes: UnsafeRawBufferPointer
  ) throws(GeometryError) -> [[Coordinate]] {
    var cursor = ByteCursor(bytes)
    let header = try Header(&cursor)
    var lines: [[Coordinate]] = []
    switch header.kind {
    case .lineString: lines.append(try line(&cursor, dimensions: header.dimensions))
    case .compoundCurve: lines.append(try composedLine(&cursor))
    case .multiCurve:
      let count = try cursor.count(ofSize: 9)
      let isLittleEndian = cursor.isLittleEndian
      for _ in 0..<count {
        lines.append(try straightLine(&cursor, of: .multiCurve))
        cursor.isLittleEndian = isLittleEndian
      }
    case .multiLineString:
      let count = try cursor.count(ofSize: 9)
      let isLittleEndian = cursor.isLittleEndian
      for _ in 0..<count {
        let start = cursor.offset
        let member = try Header(&cursor)
        guard member.kind == .lineString else {
          throw .malformed(
            offset: start, .part(member.kind, of: .multiLineString))
        }
        lines.append(try line(&cursor, dimensions: member.dimensions))
        cursor.isLittleEndian = isLittleEndian
      }
    default:
      throw .unexpectedKind(found: header.kind, needed: [.lineString])
    }
    try requireEnd(cursor)
    return lines.filter { !$0.isEmpty }
  }

  static func line(
    _ cursor: inout ByteCursor, dimensions: Int
  ) throws(GeometryError) -> [Coordinate] {
    let count = try cursor.count(ofSize: 8 * dimensions)
    var line: [Coordinate] = []
    line.reserveCapacity(count)
    for _ in 0..<count {
      let x = try cursor.double()
      let y = try cursor.double()
      line.append(Coordinate(x: x, y: y))
      try cursor.skip(8 * (dimensions - 2))
    }
    return line
  }
}
