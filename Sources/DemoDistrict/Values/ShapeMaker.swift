import Datasets
import DemoTruth
import Geometry

/// Makes geometries inside one grid, and the borders of units.
struct ShapeMaker {
  let region: Region
  let maker: PlaceMaker

  /// A point, the front of a building or its outline; where none stands, a small square.
  ///
  /// Buildings keep 6 m and more from the borders of their grid, with all their corners.
  func shape(_ type: GeometryType, at place: RowPlace) -> [UInt8] {
    let position = region.position(of: place)
    if type == .point { return WellKnownBinary.encode(maker.convert(position)) }
    let corners = corners(of: place, around: position).map(maker.convert)
    if type == .line { return Self.line(Array(corners.prefix(2))) }
    return WellKnownBinary.encode(MultiPolygon([Polygon(rings: [Ring(corners)])]))
  }

  private func corners(of place: RowPlace, around position: Coordinate) -> [Coordinate] {
    if let building = region.building(of: place) {
      return region.ground.buildings[building].outline.coordinates
    }
    // Two metres in each direction.
    let (x, y) = (0.000_02, 0.000_018)
    return [(-x, -y), (x, -y), (x, y), (-x, y)].map {
      Coordinate(x: position.x + $0.0, y: position.y + $0.1)
    }
  }

  /// The border of a whole unit.
  func border(of level: DivisionLevel, _ unit: Int) -> [UInt8] {
    let polygons = region.boundary(of: level, unit).polygons.map { polygon in
      Polygon(rings: polygon.rings.map { Ring($0.coordinates.map(maker.convert)) })
    }
    return WellKnownBinary.encode(MultiPolygon(polygons))
  }

  /// A LINESTRING in well-known binary.
  static func line(_ positions: [Coordinate]) -> [UInt8] {
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
