import Geometry

/// Positions of the metric plane as vectors.
extension Coordinate {
  static func + (a: Coordinate, b: Coordinate) -> Coordinate {
    Coordinate(x: a.x + b.x, y: a.y + b.y)
  }
  static func - (a: Coordinate, b: Coordinate) -> Coordinate {
    Coordinate(x: a.x - b.x, y: a.y - b.y)
  }
  static func * (a: Coordinate, factor: Double) -> Coordinate {
    Coordinate(x: a.x * factor, y: a.y * factor)
  }
  func dot(_ b: Coordinate) -> Double { x * b.x + y * b.y }
  /// Positive where the other points to the left.
  func cross(_ b: Coordinate) -> Double { x * b.y - y * b.x }
  var length: Double { (x * x + y * y).squareRoot() }
  /// The square of the distance to another position.
  func squareDistance(_ other: Coordinate) -> Double {
    (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
  }
  /// The same direction with length 1; east where there is none.
  var unit: Coordinate {
    let length = length
    return length > 0 ? self * (1 / length) : Coordinate(x: 1, y: 0)
  }
  /// A quarter turn to the left.
  var left: Coordinate { Coordinate(x: -y, y: x) }

  /// The direction that most of a ring's length follows, up to quarter turns: between -45 and 45
  /// degrees from east.
  ///
  /// The fourth powers of the sides as complex numbers are added up and the fourth root is taken by
  /// two square roots: no angles.
  static func grain(of ring: [Coordinate]) -> Coordinate {
    var sum = Coordinate(x: 0, y: 0)
    for index in ring.indices {
      let side = ring[(index + 1) % ring.count] - ring[index]
      let square = Coordinate(x: side.x * side.x - side.y * side.y, y: 2 * side.x * side.y)
      let size = max(square.length, 1e-9)
      sum =
        sum
        + Coordinate(x: square.x * square.x - square.y * square.y, y: 2 * square.x * square.y)
        * (1 / (size * size.squareRoot()))
    }
    return halved(halved(sum.unit))
  }

  /// The direction at half the angle, between -90 and 90 degrees.
  private static func halved(_ z: Coordinate) -> Coordinate {
    let x = max(0, (1 + z.x) / 2).squareRoot()
    let y = max(0, (1 - z.x) / 2).squareRoot()
    return Coordinate(x: x, y: z.y < 0 ? -y : y)
  }
}
