import Projections
import Foundation
import Geometry
import Warehouse

/// Where a position of the store lies on the ground, and how long its units are there.
struct GroundScale: Sendable {
  /// A position with the length of one unit along each axis.
  struct Ground {
    /// Degrees, WGS 84.
    var longitude: Double
    /// Degrees, WGS 84.
    var latitude: Double
    /// Metres that one unit of `x` is long.
    var metresPerX: Double
    /// Metres that one unit of `y` is long.
    var metresPerY: Double
  }

  /// The mean radius of the Earth in metres (IUGG).
  static let radius = 6_371_008.8
  /// The step of the differences: 10 m in degrees, 0.1 mm in metres.
  private static let step = 1e-4

  private let toWGS84: CoordinateTransform
  /// Whether longitudes of up to a turn too much are places too, as in ``Antimeridian/joined(_:)``.
  let isGeographic: Bool

  /// Measures in the reference system `crs`.
  init(crs: CRSName) throws {
    isGeographic = crs.isGeographic
    toWGS84 = try CoordinateTransform(approximatelyFrom: crs, to: .wgs84)
  }

  /// The ground at a position; nil outside the reference system.
  func ground(at position: Coordinate) -> Ground? {
    let position = isGeographic ? Antimeridian.normalised(position) : position
    guard
      let here = try? toWGS84.transform(position),
      let east = beside(position, x: Self.step, y: 0),
      let north = beside(position, x: 0, y: Self.step)
    else { return nil }
    return Ground(
      longitude: here.x, latitude: here.y,
      metresPerX: Self.shortDistance(here, east) / Self.step,
      metresPerY: Self.shortDistance(here, north) / Self.step)
  }

  /// A position a step further along an axis, or back where the system ends: at 180 degrees, at the
  /// pole.
  private func beside(_ position: Coordinate, x: Double, y: Double) -> Coordinate? {
    (try? toWGS84.transform(Coordinate(x: position.x + x, y: position.y + y)))
      ?? (try? toWGS84.transform(Coordinate(x: position.x - x, y: position.y - y)))
  }

  /// The distance on the sphere in metres between two positions of the store;
  /// nil outside the reference system.
  func distance(_ a: Coordinate, _ b: Coordinate) -> Double? {
    guard let start = try? toWGS84.transform(a), let end = try? toWGS84.transform(b) else {
      return nil
    }
    return Self.greatCircle(start, end)
  }

  private static func shortDistance(_ a: Coordinate, _ b: Coordinate) -> Double {
    let radians = Double.pi / 180
    // Between two sides of the antimeridian the shorter way.
    let turn = abs(b.x - a.x) > 180 ? 360 - abs(b.x - a.x) : b.x - a.x
    let x = turn * radians * cosine(a.y * radians)
    let y = (b.y - a.y) * radians
    return radius * (x * x + y * y).squareRoot()
  }
}

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

/// The area of boundaries on the ground.
///
/// Measured in a cylindrical equal-area projection of the WGS 84 ellipsoid (EPSG:6933): true areas,
/// but for the bend of an edge between two vertices, which is far below a millionth for edges of a
/// kilometre.
struct GroundArea {
  private let toEqualArea: CoordinateTransform

  /// Measures boundaries in the reference system `crs`.
  init(crs: CRSName) throws {
    toEqualArea = try CoordinateTransform(approximatelyFrom: crs, to: .epsg(6933))
  }

  /// The area in square metres.
  ///
  /// - Throws: `CoordinateTransformError` where a position is no place of the system.
  func squareMetres(of boundary: MultiPolygon) throws -> Double {
    boundary.polygons.isEmpty ? 0 : try toEqualArea.transform(boundary).area
  }
}
