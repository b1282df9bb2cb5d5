import Foundation

/// GCJ-02 (火星坐标), the shifted system of public maps in mainland China.
///
/// The formulas are those that googollee/eviltransform and
/// wandergis/coordtransform agree on; the State publishes none. The shift is
/// 300 to 700 m. Positions are longitude and latitude in degrees, and the
/// ellipsoid of CGCS2000 is taken for that of WGS 84 (centimetres apart).
///
/// ```swift
/// let map = GCJ02.fromWGS84(Coordinate(longitude: 121.5272106, latitude: 31.1774276))
/// let ground = GCJ02.toWGS84(map)
/// ```
public enum GCJ02 {
  /// The box in which positions are shifted, borders included; outside it both
  /// directions are the identity.
  ///
  /// It is eviltransform's. It takes in Hong Kong, Macao, Taiwan and parts of
  /// neighbouring countries, where real maps differ. The shift jumps at its
  /// border, so within 1 km of it the two directions may not undo each other.
  public static let box = Box(minX: 72.004, minY: 0.8293, maxX: 137.8347, maxY: 55.8271)

  /// The GCJ-02 position of a WGS 84 one.
  public static func fromWGS84(_ position: Coordinate) -> Coordinate {
    box.contains(position) ? shifted(position) : position
  }

  /// The WGS 84 position of a GCJ-02 one, to better than 1e-9 degrees (0.1 mm).
  ///
  /// There is no closed form: the difference of the forward formula is taken off
  /// until it no longer changes the position, which needs three or four rounds.
  public static func toWGS84(_ position: Coordinate) -> Coordinate {
    guard box.contains(position) else { return position }
    return FixedPoint.inverse(of: position, from: position, shift: shifted)
  }

  /// The formula itself, wherever the position is.
  private static func shifted(_ position: Coordinate) -> Coordinate {
    let semiMajorAxis = 6_378_245.0
    let squaredEccentricity = 0.00669342162296594323
    let x = position.x - 105
    let y = position.y - 35
    let root = abs(x).squareRoot()
    let common =
      (20 * sin(6 * x * .pi) + 20 * sin(2 * x * .pi)) * 2 / 3
    var east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + common
    east += (20 * sin(x * .pi) + 40 * sin(x / 3 * .pi)) * 2 / 3
    east += (150 * sin(x / 12 * .pi) + 300 * sin(x / 30 * .pi)) * 2 / 3
    var north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + common
    north += (20 * sin(y * .pi) + 40 * sin(y / 3 * .pi)) * 2 / 3
    north += (160 * sin(y / 12 * .pi) + 320 * sin(y / 30 * .pi)) * 2 / 3

    let latitude = position.y / 180 * .pi
    let sine = sin(latitude)
    let magic = 1 - squaredEccentricity * sine * sine
    let rootOfMagic = magic.squareRoot()
    let meridian = semiMajorAxis * (1 - squaredEccentricity) / (magic * rootOfMagic)
    let parallel = semiMajorAxis / rootOfMagic * cos(latitude)
    return Coordinate(
      x: position.x + east * 180 / (parallel * .pi),
      y: position.y + north * 180 / (meridian * .pi))
  }
}
