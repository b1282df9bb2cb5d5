import GRDB

extension Session {
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
      arguments: [report.time, "batch \(report.batch) was rolled back", report.batch])
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
