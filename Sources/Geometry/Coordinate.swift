/// A position: `x` is the longitude or easting, `y` the latitude or northing.
///
/// The unit is that of the coordinate reference system it is given in: degrees
/// for geographic systems, metres (or feet) for projected ones.
@frozen
public struct Coordinate: Hashable, Sendable {
  /// The longitude (degrees) or easting.
  public var x: Double
  /// The latitude (degrees) or northing.
  public var y: Double

  /// Makes a position from its easting and northing.
  @inlinable
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Makes a position in a geographic system, longitude before latitude.
  @inlinable
  public init(longitude: Double, latitude: Double) {
    self.init(x: longitude, y: latitude)
  }

  /// Whether both ordinates are finite numbers.
  @inlinable
  public var isFinite: Bool { x.isFinite && y.isFinite }

  /// The order by `y`, then by `x`: the canonical direction of an edge runs from
  /// its lower end to its upper one in this order.
  @inlinable
  public static func isLower(_ a: Coordinate, than b: Coordinate) -> Bool {
    a.y != b.y ? a.y < b.y : a.x < b.x
  }
}
