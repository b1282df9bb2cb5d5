import CProj
package import Geometry

extension CRSName {
  /// Whether its ordinates are a longitude and a latitude, so that it goes around the globe and meets
  /// itself.
  ///
  /// PROJ is asked for what is neither WGS 84 nor CGCS2000 by name; false for what it does not know.
  package var isGeographic: Bool {
    switch self {
    case .wgs84, .cgcs2000, .gcj02, .bd09: return true
    case .adjusted(let crs, _): return crs.isGeographic
    case .epsg, .named, .wkt, .proj:
      guard let context = try? ProjContext(),
        let type = try? ProjSystem(self, in: context).kind
      else { return false }
      return type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS
    }
  }
}

extension ProjSystem {
  fileprivate var kind: PJ_TYPE { proj_get_type(pointer) }
}
