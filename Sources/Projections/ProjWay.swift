import Geometry

/// The operations of PROJ from one system to another, one behind the other: none, one, or one to
/// WGS 84 and one from there.
struct ProjWay: ~Copyable {
  private var first: ProjOperation
  private var second: ProjOperation

  /// No operation: nothing is left for PROJ to do.
  init() {
    first = ProjOperation()
    second = ProjOperation()
  }

  /// Chooses the operations.
  ///
  /// - Parameter area: where the positions are; nil where that is not known.
  /// - Throws: `CoordinateTransformError`.
  init(
    from source: CRSName, to target: CRSName, _ datums: Datums, stated: Double?,
    isApproximate: Bool, area: DegreeArea?
  ) throws {
    func change(to target: CRSName, from source: CRSName) -> DatumChange {
      DatumChange(
        source: source, target: target, degrees: target == .wgs84 ? .after : .before, area: area,
        stated: stated, isApproximate: isApproximate)
    }
    let first: ProjOperation
    let second: ProjOperation
    if datums.isOne {
      first = try ProjOperation(from: source, to: target)
      second = ProjOperation()
    } else {
      first =
        try datums.isSourceOnWGS84
        ? Self.projection(from: source, to: .wgs84)
        : change(to: .wgs84, from: source).operation()
      second =
        try datums.isTargetOnWGS84
        ? Self.projection(from: .wgs84, to: target)
        : change(to: target, from: .wgs84).operation()
    }
    self.first = first
    self.second = second
  }

  /// The way between systems of which none changes the datum.
  private static func projection(from source: CRSName, to target: CRSName) throws -> ProjOperation {
    guard isWGS84(source), isWGS84(target) else {
      return try ProjOperation(from: source, to: target)
    }
    return ProjOperation()
  }

  private static func isWGS84(_ name: CRSName) -> Bool { name == .wgs84 || name == .cgcs2000 }

  /// What is known of the datums of two systems.
  struct Datums {
    let isOne: Bool
    let isSourceOnWGS84: Bool
    let isTargetOnWGS84: Bool

    init(_ source: CRSName, _ target: CRSName) throws {
      let context = try ProjContext()
      let from = try ProjSystem(source, in: context)
      let to = try ProjSystem(target, in: context)
      isSourceOnWGS84 = try from.isOnWGS84(in: context)
      isTargetOnWGS84 = try to.isOnWGS84(in: context)
      isOne = isSourceOnWGS84 && isTargetOnWGS84 || from.hasDatum(of: to, in: context)
    }
  }

  /// How far off what was transformed may be, in metres; 0 where no datum changes, nil where it is
  /// not known.
  var accuracy: Double? {
    guard let a = first.accuracy, let b = second.accuracy else { return nil }
    return a + b
  }

  /// Transforms in place; what cannot be transformed becomes infinite.
  mutating func apply(to coordinates: inout [Coordinate]) {
    first.apply(to: &coordinates)
    second.apply(to: &coordinates)
  }

  /// Transforms one position in place.
  mutating func apply(to coordinate: inout Coordinate) {
    first.apply(to: &coordinate)
    second.apply(to: &coordinate)
  }
}
