import Geometry
import Warehouse

/// The area of boundaries on the ground.
///
/// Measured in a cylindrical equal-area projection of the WGS 84 ellipsoid (EPSG:6933): true areas,
/// but for the bend of an edge between two vertices, which is far below a millionth for edges of a
/// kilometre.
struct GroundArea {
  private let toEqualArea: CoordinateTransform

  /// Measures boundaries in the reference system `crs`.
  init(crs: CrsName) throws {
    toEqualArea = try CoordinateTransform(from: crs, to: .epsg(6933))
  }

  /// The area in square metres.
  ///
  /// - Throws: `CoordinateTransformError` where a position is no place of the system.
  func squareMetres(of boundary: MultiPolygon) throws -> Double {
    boundary.polygons.isEmpty ? 0 : try toEqualArea.transform(boundary).area
  }
}
