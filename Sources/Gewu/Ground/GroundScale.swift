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

  /// Measures in the reference system `crs`.
  init(crs: CrsName) throws {
    toWGS84 = try CoordinateTransform(from: crs, to: .wgs84)
  }

  /// The ground at a position; nil outside the reference system.
  func ground(at position: Coordinate) -> Ground? {
    guard
      let here = try? toWGS84.transform(position),
      let east = try? toWGS84.transform(Coordinate(x: position.x + Self.step, y: position.y)),
      let north = try? toWGS84.transform(Coordinate(x: position.x, y: position.y + Self.step))
    else { return nil }
    return Ground(
      longitude: here.x, latitude: here.y,
      metresPerX: Self.shortDistance(here, east) / Self.step,
      metresPerY: Self.shortDistance(here, north) / Self.step)
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
    let x = (b.x - a.x) * radians * cosine(a.y * radians)
    let y = (b.y - a.y) * radians
    return radius * (x * x + y * y).squareRoot()
  }
}
