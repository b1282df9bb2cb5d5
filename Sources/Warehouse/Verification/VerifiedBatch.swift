import Foundation
import GRDB
import Intake

/// What a batch says of itself, for its verification.
struct VerifiedBatch: FetchableRecord {
  let id: Int64
  let dataset: String
  /// Its figures, without reasons.
  let report: ImportReport
  /// How many more of its versions have a cell since they were attached again.
  let attachedShift: Int
  /// What was taken back of it.
  let rollback: RollbackReport?

  init(row: Row) throws {
    report = try BatchRecord(row: row).report
    (id, dataset) = (report.batch ?? 0, report.dataset)
    attachedShift = row["attached_shift"]
    let text: String? = row["rollback"]
    rollback = text.flatMap {
      try? JSONDecoder().decode(RollbackReport.self, from: Data($0.utf8))
    }
  }

  /// The versions that it brought.
  var brought: Int { report.inserted + report.updated }

  /// The versions of other batches that it ended, and that have not been opened again.
  var ended: Int {
    report.updated + report.retired - (rollback?.updatedReversed ?? 0)
      - (rollback?.retiredReversed ?? 0)
  }

  /// The versions that it brought and that were taken back, or went into the past.
  var takenBack: Int {
    if report.isHistory { return brought }
    return (rollback?.insertedReversed ?? 0) + (rollback?.updatedReversed ?? 0)
  }
}
