import Geometry

/// Exact arithmetic for tests: ordinates as whole multiples of 2^-100.
///
/// Independent of the predicate under test: 128-bit differences, 256-bit products.
struct FixedPoint: Hashable {
  var x: Int128
  var y: Int128

  /// Nil when the position is no whole multiple of 2^-100, or too large.
  init?(_ point: Coordinate) {
    guard let x = Int128(exactly: point.x * 0x1p100), let y = Int128(exactly: point.y * 0x1p100),
      x.magnitude < 1 << 125, y.magnitude < 1 << 125
    else { return nil }
    self.x = x
    self.y = y
  }

  /// The side of the line from `a` to `b` on which `p` lies: 1 left, −1 right, 0 on it.
  static func side(_ a: FixedPoint, _ b: FixedPoint, _ p: FixedPoint) -> Int {
    cross(b.x - a.x, b.y - a.y, p.x - a.x, p.y - a.y)
  }

  /// The sign of the cross product of two vectors.
  static func cross(_ ux: Int128, _ uy: Int128, _ vx: Int128, _ vy: Int128) -> Int {
    let left = ux.multipliedFullWidth(by: vy)
    let right = uy.multipliedFullWidth(by: vx)
    if left.high != right.high { return left.high > right.high ? 1 : -1 }
    return left.low == right.low ? 0 : left.low > right.low ? 1 : -1
  }
}
