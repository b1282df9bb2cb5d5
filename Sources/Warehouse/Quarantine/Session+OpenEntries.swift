import GRDB

extension Session {
  /// A batch with refused rows that nobody has dealt with.
  public struct OpenBatch: Sendable, Equatable {
    /// The batch.
    public let id: Int64
    /// Its data set.
    public let dataset: String
    /// The last published load of the data set, where one followed the file of this batch.
    public let successor: Int64?
  }

  /// Whether a batch, or any batch of a data set, has an open refused row.
  public func hasOpenRows(batch: Int64?, dataset: String) throws -> Bool {
    try !openBatches(batch: batch, dataset: dataset).isEmpty
  }

  /// The batches with open refused rows, the earliest first.
  ///
  /// - Parameters:
  ///   - batch: only this one.
  ///   - dataset: only those of one data set.
  public func openBatches(batch: Int64? = nil, dataset: String? = nil) throws -> [OpenBatch] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT b.id AS id, b.dataset AS dataset, (
            SELECT max(s.id) FROM batch AS s
            WHERE s.dataset = b.dataset AND s.status = 'published' AND s.kind = 'import'
              AND s.id > CASE b.kind WHEN 'import' THEN b.id ELSE b.parent_batch END
              AND s.id <> b.id) AS successor
        FROM batch AS b
        WHERE b.status = 'published' AND (?1 IS NULL OR b.id = ?1) AND (?2 IS NULL OR b.dataset = ?2)
          AND EXISTS (SELECT 1 FROM quarantine AS q WHERE q.batch_id = b.id AND q.status = 'open')
        ORDER BY b.id
        """, arguments: [batch, dataset]
    ).map { OpenBatch(id: $0["id"], dataset: $0["dataset"], successor: $0["successor"]) }
  }

  /// The open rows of a data set, or of one of its batches, as a table to be sent back.
  public func quarantineTable(batch: Int64?, dataset: String) throws -> QuarantineTable {
    try QuarantineTable(batch: batch, dataset: dataset, db)
  }

  /// Whether the refused row of a number is open.
  public func isOpen(row number: Int64) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM quarantine AS q JOIN batch AS b ON b.id = q.batch_id
          WHERE q.status = 'open' AND b.status = 'published'
            AND (q.first_id = ?1 OR (q.id = ?1 AND q.first_id IS NULL)))
        """, arguments: [number]) ?? false
  }

  /// Closes the open rows of a batch or a data set without loading them.
  ///
  /// - Returns: how many.
  public func discard(batch: Int64?, dataset: String?, note: String) throws -> Int {
    try discard(
      where: "(?3 IS NULL OR batch_id = ?3) AND (?4 IS NULL OR b.dataset = ?4)", note: note,
      [batch, dataset])
  }

  /// Closes open rows, by their numbers, without loading them.
  ///
  /// - Returns: how many.
  public func discard(rows numbers: [Int64], note: String) throws -> Int {
    let list = numbers.map { "\($0)" }.joined(separator: ",")
    return try discard(where: "coalesce(q.first_id, q.id) IN (\(list))", note: note, [])
  }

  private func discard(
    where condition: String, note: String, _ arguments: StatementArguments
  ) throws -> Int {
    try db.execute(
      sql: """
        UPDATE quarantine SET status = 'discarded', resolved = ?1, note = ?2
        WHERE id IN (SELECT q.id FROM quarantine AS q JOIN batch AS b ON b.id = q.batch_id
          WHERE q.status = 'open' AND b.status = 'published' AND \(condition))
        """, arguments: [Store.now(), note] + arguments)
    return db.changesCount
  }
}
