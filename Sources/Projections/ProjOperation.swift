import CProj
package import Geometry

/// An operation of PROJ between two systems, easting before northing on both sides.
///
/// Owns its context: PROJ's rule is one context a thread, and the lock of
/// `CoordinateTransform` keeps to one thread at a time.
package struct ProjOperation: ~Copyable {
  private let context: OpaquePointer
  private let operation: OpaquePointer

  /// Prepares the way from `source` to `target`; throws `CoordinateTransformError`.
  package init(from source: CRSName, to target: CRSName) throws {
    let context = try ProjContext()
    let from = try ProjSystem(source, in: context)
    let to = try ProjSystem(target, in: context)
    guard
      let plain = proj_create_crs_to_crs_from_pj(
        context.pointer, from.pointer, to.pointer, nil, nil)
    else {
      throw CoordinateTransformError.noOperation(
        from: source, to: target, context.reason)
    }
    defer { proj_destroy(plain) }
    guard let operation = proj_normalize_for_visualization(context.pointer, plain) else {
      throw CoordinateTransformError.noOperation(
        from: source, to: target, context.reason)
    }
    self.operation = operation
    self.context = context.release()
  }

  deinit {
    proj_destroy(operation)
    proj_context_destroy(context)
  }

  /// Transforms in place; what cannot be transformed becomes infinite.
  package func apply(to coordinates: inout [Coordinate]) {
    let operation = operation
    coordinates.withUnsafeMutableBytes { Self.apply(operation, to: $0) }
  }

  /// Transforms one position in place, by the same call as an array of them.
  package func apply(to coordinate: inout Coordinate) {
    let operation = operation
    withUnsafeMutableBytes(of: &coordinate) { Self.apply(operation, to: $0) }
  }

  private static func apply(
    _ operation: OpaquePointer, to bytes: UnsafeMutableRawBufferPointer
  ) {
    guard let base = bytes.baseAddress else { return }
    let stride = MemoryLayout<Coordinate>.stride
    let count = bytes.count / stride
    let x = base.assumingMemoryBound(to: Double.self)
    _ = proj_trans_generic(
      operation, PJ_FWD, x, stride, count, x + 1, stride, count, nil, 0, 0, nil, 0, 0)
    // The error of one position must not stop those that come after.
    proj_errno_reset(operation)
  }
}

/// A context of PROJ that is destroyed unless it is handed on.
package struct ProjContext: ~Copyable {
  package let pointer: OpaquePointer

  package init() throws {
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

  package var reason: ProjReason {
    let code = proj_context_errno(pointer)
    guard code != 0, let text = proj_context_errno_string(pointer, code) else {
      return .none
    }
    return .said(String(cString: text))
  }
}

/// A reference system as PROJ understands it.
package struct ProjSystem: ~Copyable {
  package let pointer: OpaquePointer

  package init(_ name: CRSName, in context: borrowing ProjContext) throws {
    let made: OpaquePointer? =
      switch name {
      case .epsg(let code):
        proj_create_from_database(
          context.pointer, "EPSG", String(code), PJ_CATEGORY_CRS, 0, nil)
      case .wkt(let text): proj_create(context.pointer, text)
      case .named(let system):
        proj_create_from_database(
          context.pointer, "EPSG", String(system.base), PJ_CATEGORY_CRS, 0, nil)
      }
    guard let made else {
      let isCode = if case .epsg = name { true } else { false }
      throw CoordinateTransformError.unknownCRS(
        name, isCode ? .noSuchCode : context.reason)
    }
    let others = [
      PJ_TYPE_GEOCENTRIC_CRS, PJ_TYPE_VERTICAL_CRS, PJ_TYPE_TEMPORAL_CRS, PJ_TYPE_ENGINEERING_CRS,
    ]
    guard !others.contains(proj_get_type(made)) else {
      proj_destroy(made)
      throw CoordinateTransformError.unknownCRS(
        name, .notOnTheGround)
    }
    pointer = made
  }

  deinit {
    proj_destroy(pointer)
  }

  package func isEquivalent(to other: borrowing ProjSystem) -> Bool {
    proj_is_equivalent_to(
      pointer, other.pointer, PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0
  }
}
