package import Time

/// Why something cannot be done with a batch.
package enum BatchFault: UseCaseError, Equatable, Sendable {
  case noBatch(Int64)
  /// It cannot be rolled back: its rows are staged, not published.
  case stagedNotPublished(Int64)
  case rolledBackAlready(Int64, at: Moment)
  /// The batches to compare are of two data sets.
  case ofTwoDatasets(Int64, String, Int64, String)
  /// There is no state after it to compare.
  case noStateAfterRollback(Int64, at: Moment?)
  /// It is staged, so that there is nothing to compare.
  case nothingToCompare(Int64)

  package var kind: FailureKind {
    switch self {
    case .noBatch: .notFound
    case .ofTwoDatasets: .invalid
    case .stagedNotPublished, .rolledBackAlready, .noStateAfterRollback, .nothingToCompare:
      .conflict
    }
  }
}
