import Geometry
import Grids

/// Metres in a plane that touches the district, for distances of a few metres.
struct LocalPlane: Sendable {
  /// Metres that one unit of the store's reference system is long to the east and to the north.
  let east: Double
  let north: Double

  /// A place in metres.
  func metres(_ place: Coordinate) -> Coordinate {
    Coordinate(x: place.x * east, y: place.y * north)
  }

  /// A length to the centimetre, as a decimal text.
  static func text(_ metres: Double) -> String {
    guard abs(metres) < 1e12 else { return "" }
    let centimetres = Int64((metres * 100).rounded())
    let (whole, rest) = (centimetres.magnitude / 100, centimetres.magnitude % 100)
    return "\(centimetres < 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension District {
  /// The plane in which distances of the district are measured; nil where no boundaries are active.
  func localPlane() throws -> LocalPlane? {
    guard let box = try? pointLocator().index.locator.box else { return nil }
    let middle = Coordinate(x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2)
    return try GroundScale(crs: crs).ground(at: middle).map {
      LocalPlane(east: $0.metresPerX, north: $0.metresPerY)
    }
  }
}
