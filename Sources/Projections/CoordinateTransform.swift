package import Geometry
import Synchronization

/// The way from one coordinate reference system to another.
///
/// Longitude or easting comes first on both sides, whatever the registry says.
/// Between equal systems, and between WGS 84 and CGCS2000 (centimetres apart), the
/// coordinates stay bit for bit as they are. GCJ-02 and BD-09 go through WGS 84, and so does every
/// change of the datum, by the operation that `DatumChange` chooses.
/// The same position always becomes the same position, so edges that two cells
/// share are shared afterwards.
///
/// May be used on several threads, which then wait for each other: for speed give
/// arrays, or make one transform a thread.
///
/// ```swift
/// let transform = try CoordinateTransform(from: .epsg(2263), to: .wgs84)
/// let boundary = try transform.transform(boundary)
/// ```
package final class CoordinateTransform: Sendable {
  /// The system of the coordinates given.
  package let source: CRSName
  /// The system of the coordinates wanted.
  package let target: CRSName
  /// Whether all coordinates stay as they are.
  package let isIdentity: Bool

  private let operation: Mutex<ProjWay>
  /// Whether coordinates given are longitudes and latitudes in degrees.
  private let isInDegrees: Bool

  /// Prepares the way; the database of PROJ is asked once, here.
  ///
  /// - Parameter area: where the positions are, asked for only where the datum changes; nil where
  ///   that is not known.
  /// - Throws: `CoordinateTransformError` where a system is not known, there is no way, or how far
  ///   off positions would be is not known and was not accepted either.
  package convenience init(
    from source: CRSName, to target: CRSName,
    within area: @autoclosure () throws -> DegreeArea? = nil
  ) throws {
    try self.init(source, target, isApproximate: false, area)
  }

  /// Prepares a way to lengths, areas and a view on the map: the best that there is, and never none
  /// for want of a published transformation.
  ///
  /// - Throws: `CoordinateTransformError` where a system is not known.
  package convenience init(approximatelyFrom source: CRSName, to target: CRSName) throws {
    try self.init(source, target, isApproximate: true, { nil })
  }

  private init(
    _ source: CRSName, _ target: CRSName, isApproximate: Bool, _ area: () throws -> DegreeArea?
  ) throws {
    self.source = source
    self.target = target
    let from = try Self.canonical(source.withoutAccuracy)
    let to = try Self.canonical(target.withoutAccuracy)
    isInDegrees = from.isInDegrees
    isIdentity = from == to || from.isWgs84Alike && to.isWgs84Alike
    if from == to || Self.isGeographic(from) && Self.isGeographic(to) {
      operation = Mutex(ProjWay())
    } else {
      let (from, to) = (from.ground, to.ground)
      let datums = try ProjWay.Datums(from, to)
      operation = Mutex(
        try ProjWay(
          from: from, to: to, datums, stated: source.statedAccuracy ?? target.statedAccuracy,
          isApproximate: isApproximate, area: datums.isOne || isApproximate ? nil : area()))
    }
    isShifted = from != to && (from.isShifted || to.isShifted)
  }

  private let isShifted: Bool

  /// How far off the positions that were transformed may be by the change of the datum, in metres: 0
  /// where there is none; nil where that is not known, as of the formulas of public maps and of
  /// parameters that somebody gave.
  package var accuracy: Double? {
    if let stated = source.statedAccuracy ?? target.statedAccuracy, isShifted { return stated }
    return isShifted ? nil : operation.withLock { $0.accuracy }
  }

  /// The position in the target system.
  ///
  /// Throws `CoordinateTransformError.outside` where it is no place in one of the two.
  package func transform(_ position: Coordinate) throws -> Coordinate {
    guard isPlace(position) else { throw outside(position) }
    if isIdentity { return position }
    var result = position
    toGround(&result)
    operation.withLock { $0.apply(to: &result) }
    fromGround(&result)
    guard result.isFinite else { throw outside(position) }
    return result
  }

  /// The positions in the target system, in the same order.
  ///
  /// Throws `CoordinateTransformError.outside` for the first that is no place in one
  /// of the two systems.
  package func transform(_ positions: [Coordinate]) throws -> [Coordinate] {
    var result = positions
    guard transformInPlace(&result) > 0,
      let index = result.firstIndex(where: { !$0.isFinite })
    else { return result }
    throw outside(positions[index])
  }

  /// Transforms rows of a table: a position that is no place in one of the two
  /// systems becomes NaN, NaN, and does not stop the others.
  ///
  /// Returns the number of those.
  @discardableResult
  package func transformInPlace(_ positions: inout [Coordinate]) -> Int {
    for index in positions.indices where !isPlace(positions[index]) {
      positions[index] = Self.nowhere
    }
    if !isIdentity {
      if source.isShifted { for index in positions.indices { toGround(&positions[index]) } }
      operation.withLock { $0.apply(to: &positions) }
      if target.isShifted { for index in positions.indices { fromGround(&positions[index]) } }
    }
    var failures = 0
    for index in positions.indices where !positions[index].isFinite {
      positions[index] = Self.nowhere
      failures += 1
    }
    return failures
  }

  /// The boundary in the target system, vertex by vertex.
  ///
  /// Sides stay straight lines between their ends. Throws
  /// `CoordinateTransformError.outside` for the first vertex that is no place.
  package func transform(_ boundary: MultiPolygon) throws -> MultiPolygon {
    if isIdentity, boundary.rings.allSatisfy({ $0.coordinates.allSatisfy(isPlace) }) {
      return boundary
    }
    return MultiPolygon(
      try boundary.polygons.map { polygon in
        Polygon(rings: try polygon.rings.map { Ring(try transform($0.coordinates)) })
      })
  }

  private static let nowhere = Coordinate(x: .nan, y: .nan)

  private func outside(_ position: Coordinate) -> CoordinateTransformError {
    .outside(position, from: source, to: target)
  }

  /// From the datum of a public map to the system that it is shifted from.
  private func toGround(_ position: inout Coordinate) {
    if case .named(let system) = source { position = system.toBase(position) }
  }

  /// From the system that the datum of a public map is shifted from to that datum.
  private func fromGround(_ position: inout Coordinate) {
    if case .named(let system) = target { position = system.fromBase(position) }
  }

  private func isPlace(_ position: Coordinate) -> Bool {
    guard position.isFinite else { return false }
    return !isInDegrees || abs(position.x) <= 180 && abs(position.y) <= 90
  }

  /// The code of a definition that is WGS 84 or CGCS2000 by another name, so that
  /// its coordinates need no arithmetic; any other name as it is.
  private static func canonical(_ name: CRSName) throws -> CRSName {
    switch name {
    case .named, .wgs84, .cgcs2000: return name
    case .epsg, .wkt, .proj, .adjusted:
      let context = try ProjContext()
      let system = try ProjSystem(name, in: context)
      if case .epsg = name { return name }
      for code in [CRSName.wgs84, .cgcs2000] {
        if system.isEquivalent(to: try ProjSystem(code, in: context)) { return code }
      }
      return name
    }
  }

  /// Whether PROJ has nothing to do between this name and another such one.
  private static func isGeographic(_ name: CRSName) -> Bool {
    if case .named(let system) = name { return CRSName.epsg(system.base).isWgs84Alike }
    return name.isWgs84Alike
  }
}

extension CRSName {
  fileprivate var isWgs84Alike: Bool { self == .wgs84 || self == .cgcs2000 }

  /// Whether it is the datum of a public map, which PROJ does not know.
  fileprivate var isShifted: Bool { if case .named = self { true } else { false } }

  /// The system that PROJ knows: of the datum of a public map that which it is shifted from.
  fileprivate var ground: CRSName {
    if case .named(let system) = self { .epsg(system.base) } else { self }
  }

  /// Whether its ordinates are known to be degrees without asking PROJ.
  fileprivate var isInDegrees: Bool {
    if case .named(let system) = self { return system.isInDegrees }
    return isWgs84Alike
  }
}
