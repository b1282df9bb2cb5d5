import Geometry

/// An edge with all that is asked of it while a square is worked on.
struct LocalEdge {
  var lower: Coordinate
  var upper: Coordinate
  /// The cell to its left, looking up along it; −1 where there is none.
  var left: Int32
  /// The cell to its right; −1 where there is none.
  var right: Int32
  /// Its number in the edge table.
  var number: Int32
  /// Whether a place beside it can belong to several cells.
  var isAmbiguous: Bool

  /// Whether the edge spans a height: its lower end in, its upper end out.
  func spans(_ y: Double) -> Bool { lower.y <= y && y < upper.y }

  /// The side of the edge on which a position lies: 1 left, −1 right, 0 on its line.
  func side(of point: Coordinate) -> Int { Orientation.sign(from: lower, to: upper, of: point) }

  /// Whether the edge meets a square, its borders included; exact.
  func meets(_ square: Box) -> Bool {
    if max(lower.x, upper.x) < square.minX || min(lower.x, upper.x) > square.maxX { return false }
    if upper.y < square.minY || lower.y > square.maxY { return false }
    // The two corners furthest to either side of the edge.
    let leans = upper.x >= lower.x
    let above = Coordinate(x: leans ? square.minX : square.maxX, y: square.maxY)
    let below = Coordinate(x: leans ? square.maxX : square.minX, y: square.minY)
    return side(of: above) * side(of: below) <= 0
  }
}
