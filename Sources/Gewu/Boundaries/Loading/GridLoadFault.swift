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
  /// Neither the request nor the file says which reference system the boundaries are in.
  case noReferenceSystem(file: String)

  /// What is wrong with one boundary.
  package enum BoundaryFault: Equatable, Sendable {
    case geometry(GeometryError)
    case transform(CoordinateTransformError)
    /// It goes around a pole, or around the globe, and cannot be cut along the antimeridian.
    case aroundPole
    /// The file itself is wrong there.
    case unreadable(TabularFact)
  }

  package var kind: FailureKind { .invalid }
}
