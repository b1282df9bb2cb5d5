import Foundation
import GRDB

extension Session {
  /// Takes a published batch back: its rows, the reports made of them, and its refused rows.
  ///
  /// What a later batch has changed since is kept and counted. The batch itself stays, marked, with
  /// what became of its rows.
  ///
  /// - Parameters:
  ///   - batch: a published batch.
  ///   - isDryRun: whether everything is done but kept.
  /// - Throws: `StoreError` where the rows do not add up; nothing is changed then.
  public func rollBack(_ batch: BatchRecord, isDryRun: Bool = false) throws -> RollbackReport {
    var report = RollbackReport(
      batch: batch.report.batch ?? 0, dataset: batch.report.dataset, isDryRun: isDryRun,
      time: Store.now())
    try db.inSavepoint {
      let rows = try DatasetRows(report.dataset, db)
      let outcome = try BatchReversal(report.batch, of: rows, db).run()
      try account(for: outcome, of: batch.report, in: &report)
      try mark(report)
      report.completed = try complete(before: report.batch, rows)
      try reverseReports(of: [report.batch] + report.completed, rows)
      try reverseEntries(of: &report)
      try keep(report)
      return isDryRun ? .rollback : .commit
    }
    return report
  }

  /// Every row that the batch changed is reversed, kept or in error.
  private func account(
    for outcome: BatchReversal.Outcome, of batch: ImportReport, in report: inout RollbackReport
  ) throws {
    report.insertedReversed = outcome.inserted
    report.updatedReversed = outcome.updated
    report.retiredReversed = outcome.retired
    report.kept = outcome.kept
    let changed = batch.inserted + batch.updated + batch.retired
    report.errors = changed - report.reversed - report.kept
    guard report.errors >= outcome.blocked else {
      throw StoreError.failed(
        path: store.path,
        detail: "batch \(report.batch) changed \(changed) rows, but \(report.reversed) taken back, "
          + "\(report.kept) kept and \(outcome.blocked) in error were found; nothing was changed. "
          + "Check the store with `gewu verify`")
    }
    report.laterBatches = try outcome.later.sorted { $0.key < $1.key }.map { batch, rows in
      let file = try String.fetchOne(
        db, sql: "SELECT file_name FROM batch WHERE id = ?", arguments: [batch])
      return RollbackReport.Later(batch: batch, file: file ?? "", rows: rows)
    }
  }

  private func mark(_ report: RollbackReport) throws {
    try db.execute(
      sql: "UPDATE batch SET status = 'rolled_back', rolled_back = ? WHERE id = ?",
      arguments: [report.time, report.batch])
  }

  private func keep(_ report: RollbackReport) throws {
    try db.execute(
      sql: "UPDATE batch SET rollback = ? WHERE id = ?",
      arguments: [
        String(decoding: try JSONEncoder().encode(report), as: UTF8.self), report.batch,
      ])
  }

  /// Goes over batches again that were taken back before, where rows were kept for a batch that
  /// is now gone as well.
  private func complete(before batch: Int64, _ rows: DatasetRows) throws -> [Int64] {
    let texts = try String.fetchAll(
      db,
      sql: """
        SELECT rollback FROM batch
        WHERE dataset = ? AND status = 'rolled_back' AND id < ? AND rollback IS NOT NULL
        ORDER BY id DESC
        """, arguments: [rows.dataset, batch])
    var completed: [Int64] = []
    for text in texts {
      var earlier = try JSONDecoder().decode(RollbackReport.self, from: Data(text.utf8))
      guard earlier.kept > 0 else { continue }
      let outcome = try BatchReversal(earlier.batch, of: rows, db).run()
      guard outcome.kept < earlier.kept else { continue }
      earlier.insertedReversed += outcome.inserted
      earlier.updatedReversed += outcome.updated
      earlier.retiredReversed += outcome.retired
      earlier.errors += earlier.kept - outcome.kept
      earlier.errors -= outcome.inserted + outcome.updated + outcome.retired
      earlier.kept = outcome.kept
      earlier.laterBatches.removeAll { outcome.later[$0.batch] == nil }
      for index in earlier.laterBatches.indices {
        earlier.laterBatches[index].rows =
          outcome.later[earlier.laterBatches[index].batch] ?? 0
      }
      try keep(earlier)
      completed.append(earlier.batch)
    }
    return completed
  }

  private func reverseReports(of batches: [Int64], _ rows: DatasetRows) throws {
    guard try ImportedReports.exist(for: rows.dataset, db) else { return }
    try ImportedReports(rows, db).reverse(batches: batches)
  }
}
