import Intake
import Foundation
import Time
package import Warehouse

extension District {
  /// Takes a batch back: what it inserted goes, what it changed or retired is as it was before.
  ///
  /// Rows that a later batch has changed since are kept and counted, and that batch is named. All
  /// in one transaction.
  ///
  /// - Parameter isDryRun: whether everything is done but kept.
  /// - Throws: ``BatchFault`` where there is no such batch, or it was taken back already;
  ///   `StoreError`. Nothing was changed then.
  package func rollBack(batch id: Int64, isDryRun: Bool = false) throws -> RollbackReport {
    try store.withWriterLock { try rollBackLocked(batch: id, isDryRun: isDryRun) }
  }

  private func rollBackLocked(batch id: Int64, isDryRun: Bool) throws -> RollbackReport {
    try store.write { session in
      let batch = try Self.batch(id, session: session)
      guard batch.report.status != .staged else {
        throw BatchFault.stagedNotPublished(id)
      }
      if let time = batch.rolledBack {
        throw BatchFault.rolledBackAlready(id, at: time)
      }
      return try session.rollBack(batch, isDryRun: isDryRun)
    }
  }

  /// The batch of a number.
  ///
  /// - Throws: ``BatchFault`` where there is none.
  static func batch(_ id: Int64, session: StoreTransaction) throws -> BatchRecord {
    guard let batch = try session.batch(id: id) else {
      throw BatchFault.noBatch(id)
    }
    return batch
  }
}

/// Batches as a list shows them.
package enum BatchListing {
  /// The headings; those of numbers are true.
  package static let columns: [(name: String, isNumber: Bool)] = [
    ("batch", true), ("data set", false), ("file", false), ("status", false), ("read", true),
    ("inserted", true), ("updated", true), ("unchanged", true), ("retired", true),
    ("duplicate", true), ("quarantined", true), ("blank", true), ("attached", true),
    ("unattached", true),
  ]

  /// The values of one batch.
  package static func row(of batch: BatchRecord) -> [String] {
    let report = batch.report
    let name = report.file.split(separator: "/").last.map(String.init) ?? report.file
    let numbers = [
      report.read, report.inserted, report.updated, report.unchanged, report.retired,
      report.duplicate, report.quarantined, report.blank, report.attached, report.unattached,
    ]
    return ["\(report.batch ?? 0)", report.dataset, name, report.status.rawValue]
      + numbers.map { "\($0)" }
  }

  /// Everything that is known of one batch, a line each.
  package static func details(of batch: BatchRecord) -> [(name: String, value: String)] {
    var details = [
      ("file", "\(batch.report.file), \(batch.fileBytes) bytes, \(batch.encoding)"),
      ("sha-256", batch.fileHash), ("manifest", batch.manifestHash),
      ("started", batch.started.text), ("published", batch.ended?.text ?? ""),
      ("generation", batch.generation.map { "\($0)" } ?? "none was active"),
      ("version", batch.toolVersion ?? ""),
    ]
    if let parent = batch.parentBatch { details.append(("replays", "batch \(parent)")) }
    if let time = batch.rolledBack { details.append(("rolled back", time.text)) }
    return details
  }

  /// What was thrown away with a staged batch.
  package static func discarding(of batch: BatchRecord) -> String {
    let report = batch.report
    return "batch \(report.batch ?? 0) is gone: \(report.read) rows of \(report.file) had been "
      + "staged"
  }

  /// What became of the rows of one batch.
  package static func summary(of batch: BatchRecord) -> String { batch.report.summary }
}
