/// A surface bounded by rings: the first is the shell, the others are holes.
///
/// Rings may run either way round: neither reading nor writing turns them, and polygons that differ
/// in the direction or the first position of a ring are not equal.
///
/// What lies inside is decided by the even-odd rule over all rings, so a ring
/// that touches itself or its hole in a point is no obstacle.
public struct Polygon: Hashable, Sendable {
  /// The shell, then the holes.
  public let rings: [Ring]

  /// Makes a polygon of its shell and its holes, in that order.
  public init(rings: [Ring]) {
    self.rings = rings
  }

  /// The least box around the shell.
  public var box: Box { rings.first?.box ?? .empty }

  /// The area of the shell less that of the holes, never negative, in squared
  /// units of the coordinates.
  public var area: Double {
    guard let shell = rings.first else { return 0 }
    return max(0, abs(shell.signedArea) - rings.dropFirst().reduce(0) { $0 + abs($1.signedArea) })
  }
}
