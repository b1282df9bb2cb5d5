import Intake
import Foundation
import GRDB
import Time

extension StoreTransaction {
  /// Takes a published batch back: its rows, the reports made of them, and its refused rows.
  ///
  /// What a later batch has changed since is kept and counted. The batch itself stays, marked, with
  /// what became of its rows.
  ///
  /// - Parameters:
  ///   - batch: a published batch.
  ///   - isDryRun: whether everything is done but kept.
  /// - Throws: `StoreError` where the rows do not add up; nothing is changed then.
  package func rollBack(_ batch: BatchRecord, isDryRun: Bool = false) throws -> RollbackReport {
    var report = RollbackReport(
      batch: batch.report.batch ?? 0, dataset: batch.report.dataset, isDryRun: isDryRun,
      time: now)
    try db.inSavepoint {
      let rows = try DatasetRows(report.dataset, db)
      var outcome = try BatchReversal(report.batch, of: rows, db).run()
      // Rows that went into the past ended with their batch from the start.
      if batch.report.isHistory { outcome.inserted = batch.report.inserted }
      try account(for: outcome, of: batch.report, in: &report)
      try mark(report)
      report.completed = try complete(before: report.batch, rows)
      try forgetMatches(of: report.dataset, table: rows.name)
      try forgetSubjectRows(of: report.dataset, table: rows.name)
      try reverseReports(of: [report.batch] + report.completed, rows)
      try reverseEntries(of: &report)
      try restoreColumns(of: report.dataset)
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
        .rollbackUnbalanced(
          batch: report.batch, changed: changed, reversed: report.reversed, kept: report.kept,
          blocked: outcome.blocked))
    }
    report.laterBatches = try outcome.later.sorted { $0.key < $1.key }.map { batch, rows in
      let file = try String.fetchOne(
        db, sql: "SELECT file_name FROM batch WHERE id = ?", arguments: [batch])
      return RollbackReport.Later(batch: batch, file: file ?? "", rows: rows)
    }
  }

  private func mark(_ report: RollbackReport) throws {
    let operation = try note(.rollback, "batch/\(report.batch)")
    try db.execute(
      sql: """
        UPDATE batch SET status = 'rolled_back', rolled_back = ?, rolled_back_operation = ?
        WHERE id = ?
        """, arguments: [report.time, operation, report.batch])
  }

  /// Gives fields the columns back whose types only batches have changed that are gone.
  private func restoreColumns(of dataset: String) throws {
    let row = try Row.fetchOne(
      db, sql: "SELECT table_name, view_name FROM dataset WHERE name = ?", arguments: [dataset])
    guard let row else { return }
    try DatasetTable.restoreColumns(ofTable: row["table_name"], view: row["view_name"], db)
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
    let manifest = try dataset(named: rows.dataset).flatMap { try? self.manifest(of: $0) }
    try ImportedReports(rows, manifest, at: now, store.seal, db).reverse(batches: batches)
  }
}

extension StoreTransaction {
  /// Closes the refused rows of a batch that is taken back, and opens those again that it had
  /// replayed.
  ///
  /// A row's entries form a chain: the first refusal, then one for each replay that refused it
  /// again. Of the batches that still count the last one decides: where it refused the row, that
  /// entry is open.
  func reverseEntries(of report: inout RollbackReport) throws {
    try db.execute(
      sql: """
        UPDATE quarantine SET status = 'discarded', resolved = ?, note = ?
        WHERE batch_id = ? AND status = 'open'
        """,
      arguments: [report.time, StoredNote.rolledBack.rawValue, report.batch])
    report.entriesClosed = db.changesCount
    try db.execute(
      sql: """
        WITH chain AS (
          SELECT DISTINCT coalesce(first_id, id) AS first FROM quarantine
          WHERE replayed_in = ?1 OR (batch_id = ?1 AND first_id IS NOT NULL)),
        entry AS (
          SELECT c.first AS first, q.* FROM chain AS c JOIN quarantine AS q ON q.id = c.first
          UNION ALL
          SELECT c.first AS first, q.* FROM chain AS c JOIN quarantine AS q ON q.first_id = c.first),
        last AS (
          SELECT max(CASE WHEN b.status = 'published' THEN e.id END) AS made,
            max(CASE WHEN e.status = 'replayed' AND r.status = 'published' THEN e.id END) AS closed
          FROM entry AS e JOIN batch AS b ON b.id = e.batch_id
          LEFT JOIN batch AS r ON r.id = e.replayed_in
          GROUP BY e.first)
        UPDATE quarantine SET status = 'open', replayed_in = NULL, resolved = NULL
        WHERE status = 'replayed'
          AND id IN (SELECT made FROM last WHERE made > coalesce(closed, 0))
        """, arguments: [report.batch])
    report.entriesReopened = db.changesCount
  }
}
