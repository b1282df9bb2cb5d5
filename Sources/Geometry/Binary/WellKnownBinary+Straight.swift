extension WellKnownBinary {
  /// The rings of a curve polygon, of which each is a geometry of its own.
  ///
  /// Programs write the kinds for curves also where a layer only might have some, and all of its lines
  /// are straight.
  ///
  /// - Throws: `unexpectedKind` with `circularString` where an arc is among them.
  static func straightPolygon(_ cursor: inout ByteCursor) throws(GeometryError) -> Polygon {
    let count = try cursor.count(ofSize: 9)
    let isLittleEndian = cursor.isLittleEndian
    var rings: [Ring] = []
    rings.reserveCapacity(count)
    for _ in 0..<count {
      let start = cursor.offset
      let line = try straightLine(&cursor, of: .curvePolygon)
      guard line.first == line.last else { throw .malformed(offset: start, .openRing) }
      rings.append(Ring(line))
      cursor.isLittleEndian = isLittleEndian
    }
    return Polygon(rings: rings)
  }

  /// A line with its header, or one that is composed of lines.
  ///
  /// - Throws: `unexpectedKind` with `circularString` for an arc.
  static func straightLine(
    _ cursor: inout ByteCursor, of whole: GeometryKind
  ) throws(GeometryError) -> [Coordinate] {
    let start = cursor.offset
    let header = try Header(&cursor)
    switch (header.kind, whole) {
    case (.lineString, _): return try line(&cursor, dimensions: header.dimensions)
    case (.compoundCurve, .curvePolygon), (.compoundCurve, .multiCurve):
      return try composedLine(&cursor)
    case (.circularString, _):
      throw .unexpectedKind(found: .circularString, needed: [.lineString])
    default: throw .malformed(offset: start, .part(header.kind, of: whole))
    }
  }

  /// The parts of a compound curve as one line: each begins where the one before it ends.
  static func composedLine(_ cursor: inout ByteCursor) throws(GeometryError) -> [Coordinate] {
    let count = try cursor.count(ofSize: 9)
    let isLittleEndian = cursor.isLittleEndian
    var line: [Coordinate] = []
    for _ in 0..<count {
      let part = try straightLine(&cursor, of: .compoundCurve)
      line += line.last == part.first ? part.dropFirst() : part[...]
      cursor.isLittleEndian = isLittleEndian
    }
    return line
  }
}
