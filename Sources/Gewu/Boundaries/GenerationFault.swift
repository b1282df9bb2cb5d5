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

  package var kind: FailureKind {
    switch self {
    case .noGeneration, .nothingLoaded: .notFound
    case .ofTwoNets: .invalid
    case .notPreparing, .tooEarly, .notTheNewest: .conflict
    }
  }
}

/// Why a gap cannot be accepted, or an acceptance not taken away.
package enum GapFault: UseCaseError, Equatable, Sendable {
  /// The position is in no gap that cells enclose: in the cell that is named, or outside all.
  case noGap(longitude: Double, latitude: Double, generation: Int64, cell: String?)
  /// The gap has been accepted before.
  case accepted(Int64, name: String?)
  case noSuchGap(Int64, net: String)

  package var kind: FailureKind {
    switch self {
    case .noGap, .noSuchGap: .notFound
    case .accepted: .conflict
    }
  }
}

/// The refusal to activate a generation because too many of the cells that answer now are not in it;
/// nothing was changed.
package struct CellLoss: UseCaseError, Equatable, Sendable {
  /// The share of a level's cells, 0…1, that an activation may take away where nobody says otherwise.
  package static let usualLimit = 0.5

  package var generation: Int64
  /// The level that loses the greatest share of its cells.
  package var level: String
  /// How many of its cells have a code that the generation does not have.
  package var gone: Int
  /// How many cells it has now.
  package var before: Int
  /// The share that may go.
  package var limit: Double

  package init(generation: Int64, level: String, gone: Int, before: Int, limit: Double) {
    self.generation = generation
    self.level = level
    self.gone = gone
    self.before = before
    self.limit = limit
  }

  /// The share of its cells that the level loses, 0…1.
  package var share: Double { before == 0 ? 0 : Double(gone) / Double(before) }

  package var kind: FailureKind { .refused }
}
