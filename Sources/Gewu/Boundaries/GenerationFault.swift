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
  /// The generation is of another net than the one asked.
  case ofOtherNet(Int64, String, asked: String)

  package var kind: FailureKind {
    switch self {
    case .noGeneration, .nothingLoaded: .notFound
    case .ofTwoNets, .ofOtherNet: .invalid
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
