package import Geometry
package import Projections
package import Tabular
package import Time

/// Why something cannot be done with a generation of boundaries.
package enum GenerationFault: UseCaseError, Equatable, Sendable {
  case noGeneration(Int64)
  /// No boundaries are loaded yet.
  case nothingLoaded
  /// Only the one being prepared can be activated.
  case notPreparing(Int64, status: String)
  /// The moment to activate one is not after that of the active one.
  case tooEarly(active: Int64, since: Moment)
  /// Another one is prepared or active, so that repairing this one leads nowhere.
  case notTheNewest(Int64, status: String, newest: Int64, newestStatus: String)
  /// The generations to compare are of two nets.
  case ofTwoNets(Int64, String, Int64, String)

  package var kind: GewuError.Kind {
    switch self {
    case .noGeneration, .nothingLoaded: .notFound
    case .ofTwoNets: .invalid
    case .notPreparing, .tooEarly, .notTheNewest: .conflict
    }
  }
}

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
    /// The file itself is wrong there.
    case unreadable(TabularFact)
  }

  package var kind: GewuError.Kind { .invalid }
}
