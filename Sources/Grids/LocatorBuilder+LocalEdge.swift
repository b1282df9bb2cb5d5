import Geometry

extension LocatorBuilder.LocalEdge {
  /// Whether the edge meets a square, its borders included; exact.
  func meets(_ square: Box) -> Bool {
    if max(lower.x, upper.x) < square.minX || min(lower.x, upper.x) > square.maxX { return false }
    if upper.y < square.minY || lower.y > square.maxY { return false }
    // The two corners furthest to either side of the edge.
    let leans = upper.x >= lower.x
    let above = Coordinate(x: leans ? square.minX : square.maxX, y: square.maxY)
    let below = Coordinate(x: leans ? square.maxX : square.minX, y: square.minY)
    return Orientation.sign(from: lower, to: upper, of: above)
      * Orientation.sign(from: lower, to: upper, of: below) <= 0
  }

  /// Whether an edge that meets a square enters and leaves it, with no end inside or on its
  /// border: then every position of the square that lies on the edge's line lies on the edge.
  func runsThrough(_ square: Box) -> Bool {
    !square.contains(lower) && !square.contains(upper)
  }
}
