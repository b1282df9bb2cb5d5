import Geometry

/// Which cell is the nearest to another one on the ground, from border to border.
struct NearestCells: Sendable {
  /// The outlines of the cells in WGS 84 degrees; empty for a cell without one.
  private let outlines: [[[Coordinate]]]

  /// Takes the boundaries of cells in WGS 84 degrees.
  init(_ boundaries: [MultiPolygon]) {
    outlines = boundaries.map { $0.polygons.flatMap { $0.rings.map(\.coordinates) } }
  }

  /// The nearest of the cells that `isMeant` lets through, of several equally near ones the first;
  /// nil where there is none.
  ///
  /// Measured in the plane that touches the middle of `cell`, which keeps the order of distances
  /// but for those that differ by less than the Earth bends in between.
  func nearest(to cell: Int, among isMeant: (Int) -> Bool) -> Int? {
    let box = Box(around: outlines[cell].joined())
    guard !box.isEmpty else { return nil }
    let plane = Plane(
      middle: Coordinate(x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2))
    let own = plane.outline(outlines[cell])
    let ownBox = Box(around: own.joined())
    var others: [(least: Double, cell: Int, outline: [[Coordinate]])] = []
    for other in outlines.indices where other != cell && isMeant(other) {
      let outline = plane.outline(outlines[other])
      let box = Box(around: outline.joined())
      if !box.isEmpty { others.append((ownBox.distance(to: box), other, outline)) }
    }
    others.sort { ($0.least, $0.cell) < ($1.least, $1.cell) }
    var best: (distance: Double, cell: Int)?
    for other in others {
      if let best, other.least > best.distance { break }
      let distance = min(
        Self.distance(from: own, to: other.outline), Self.distance(from: other.outline, to: own))
      if best.map({ (distance, other.cell) < $0 }) ?? true { best = (distance, other.cell) }
    }
    return best?.cell
  }

  /// The least distance of a corner of one outline from an edge of another.
  private static func distance(from one: [[Coordinate]], to other: [[Coordinate]]) -> Double {
    var least = Double.infinity
    for ring in other {
      for (start, end) in zip(ring, ring.dropFirst()) {
        for corner in one.joined() {
          least = min(least, distance(from: corner, start: start, end: end))
        }
      }
    }
    return least
  }

  private static func distance(
    from position: Coordinate, start: Coordinate, end: Coordinate
  ) -> Double {
    let (x, y) = (end.x - start.x, end.y - start.y)
    let length = x * x + y * y
    let share =
      length > 0
      ? min(1, max(0, ((position.x - start.x) * x + (position.y - start.y) * y) / length)) : 0
    let (dx, dy) = (position.x - start.x - share * x, position.y - start.y - share * y)
    return (dx * dx + dy * dy).squareRoot()
  }
}

/// A plane that touches the Earth in a position, in degrees of latitude.
private struct Plane {
  let middle: Coordinate

  func outline(_ rings: [[Coordinate]]) -> [[Coordinate]] {
    let narrowing = GroundScale.cosine(middle.y * .pi / 180)
    return rings.map { ring in
      ring.map { position in
        // The shorter way round the Earth.
        let x = (position.x - middle.x).remainder(dividingBy: 360)
        return Coordinate(x: x * narrowing, y: position.y - middle.y)
      }
    }
  }
}

extension Box {
  /// The distance between two boxes; 0 where they touch.
  fileprivate func distance(to other: Box) -> Double {
    let x = max(0, max(other.minX - maxX, minX - other.maxX))
    let y = max(0, max(other.minY - maxY, minY - other.maxY))
    return (x * x + y * y).squareRoot()
  }
}
