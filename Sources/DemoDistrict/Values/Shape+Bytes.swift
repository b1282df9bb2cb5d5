import Geometry

extension Shape {
  /// The same shape in another reference system.
  func converted(_ convert: (Coordinate) -> Coordinate) -> Shape {
    switch self {
    case .point(let position): .point(convert(position))
    case .lines(let lines): .lines(lines.map { $0.map(convert) })
    case .area(let area): .area(area.converted(convert))
    }
  }

  /// In well-known binary; of lines the first.
  var bytes: [UInt8] {
    switch self {
    case .point(let position): WellKnownBinary.encode(position)
    case .lines(let lines): Self.line(lines.first ?? [])
    case .area(let area): WellKnownBinary.encode(area)
    }
  }

  /// A LINESTRING in well-known binary.
  private static func line(_ positions: [Coordinate]) -> [UInt8] {
    var bytes: [UInt8] = [1]
    withUnsafeBytes(of: UInt32(2).littleEndian) { bytes += $0 }
    withUnsafeBytes(of: UInt32(positions.count).littleEndian) { bytes += $0 }
    for position in positions {
      withUnsafeBytes(of: position.x.bitPattern.littleEndian) { bytes += $0 }
      withUnsafeBytes(of: position.y.bitPattern.littleEndian) { bytes += $0 }
    }
    return bytes
  }
}

extension MultiPolygon {
  /// The same area in another reference system.
  fileprivate func converted(_ convert: (Coordinate) -> Coordinate) -> MultiPolygon {
    MultiPolygon(
      polygons.map { polygon in
        Polygon(rings: polygon.rings.map { Ring($0.coordinates.map(convert)) })
      })
  }
}
