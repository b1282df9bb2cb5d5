import Geometry
import Projections

/// The cells that have edges which are straight lines in the store, and elsewhere in the file.
package struct BentEdges: Sendable, Equatable, Codable {
  /// The codes of the cells.
  package var codes: [String]
  /// How far off the middle of the worst edge is, in metres.
  package var metres: Double
}

/// Brings boundaries of a file into the store's reference system, cut along the antimeridian where
/// they cross it.
struct Placing {
  /// A boundary in the store's reference system.
  struct Placed {
    var boundary: MultiPolygon
    /// Whether it was taken across the antimeridian.
    var isCut: Bool
    /// How far the middle of an edge is from its place in the file at most, in metres: positions alone
    /// are transformed, and edges are straight lines between them.
    var sagitta: Double
  }

  /// Why a boundary has no place.
  struct Fault: Error {
    var fact: GridLoadFault.BoundaryFault
  }

  /// Edges that are farther off than this, in metres, are reported; the accuracy of a good survey.
  static let tolerance = 0.1

  private let transform: CoordinateTransform
  private let isFileGeographic: Bool
  private let isStoreGeographic: Bool
  private let scale: GroundScale

  init(from file: CRSName, to store: CRSName, within area: DegreeArea?) throws {
    transform = try CoordinateTransform(from: file, to: store, within: area)
    (isFileGeographic, isStoreGeographic) = (file.isGeographic, store.isGeographic)
    scale = try GroundScale(crs: store)
  }

  /// - Throws: ``Fault``.
  func place(_ drawn: MultiPolygon) throws -> Placed {
    do {
      let source = isFileGeographic ? Antimeridian.normalised(drawn) : drawn
      let placed = try transform.transform(source)
      let isFromPlane = isStoreGeographic && !isFileGeographic
      if isFromPlane, placed.rings.contains(where: Self.meetsPole) { throw Fault(fact: .atPole) }
      let (boundary, isCut) =
        isStoreGeographic ? try AntimeridianCut.cut(placed) : (placed, false)
      // One from 10 to 350 degrees was taken for one from -10 to 10 before it was to be cut.
      let isShorter = isFileGeographic && drawn.rings.contains(where: AntimeridianCut.jumps)
      return Placed(
        boundary: boundary, isCut: isCut || isShorter, sagitta: sagitta(of: placed, drawn: source))
    } catch let error as CoordinateTransformError {
      throw Fault(fact: .transform(error))
    } catch is AntimeridianCut.AroundPole {
      throw Fault(fact: .aroundPole)
    }
  }

  /// Whether a position or the inside of an edge lies at a pole, as those of a plane around it do.
  private static func meetsPole(_ ring: Ring) -> Bool {
    let hair = 1e-7
    return zip(ring.coordinates, ring.coordinates.dropFirst()).contains { a, b in
      abs(a.y) > 90 - hair || abs(abs(a.x - b.x) - 180) < hair
    }
  }

  private func sagitta(of placed: MultiPolygon, drawn: MultiPolygon) -> Double {
    guard !transform.isIdentity else { return 0 }
    var most = 0.0
    for (ring, source) in zip(placed.rings, drawn.rings) {
      guard let first = ring.coordinates.first, let ground = scale.ground(at: first) else {
        continue
      }
      var middles = zip(source.coordinates, source.coordinates.dropFirst()).map(Self.middle)
      transform.transformInPlace(&middles)
      for (index, middle) in middles.enumerated() where middle.isFinite {
        let straight = Self.middle(ring.coordinates[index], ring.coordinates[index + 1])
        let (x, y) = (middle.x - straight.x, middle.y - straight.y)
        // Across the antimeridian the middle between the longitudes is half a turn off.
        if isStoreGeographic, abs(x) > 90 { continue }
        let (east, north) = (x * ground.metresPerX, y * ground.metresPerY)
        most = max(most, (east * east + north * north).squareRoot())
      }
    }
    return most
  }

  private static func middle(_ a: Coordinate, _ b: Coordinate) -> Coordinate {
    Coordinate(x: a.x / 2 + b.x / 2, y: a.y / 2 + b.y / 2)
  }
}
