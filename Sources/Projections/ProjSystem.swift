import CProj
import Geometry

/// A context of PROJ, destroyed unless it is handed on.
///
/// PROJ knows the systems of the EPSG registry; those by a name of their own are listed in `NamedCRS.all`.
struct ProjContext: ~Copyable {
  let pointer: OpaquePointer

  init() throws {
    guard let pointer = proj_context_create() else { throw CoordinateTransformError.noDatabase }
    proj_log_level(pointer, PJ_LOG_NONE)
    guard proj_context_get_database_path(pointer) != nil else {
      proj_context_destroy(pointer)
      throw CoordinateTransformError.noDatabase
    }
    self.pointer = pointer
  }

  deinit {
    proj_context_destroy(pointer)
  }

  consuming func release() -> OpaquePointer {
    let pointer = pointer
    discard self
    return pointer
  }

  var reason: ProjReason {
    let code = proj_context_errno(pointer)
    guard code != 0, let text = proj_context_errno_string(pointer, code) else {
      return .none
    }
    return .said(String(cString: text))
  }
}

/// A reference system as PROJ understands it.
struct ProjSystem: ~Copyable {
  let pointer: OpaquePointer

  init(_ name: CRSName, in context: borrowing ProjContext) throws {
    guard let made = try Self.create(name, in: context) else {
      let isCode = if case .epsg = name { true } else { false }
      throw CoordinateTransformError.unknownCRS(
        name, isCode ? .noSuchCode : context.reason)
    }
    let others = [
      PJ_TYPE_GEOCENTRIC_CRS, PJ_TYPE_VERTICAL_CRS, PJ_TYPE_TEMPORAL_CRS, PJ_TYPE_ENGINEERING_CRS,
    ]
    guard proj_is_crs(made) != 0, !others.contains(proj_get_type(made)) else {
      proj_destroy(made)
      throw CoordinateTransformError.unknownCRS(
        name, .notOnTheGround)
    }
    pointer = made
  }

  deinit {
    proj_destroy(pointer)
  }

  private static func create(
    _ name: CRSName, in context: borrowing ProjContext
  ) throws -> OpaquePointer? {
    switch name {
    case .epsg(let code):
      proj_create_from_database(context.pointer, "EPSG", String(code), PJ_CATEGORY_CRS, 0, nil)
    case .wkt(let text): proj_create(context.pointer, text)
    case .proj(let text): proj_create(context.pointer, text + " +type=crs")
    case .named(let system):
      proj_create_from_database(
        context.pointer, "EPSG", String(system.base), PJ_CATEGORY_CRS, 0, nil)
    case .adjusted(let base, let adjustment):
      if let shift = adjustment.shift {
        try proj_create(
          context.pointer, ProjSystem(base, in: context).text(with: shift, in: context))
      } else {
        try create(base, in: context)
      }
    }
  }

  /// The system in PROJ's own words, with a shift in the place of what is known of its datum.
  private func text(
    with shift: DatumAdjustment.Shift, in context: borrowing ProjContext
  ) -> String {
    guard let plain = proj_as_proj_string(context.pointer, pointer, PJ_PROJ_4, nil) else {
      return ""
    }
    let others = ["+towgs84=", "+nadgrids=", "+type=", "+no_defs"]
    let parts = String(cString: plain).split(separator: " ").filter { part in
      !others.contains { part.hasPrefix($0) }
    }
    return parts.joined(separator: " ") + " \(shift) +type=crs"
  }

  func isEquivalent(to other: borrowing ProjSystem) -> Bool {
    proj_is_equivalent_to(
      pointer, other.pointer, PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0
  }

  /// Whether its datum is WGS 84 or CGCS2000, which are centimetres apart and count as one.
  ///
  /// A definition that brings a shift of its own is none: it may be another's.
  func isOnWGS84(in context: borrowing ProjContext) throws -> Bool {
    for code in [CRSName.wgs84, .cgcs2000] {
      if hasDatum(of: try ProjSystem(code, in: context), in: context) { return true }
    }
    return isNamedCGCS2000(in: context)
  }

  /// Whether another system has the same datum, so that nothing but the projection changes between
  /// the two.
  func hasDatum(of other: borrowing ProjSystem, in context: borrowing ProjContext) -> Bool {
    guard let mine = datum(in: context) else { return false }
    defer { proj_destroy(mine) }
    guard let theirs = other.datum(in: context) else { return false }
    defer { proj_destroy(theirs) }
    return proj_is_equivalent_to_with_ctx(
      context.pointer, mine, theirs, PJ_COMP_EQUIVALENT) != 0
  }

  /// The datum; nil where the system has a shift of its own.
  private func datum(in context: borrowing ProjContext) -> OpaquePointer? {
    guard proj_get_type(pointer) != PJ_TYPE_BOUND_CRS,
      let degrees = proj_crs_get_geodetic_crs(context.pointer, pointer)
    else { return nil }
    defer { proj_destroy(degrees) }
    return proj_crs_get_datum_forced(context.pointer, degrees)
  }

  /// Whether it calls its datum CGCS2000 in one of the ways that PROJ does not know, and has its
  /// ellipsoid: programs write `D_CGCS_2000`, `CGCS2000` and the like into `.prj` files.
  private func isNamedCGCS2000(in context: borrowing ProjContext) -> Bool {
    guard let datum = datum(in: context) else { return false }
    defer { proj_destroy(datum) }
    guard let ellipsoid = proj_get_ellipsoid(context.pointer, pointer) else { return false }
    defer { proj_destroy(ellipsoid) }
    var (axis, flattening) = (0.0, 0.0)
    proj_ellipsoid_get_parameters(context.pointer, ellipsoid, &axis, nil, nil, &flattening)
    guard let name = proj_get_name(datum), abs(axis - 6_378_137) < 0.001,
      abs(flattening - 298.257222101) < 1e-6
    else { return false }
    let key = String(cString: name).lowercased().filter { $0.isLetter || $0.isNumber }
    return key.contains("cgcs2000") || key.contains("china2000")
      || key.contains("chinageodeticcoordinatesystem2000") || key.contains("2000国家大地坐标系")
  }
}
