import Foundation

/// BD-09 (百度坐标), the system of Baidu's maps: GCJ-02 turned and stretched once more.
///
/// The formula is that of wandergis/coordtransform and has no box of its own;
/// the step between WGS 84 and GCJ-02 keeps to ``GCJ02/box``. Positions are
/// longitude and latitude in degrees.
public enum BD09 {
  /// The BD-09 position of a GCJ-02 one.
  public static func fromGCJ02(_ position: Coordinate) -> Coordinate {
    let turn = Double.pi * 3000 / 180
    let distance =
      (position.x * position.x + position.y * position.y).squareRoot()
      + 0.00002 * sin(position.y * turn)
    let angle = atan2(position.y, position.x) + 0.000003 * cos(position.x * turn)
    return Coordinate(x: distance * cos(angle) + 0.0065, y: distance * sin(angle) + 0.006)
  }

  /// The GCJ-02 position of a BD-09 one, to better than 1e-9 degrees (0.1 mm).
  ///
  /// Begins with the closed form in use, which is up to 0.2 m off, and takes the
  /// difference of the forward formula off until it no longer changes anything.
  public static func toGCJ02(_ position: Coordinate) -> Coordinate {
    FixedPoint.inverse(
      of: position, from: Coordinate(x: position.x - 0.0065, y: position.y - 0.006),
      shift: fromGCJ02)
  }

  /// The BD-09 position of a WGS 84 one.
  public static func fromWGS84(_ position: Coordinate) -> Coordinate {
    fromGCJ02(GCJ02.fromWGS84(position))
  }

  /// The WGS 84 position of a BD-09 one, to better than 1e-9 degrees (0.1 mm).
  public static func toWGS84(_ position: Coordinate) -> Coordinate {
    GCJ02.toWGS84(toGCJ02(position))
  }
}
