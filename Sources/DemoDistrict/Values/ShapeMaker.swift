import Datasets
import DemoTruth
import Geometry

/// Makes geometries inside one grid, and the borders of units.
struct ShapeMaker {
  let ground: Ground
  let maker: PlaceMaker

  /// A point, a short line or a small area well inside the grid of a row.
  func shape(_ type: GeometryType, in subject: RowSubject, _ draw: inout Draw) -> [UInt8] {
    if type == .point { return WellKnownBinary.encode(maker.convert(subject.position)) }
    // Lines and areas keep to the middle of the grid, 60 m and more from its border.
    let cell = ground.cells[subject.cell]
    let middle = ground.lattice.position(
      cell.column, cell.row, 0.42 + 0.16 * draw.unit(), 0.42 + 0.16 * draw.unit())
    let width = 0.000_08 + 0.000_15 * draw.unit()
    let height = 0.000_06 + 0.000_15 * draw.unit()
    let corners = [(-1.0, -1.0), (1.0, -0.8), (0.9, 1.0), (-0.8, 0.9)].map { x, y in
      maker.convert(Coordinate(x: middle.x + x * width, y: middle.y + y * height))
    }
    if type == .line { return Self.line(corners) }
    return WellKnownBinary.encode(MultiPolygon([Polygon(rings: [Ring(corners)])]))
  }

  /// The border of a whole unit.
  func border(of level: DivisionLevel, _ unit: Int) -> [UInt8] {
    let rings = ground.rings(of: level, unit).map { ring in
      Ring(ring.map(maker.convert))
    }
    // Rings that run counter-clockwise are shells; the others are holes, of which there are none
    // unless a unit surrounds another.
    let shells = rings.filter { $0.signedArea > 0 }
    let holes = rings.filter { $0.signedArea < 0 }
    let polygons = shells.enumerated().map { index, shell in
      Polygon(rings: [shell] + (index == 0 ? holes : []))
    }
    return WellKnownBinary.encode(MultiPolygon(polygons))
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
