import Foundation
import GRDB

/// What a batch says of itself, for its verification.
struct VerifiedBatch {
  let id: Int64
  let dataset: String
  let isPublished: Bool
  /// Its figures, without reasons.
  let report: ImportReport
  /// How many more of its versions have a cell since they were attached again.
  let attachedShift: Int
  /// What was taken back of it.
  let rollback: RollbackReport?

  init(_ row: Row) {
    (id, dataset) = (row["id"], row["dataset"])
    isPublished = row["status"] == "published"
    var report = ImportReport(dataset: dataset, file: row["file_name"], status: .published)
    report.read = row["read"]
    report.inserted = row["inserted"]
    report.updated = row["updated"]
    report.unchanged = row["unchanged"]
    report.retired = row["retired"]
    report.duplicate = row["duplicate"]
    report.quarantined = row["quarantined"]
    report.blank = row["blank"]
    report.attached = row["attached"]
    report.unattached = row["unattached"]
    self.report = report
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

  /// The versions that it brought and that were taken back.
  var takenBack: Int { (rollback?.insertedReversed ?? 0) + (rollback?.updatedReversed ?? 0) }
}
