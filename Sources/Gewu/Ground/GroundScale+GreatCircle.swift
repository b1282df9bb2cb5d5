import Foundation
import Geometry

extension GroundScale {
  /// The great-circle distance in metres between two WGS 84 positions, by the
  /// haversine formula on the mean sphere; within 0.6 % of the ellipsoid's.
  static func greatCircle(_ a: Coordinate, _ b: Coordinate) -> Double {
    let radians = Double.pi / 180
    let latitude = sin((b.y - a.y) * radians / 2)
    let longitude = sin((b.x - a.x) * radians / 2)
    let h =
      latitude * latitude + cos(a.y * radians) * cos(b.y * radians) * longitude * longitude
    return 2 * radius * asin(min(1, h.squareRoot()))
  }

  static func cosine(_ radians: Double) -> Double { cos(radians) }
}
