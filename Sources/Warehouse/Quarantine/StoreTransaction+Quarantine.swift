import GRDB

extension StoreTransaction {
  /// The refused rows with their reasons, in the order of batches and rows.
  ///
  /// - Parameters:
  ///   - batch: only those of one batch.
  ///   - dataset: only those of one data set.
  ///   - status: `open`, `replayed`, `discarded`, or nil for all.
  package func quarantinedRows(
    batch: Int64? = nil, dataset: String? = nil, status: String? = "open", limit: Int = 100,
    offset: Int = 0
  ) throws -> [QuarantinedRow] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT q.*, b.dataset AS dataset
        FROM quarantine AS q JOIN batch AS b ON b.id = q.batch_id
        WHERE (? IS NULL OR q.batch_id = ?) AND (? IS NULL OR b.dataset = ?)
          AND (? IS NULL OR q.status = ?) AND b.status = 'published'
        ORDER BY q.batch_id, q.row_number LIMIT ? OFFSET ?
        """,
      arguments: [batch, batch, dataset, dataset, status, status, limit, offset])
    return try rows.map { row in
      QuarantinedRow(
        id: row["id"], number: row["first_id"] ?? row["id"], batch: row["batch_id"],
        dataset: row["dataset"], row: row["row_number"],
        line: row["line"], byteOffset: row["byte_offset"], raw: row["raw"],
        status: row["status"], reasons: try reasons(row: row["id"]))
    }
  }

  /// How many open rows there are for each data set and reason, the most frequent first.
  package func reasonCounts(batch: Int64? = nil, dataset: String? = nil) throws -> [ReasonCount] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT b.dataset AS dataset, r.code AS code, count(DISTINCT q.id) AS rows,
          min(r.message_en) AS message, min(r.message_zh) AS message_zh
        FROM quarantine AS q JOIN batch AS b ON b.id = q.batch_id
        JOIN quarantine_reason AS r ON r.quarantine_id = q.id
        WHERE q.status = 'open' AND b.status = 'published'
          AND (?1 IS NULL OR q.batch_id = ?1) AND (?2 IS NULL OR b.dataset = ?2)
        GROUP BY b.dataset, r.code ORDER BY rows DESC, dataset, code
        """, arguments: [batch, dataset]
    ).map {
      ReasonCount(
        dataset: $0["dataset"], code: $0["code"], rows: $0["rows"], example: $0["message"],
        exampleChinese: $0["message_zh"])
    }
  }

  private func reasons(row: Int64) throws -> [QuarantinedRow.Reason] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM quarantine_reason WHERE quarantine_id = ? ORDER BY id",
      arguments: [row]
    ).map {
      QuarantinedRow.Reason(
        code: $0["code"], field: $0["field"], value: $0["value"], message: $0["message_en"],
        messageChinese: $0["message_zh"])
    }
  }
}

extension StoreTransaction {
  /// A batch with refused rows that nobody has dealt with.
  package struct OpenBatch: Sendable, Equatable {
    package let id: Int64
    package let dataset: String
    /// The last published load of the data set, where one followed the file of this batch.
    package let successor: Int64?
  }

  /// Whether a batch, or any batch of a data set, has an open refused row.
  package func hasOpenRows(batch: Int64?, dataset: String) throws -> Bool {
    try !openBatches(batch: batch, dataset: dataset).isEmpty
  }

  /// The batches with open refused rows, the earliest first.
  ///
  /// - Parameters:
  ///   - batch: only this one.
  ///   - dataset: only those of one data set.
  package func openBatches(batch: Int64? = nil, dataset: String? = nil) throws -> [OpenBatch] {
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
  package func quarantineTable(batch: Int64?, dataset: String) throws -> QuarantineTable {
    try QuarantineTable(batch: batch, dataset: dataset, db)
  }

  /// Whether the refused row of a number is open.
  package func isOpen(row number: Int64) throws -> Bool {
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
  package func discard(batch: Int64?, dataset: String?, note: String) throws -> Int {
    try discard(
      where: "(?3 IS NULL OR batch_id = ?3) AND (?4 IS NULL OR b.dataset = ?4)", note: note,
      [batch, dataset])
  }

  /// Closes open rows, by their numbers, without loading them.
  ///
  /// - Returns: how many.
  package func discard(rows numbers: [Int64], note: String) throws -> Int {
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
        """, arguments: [now, note] + arguments)
    return db.changesCount
  }
}
