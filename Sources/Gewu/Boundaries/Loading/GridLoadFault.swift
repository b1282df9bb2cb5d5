package import Geometry
package import Projections
package import Tabular

/// Why boundaries cannot be loaded as they were asked for.
package enum GridLoadFault: UseCaseError, Equatable, Sendable {
  case noLevel(String, known: [String])
  /// Parents were to come from a field and from a table too.
  case parentsFromTwo
  /// Two features of a file have the same code.
  case repeatedCode(String, features: Int, Int, file: String)
  /// The boundary of a feature cannot be read, or has no place in the store's reference system.
  case badBoundary(feature: Int, file: String, code: String, BoundaryFault)
  /// The parts of a code cannot be joined to one boundary: their rings are invalid, or ground would be
  /// lost.
  case partsNotJoined(code: String, feature: Int, file: String, at: Coordinate)
  /// A drawing has areas without a label and labels outside all areas: labels may have left their own.
  case labelsAstray(file: String, unlabelled: Int, lost: [String])
  /// Neither the request nor the file says which reference system the boundaries are in.
  case noReferenceSystem(file: String)

  /// What is wrong with one boundary.
  package enum BoundaryFault: Equatable, Sendable {
    case geometry(GeometryError)
    case transform(CoordinateTransformError)
    /// It goes around a pole, or around the globe, and cannot be cut along the antimeridian.
    case aroundPole
    /// A position or an edge of it lies at a pole, which has no longitude.
    case atPole
    /// The file itself is wrong there.
    case unreadable(TabularFact)
  }

  package var kind: FailureKind { .invalid }
}
