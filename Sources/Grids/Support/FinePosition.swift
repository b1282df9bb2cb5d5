import Geometry

/// A position with twice the digits of a double: the nearest doubles, and what they
/// leave over.
///
/// Where two edges cross is seldom a pair of doubles; hairline regions are thinner
/// than the rounding would be.
struct FinePosition: Sendable {
  var near: Coordinate
  var rest: Coordinate

  init(_ coordinate: Coordinate) {
    near = coordinate
    rest = Coordinate(x: 0, y: 0)
  }

  /// Where the lines `a`–`b` and `c`–`d` cross, which must not be parallel.
  init(crossing a: Coordinate, _ b: Coordinate, _ c: Coordinate, _ d: Coordinate) {
    let towardA = Self.cross(a, c, d)
    let towardB = Self.cross(b, c, d)
    let share = towardA / (towardA - towardB)
    let x = DoubleDouble(a.x) + share * (DoubleDouble(b.x) - DoubleDouble(a.x))
    let y = DoubleDouble(a.y) + share * (DoubleDouble(b.y) - DoubleDouble(a.y))
    near = Coordinate(x: x.head + 0, y: y.head + 0)
    rest = Coordinate(x: x.tail, y: y.tail)
  }

  /// What tells positions apart: computed in different ways, the same place may differ in
  /// the last of its digits.
  var key: Key {
    Key(near: near, restX: Self.steps(rest.x, near.x), restY: Self.steps(rest.y, near.y))
  }

  struct Key: WordPair {
    var near: Coordinate
    var restX: Double
    var restY: Double

    var words: (UInt64, UInt64) { near.words }
  }

  /// The rest in steps of 2^-30 of the last place of the double.
  private static func steps(_ rest: Double, _ near: Double) -> Double {
    (rest / near.ulp * 0x1p30).rounded() + 0
  }

  /// The ordinates with all their digits.
  var fineX: DoubleDouble { DoubleDouble(near.x) + DoubleDouble(rest.x) }
  var fineY: DoubleDouble { DoubleDouble(near.y) + DoubleDouble(rest.y) }

  /// The offset from another position, rounded only once.
  func offset(from other: FinePosition) -> Coordinate {
    Coordinate(
      x: (near.x - other.near.x) + (rest.x - other.rest.x),
      y: (near.y - other.near.y) + (rest.y - other.rest.y))
  }

  /// Twice the signed area of the triangle `p`, `c`, `d`.
  private static func cross(_ p: Coordinate, _ c: Coordinate, _ d: Coordinate) -> DoubleDouble {
    let px = DoubleDouble(p.x)
    let py = DoubleDouble(p.y)
    return (DoubleDouble(c.x) - px) * (DoubleDouble(d.y) - py)
      - (DoubleDouble(c.y) - py) * (DoubleDouble(d.x) - px)
  }
}
