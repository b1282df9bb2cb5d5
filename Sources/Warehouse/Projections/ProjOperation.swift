import CProj
import Geometry

/// An operation of PROJ between two systems, easting before northing on both sides.
///
/// Owns its context: PROJ's rule is one context a thread, and the lock of
/// `CoordinateTransform` keeps to one thread at a time.
struct ProjOperation: ~Copyable {
  private let context: OpaquePointer
  private let operation: OpaquePointer

  /// Prepares the way from `source` to `target`; throws `CoordinateTransformError`.
  init(from source: CrsName, to target: CrsName) throws {
    let context = try ProjContext()
    let from = try ProjSystem(source, in: context)
    let to = try ProjSystem(target, in: context)
    guard
      let plain = proj_create_crs_to_crs_from_pj(
        context.pointer, from.pointer, to.pointer, nil, nil)
    else {
      throw CoordinateTransformError.noOperation(
        from: source, to: target, detail: context.lastMessage)
    }
    defer { proj_destroy(plain) }
    guard let operation = proj_normalize_for_visualization(context.pointer, plain) else {
      throw CoordinateTransformError.noOperation(
        from: source, to: target, detail: context.lastMessage)
    }
    self.operation = operation
    self.context = context.release()
  }

  deinit {
    proj_destroy(operation)
    proj_context_destroy(context)
  }

  /// Transforms in place; what cannot be transformed becomes infinite.
  func apply(to coordinates: inout [Coordinate]) {
    let operation = operation
    coordinates.withUnsafeMutableBytes { Self.apply(operation, to: $0) }
  }

  /// Transforms one position in place, by the same call as an array of them.
  func apply(to coordinate: inout Coordinate) {
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
