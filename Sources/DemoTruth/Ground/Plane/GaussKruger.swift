import Foundation
package import Geometry

/// The Gauss–Krüger projection of CGCS2000, forward only.
///
/// Krüger's series in the third flattening to the fourth order (Karney 2011, "Transverse Mercator
/// with an accuracy of a few nanometers", doi:10.1007/s00190-011-0445-3, eq. 35): below 1 µm
/// within 4 degrees of the central meridian.
package struct GaussKruger {
  private static let axis = 6_378_137.0
  private static let flattening = 1 / 298.257222101
  private let meridian: Double
  private let falseEasting: Double

  /// A zone by its central meridian and false easting.
  package init(meridian: Double, falseEasting: Double) {
    self.meridian = meridian
    self.falseEasting = falseEasting
  }

  /// A zone by the EPSG code of CGCS2000: 3- and 6-degree zones with and without prefix; nil for
  /// other codes.
  package init?(epsg: Int) {
    switch epsg {
    case 4513...4533:
      let zone = epsg - 4513 + 25
      self.init(meridian: Double(zone * 3), falseEasting: Double(zone) * 1e6 + 500_000)
    case 4534...4554:
      self.init(meridian: Double((epsg - 4534 + 25) * 3), falseEasting: 500_000)
    case 4491...4501:
      let zone = epsg - 4491 + 13
      self.init(meridian: Double(zone * 6 - 3), falseEasting: Double(zone) * 1e6 + 500_000)
    case 4502...4512:
      self.init(meridian: Double((epsg - 4502 + 13) * 6 - 3), falseEasting: 500_000)
    default: return nil
    }
  }

  /// The easting and northing of a position in degrees, in metres.
  package func project(_ position: Coordinate) -> Coordinate {
    let n = Self.flattening / (2 - Self.flattening)
    let (n2, n3, n4) = (n * n, n * n * n, n * n * n * n)
    let radius = Self.axis / (1 + n) * (1 + n2 / 4 + n4 / 64)
    let series = [
      n / 2 - 2 * n2 / 3 + 5 * n3 / 16 + 41 * n4 / 180,
      13 * n2 / 48 - 3 * n3 / 5 + 557 * n4 / 1440,
      61 * n3 / 240 - 103 * n4 / 140,
      49561 * n4 / 161280,
    ]
    let latitude = position.y * .pi / 180
    let longitude = (position.x - meridian) * .pi / 180
    let eccentricity = (Self.flattening * (2 - Self.flattening)).squareRoot()
    let sine = sin(latitude)
    let conformal = sinh(atanh(sine) - eccentricity * atanh(eccentricity * sine))
    let xi = atan2(conformal, cos(longitude))
    let eta = asinh(
      sin(longitude) / (conformal * conformal + cos(longitude) * cos(longitude)).squareRoot())
    var east = eta
    var north = xi
    for (index, factor) in series.enumerated() {
      let twice = 2 * Double(index + 1)
      north += factor * sin(twice * xi) * cosh(twice * eta)
      east += factor * cos(twice * xi) * sinh(twice * eta)
    }
    return Coordinate(x: falseEasting + radius * east, y: radius * north)
  }
}
