import Geometry

/// The path from the lower left corner of a square to a position in it, taken as `Locator` takes
/// positions: an infinitesimal step to the right and a still smaller one up.
///
/// It leads up along the left border of the square, then to the right; it meets only edges
/// that meet the square or its border.
struct BorderWalk {
  /// The lower left corner of the square.
  let corner: Coordinate
  /// The position.
  let point: Coordinate

  /// Whether the path crosses the edge from `a` up to `b` (an odd number of times), and whether
  /// the position lies on it.
  @inline(__always)
  func crosses(_ a: Coordinate, _ b: Coordinate) -> (isCrossed: Bool, isOn: Bool) {
    Self.crosses(
      a, b, from: corner, to: point,
      pointSide: Orientation.sign(from: a, to: b, of: point),
      turnSide: Orientation.sign(from: a, to: b, of: Coordinate(x: corner.x, y: point.y)),
      cornerSide: Orientation.sign(from: a, to: b, of: corner))
  }

  /// The same where it may be known on which side of the edge the position lies, the place where
  /// the path turns, and the corner.
  @inline(__always)
  static func crosses(
    _ a: Coordinate, _ b: Coordinate, from corner: Coordinate, to point: Coordinate,
    pointSide: @autoclosure () -> Int, turnSide: @autoclosure () -> Int,
    cornerSide: @autoclosure () -> Int
  ) -> (isCrossed: Bool, isOn: Bool) {
    let spansHeight = a.y <= point.y && point.y < b.y
    let side = spansHeight ? pointSide() : 1
    var isOn = side == 0
    if point.y == b.y {
      // The upper end, or a horizontal edge.
      isOn = a.y == b.y ? a.x <= point.x && point.x <= b.x : point.x == b.x
    }
    if min(a.x, b.x) > corner.x { return (side <= 0, isOn) }
    // Shifted as positions are, a place on the line of an edge lies right of it, or above it.
    let isRising = a.y < b.y
    let turn = turnSide()
    let isTurnRight = turn < 0 || (turn == 0 && isRising)
    var isCrossed = side <= 0 && !isTurnRight
    // An edge spans the left border half-open, its left end in.
    if max(a.x, b.x) > corner.x {
      let start = cornerSide()
      if (start < 0 || (start == 0 && isRising)) != isTurnRight { isCrossed.toggle() }
    }
    return (isCrossed, isOn)
  }
}
