package import Time

/// What taking a batch back did, or would do: every row that the batch changed is counted once.
///
/// `reversed + kept + errors` is what the batch inserted, updated and retired.
package struct RollbackReport: Hashable, Sendable, Codable {
  /// A later batch that stands in the way of taking rows back.
  package struct Later: Hashable, Sendable, Codable {
    package var batch: Int64
    /// The file that it loaded.
    package var file: String
    /// How many of the rows it has changed since.
    package var rows: Int
  }

  package var batch: Int64
  package var dataset: String
  /// Whether nothing was kept of it all.
  package var isDryRun: Bool
  /// When it was taken back.
  package var time: Moment
  /// Rows that the batch brought and that are gone again.
  package var insertedReversed = 0
  /// Rows that have their earlier version back.
  package var updatedReversed = 0
  /// Rows that the batch retired and that are back.
  package var retiredReversed = 0
  /// Rows left as they are, because a later batch changed them.
  package var kept = 0
  /// Rows that could not be taken back, because the store is not as the batches left it.
  package var errors = 0
  /// Refused rows of the batch that can no longer be replayed.
  package var entriesClosed = 0
  /// Refused rows of earlier batches that the batch had replayed, and that are open again.
  package var entriesReopened = 0
  /// The later batches that changed rows of this one.
  package var laterBatches: [Later] = []
  /// Batches taken back earlier whose kept rows could be taken back now as well.
  package var completed: [Int64] = []

  package var reversed: Int { insertedReversed + updatedReversed + retiredReversed }

  package enum CodingKeys: String, CodingKey {
    case batch, dataset, kept, errors, completed
    case isDryRun = "dry_run"
    case time = "rolled_back"
    case insertedReversed = "inserted_reversed"
    case updatedReversed = "updated_reversed"
    case retiredReversed = "retired_reversed"
    case entriesClosed = "entries_closed"
    case entriesReopened = "entries_reopened"
    case laterBatches = "later_batches"
  }
}
