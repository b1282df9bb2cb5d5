/// On which side of a directed line a position lies, decided exactly.
///
/// A plain floating-point determinant is tried first; where its error bound does
/// not settle the sign, the determinant is computed without any rounding, so
/// that the answer is that of real arithmetic on the given doubles. After
/// J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic and Fast Robust
/// Geometric Predicates", Discrete & Computational Geometry 18 (1997),
/// DOI 10.1007/PL00009321.
///
/// ```swift
/// let a = Coordinate(x: 0, y: 0), b = Coordinate(x: 0, y: 2)
/// Orientation.sign(from: a, to: b, of: Coordinate(x: -1, y: 1))  // 1: to the left
/// ```
public enum Orientation {
  /// The relative error of the filtered determinant: (3 + 16 u) u with u = 2^-53,
  /// `ccwerrboundA` of the paper.
  @usableFromInline static let relativeBound = (3 + 16 * 0x1p-53) * 0x1p-53

  /// What products lost to underflow can amount to.
  @usableFromInline static let absoluteBound = 0x1p-1020

  /// The side of the line from `a` to `b` on which `p` lies: 1 to the left, −1 to
  /// the right, 0 exactly on the line.
  ///
  /// Exact for all finite ordinates; 0 for others.
  @inlinable
  public static func sign(from a: Coordinate, to b: Coordinate, of p: Coordinate) -> Int {
    let left = (a.x - p.x) * (b.y - p.y)
    let right = (a.y - p.y) * (b.x - p.x)
    let determinant = left - right
    let bound = relativeBound * (left.magnitude + right.magnitude) + absoluteBound
    // One branch, nearly always taken: which sign it is, no processor can foresee.
    if determinant.magnitude > bound { return determinant > 0 ? 1 : -1 }
    return exactCross(p, a, p, b)
  }

  /// The sign of the cross product of the vectors `a`→`b` and `c`→`d`: 1 when the
  /// second turns to the left of the first, −1 to the right, 0 when they are
  /// parallel.
  ///
  /// Exact for all finite ordinates; 0 for others.
  @inlinable
  public static func turn(
    from a: Coordinate, to b: Coordinate, against c: Coordinate, to d: Coordinate
  ) -> Int {
    let left = (b.x - a.x) * (d.y - c.y)
    let right = (b.y - a.y) * (d.x - c.x)
    let determinant = left - right
    let bound = relativeBound * (left.magnitude + right.magnitude) + absoluteBound
    // One branch, nearly always taken: which sign it is, no processor can foresee.
    if determinant.magnitude > bound { return determinant > 0 ? 1 : -1 }
    return exactCross(a, b, c, d)
  }

  /// The exact sign of (b − a) × (d − c), for what the filter leaves open.
  @usableFromInline
  static func exactCross(
    _ a: Coordinate, _ b: Coordinate, _ c: Coordinate, _ d: Coordinate
  ) -> Int {
    // Axis-parallel cases are common on real borders and need no arithmetic.
    let leftIsZero = a.x == b.x || c.y == d.y
    let rightIsZero = a.y == b.y || c.x == d.x
    if leftIsZero && rightIsZero { return 0 }
    guard a.isFinite, b.isFinite, c.isFinite, d.isFinite else { return 0 }
    guard isTame(a), isTame(b), isTame(c), isTame(d) else { return WideCross.sign(a, b, c, d) }

    var sum = Expansion()
    sum.addProduct(of: twoDifference(b.x, a.x), twoDifference(d.y, c.y))
    sum.addProduct(of: twoDifference(a.y, b.y), twoDifference(d.x, c.x))
    return sum.sign
  }

  /// Whether products of differences of the ordinates neither overflow nor lose
  /// digits to underflow.
  private static func isTame(_ p: Coordinate) -> Bool {
    let range = 0x1p-400...0x1p480
    return (p.x == 0 || range.contains(p.x.magnitude))
      && (p.y == 0 || range.contains(p.y.magnitude))
  }

  /// `a` − `b` as a rounded value and its exact rounding error (Two-Diff of the paper).
  private static func twoDifference(_ a: Double, _ b: Double) -> Expansion.Pair {
    Expansion.twoSum(a, -b)
  }
}
