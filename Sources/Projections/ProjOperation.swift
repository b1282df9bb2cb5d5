import CProj
import Geometry

/// An operation of PROJ between two systems, easting before northing on both sides, or several of
/// which each holds for an area of its own.
///
/// Owns its context: PROJ's rule is one context a thread, and the lock of
/// `CoordinateTransform` keeps to one thread at a time.
struct ProjOperation: ~Copyable {
  private let context: OpaquePointer?
  /// The operations, the best first.
  private let parts: [Part]
  /// Where the WGS 84 degrees are that say which operation holds; nil where the first always does.
  private let degrees: Side?
  /// What takes the positions for which none of `parts` holds.
  private let fallback: Part?
  /// How far off the positions that were transformed may be, in metres; nil where that is not known.
  private(set) var accuracy: Double?

  /// Which side of an operation has degrees of WGS 84.
  enum Side {
    case before, after
  }

  /// One operation of PROJ.
  struct Part {
    let operation: OpaquePointer
    /// In metres; nil where PROJ knows none.
    let accuracy: Double?
    /// Where it holds; nil for everywhere.
    let area: DegreeArea?

    func holds(at place: Coordinate) -> Bool { area?.contains(place) ?? true }
  }

  /// Nothing to do.
  init() {
    context = nil
    parts = []
    degrees = nil
    fallback = nil
    accuracy = 0
  }

  /// Prepares the way between systems of one datum; throws `CoordinateTransformError`.
  ///
  /// WGS 84 and CGCS2000 are one datum, between which PROJ does nothing.
  init(from source: CRSName, to target: CRSName) throws {
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
    parts = [Part(operation: operation, accuracy: 0, area: nil)]
    degrees = nil
    fallback = nil
    accuracy = 0
    self.context = context.release()
  }

  /// Takes over operations that `DatumChange` has chosen, and their context.
  init(
    _ context: consuming ProjContext, parts: [Part], degrees: Side?, fallback: Part?
  ) {
    self.context = context.release()
    self.parts = parts
    self.degrees = degrees
    self.fallback = fallback
    accuracy = degrees == nil ? parts.first?.accuracy : nil
  }

  deinit {
    for part in parts { proj_destroy(part.operation) }
    // The fallback may be one of the others.
    if let fallback, !parts.contains(where: { $0.operation == fallback.operation }) {
      proj_destroy(fallback.operation)
    }
    if let context { proj_context_destroy(context) }
  }

  /// Transforms in place; what cannot be transformed becomes infinite.
  mutating func apply(to coordinates: inout [Coordinate]) {
    guard let operation = parts.first?.operation else { return }
    guard degrees == nil else {
      for index in coordinates.indices { apply(to: &coordinates[index]) }
      return
    }
    coordinates.withUnsafeMutableBytes { Self.apply(operation, to: $0) }
  }

  /// Transforms one position in place, by the same call as an array of them.
  mutating func apply(to coordinate: inout Coordinate) {
    guard let degrees else {
      if let part = parts.first { Self.apply(part, to: &coordinate) }
      return
    }
    let given = coordinate
    for part in parts where degrees == .after || part.holds(at: given) {
      coordinate = given
      Self.apply(part, to: &coordinate)
      if coordinate.isFinite, degrees == .before || part.holds(at: coordinate) {
        return note(part.accuracy)
      }
    }
    guard let fallback else {
      coordinate = Coordinate(x: .infinity, y: .infinity)
      return
    }
    coordinate = given
    Self.apply(fallback, to: &coordinate)
    if coordinate.isFinite { note(fallback.accuracy) }
  }

  /// Remembers the worst accuracy.
  private mutating func note(_ metres: Double?) {
    if let metres { accuracy = max(accuracy ?? 0, metres) }
  }

  private static func apply(_ part: Part, to coordinate: inout Coordinate) {
    let operation = part.operation
    withUnsafeMutableBytes(of: &coordinate) { apply(operation, to: $0) }
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
