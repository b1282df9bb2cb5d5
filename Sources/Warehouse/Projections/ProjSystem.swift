import CProj
import Geometry

/// A reference system as PROJ understands it.
struct ProjSystem: ~Copyable {
  let pointer: OpaquePointer

  init(_ name: CrsName, in context: borrowing ProjContext) throws {
    let made: OpaquePointer? =
      switch name {
      case .epsg(let code):
        proj_create_from_database(
          context.pointer, "EPSG", String(code), PJ_CATEGORY_CRS, 0, nil)
      case .wkt(let text): proj_create(context.pointer, text)
      case .gcj02, .bd09:
        proj_create_from_database(context.pointer, "EPSG", "4326", PJ_CATEGORY_CRS, 0, nil)
      }
    guard let made else {
      let isCode = if case .epsg = name { true } else { false }
      throw CoordinateTransformError.unknownCrs(
        name, detail: isCode ? "no such code in its registry" : context.lastMessage)
    }
    let others = [
      PJ_TYPE_GEOCENTRIC_CRS, PJ_TYPE_VERTICAL_CRS, PJ_TYPE_TEMPORAL_CRS, PJ_TYPE_ENGINEERING_CRS,
    ]
    guard !others.contains(proj_get_type(made)) else {
      proj_destroy(made)
      throw CoordinateTransformError.unknownCrs(
        name, detail: "it has no longitude and latitude, or easting and northing, on the earth")
    }
    pointer = made
  }

  deinit {
    proj_destroy(pointer)
  }

  func isEquivalent(to other: borrowing ProjSystem) -> Bool {
    proj_is_equivalent_to(
      pointer, other.pointer, PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0
  }
}
