import GRDB

extension StoreTransaction {
  /// The refused rows with their reasons, in the order of batches and rows.
  ///
  /// - Parameters:
  ///   - batch: only those of one batch.
  ///   - dataset: only those of one data set.
  ///   - status: `open`, `replayed`, `discarded`, or nil for all.
  ///   - withText: whether the rows are read as they came; needs the key where they are sealed.
  package func quarantinedRows(
    batch: Int64? = nil, dataset: String? = nil, status: String? = "open", limit: Int = 100,
    offset: Int = 0, withText: Bool = true
  ) throws -> [QuarantinedRow] {
    if withText { try store.seal.prepareToOpen(db) }
    let selected = """
      FROM quarantine AS q JOIN batch AS b ON b.id = q.batch_id
      WHERE (?1 IS NULL OR q.batch_id = ?1) AND (?2 IS NULL OR b.dataset = ?2)
        AND (?3 IS NULL OR q.status = ?3) AND b.status = 'published'
      ORDER BY q.batch_id, q.row_number LIMIT ?4 OFFSET ?5
      """
    let arguments: StatementArguments = [batch, dataset, status, limit, offset]
    let reasons = try KeptArguments.reasons(
      db, ofRows: "SELECT q.id \(selected)", arguments: arguments)
    return try Row.fetchAll(
      db,
      sql: """
        SELECT q.*, b.dataset AS dataset, \(withText ? RefusedText.value(in: "q") : "''") AS text
        \(selected)
        """, arguments: arguments
    ).map { row in
      QuarantinedRow(
        id: row["id"], number: row["first_id"] ?? row["id"], batch: row["batch_id"],
        dataset: row["dataset"], row: row["row_number"],
        line: row["line"], byteOffset: row["byte_offset"], raw: row["text"],
        status: row["status"], reasons: reasons[row["id"]] ?? [])
    }
  }

  /// How many open rows there are for each data set and reason, the most frequent first.
  package func reasonCounts(batch: Int64? = nil, dataset: String? = nil) throws -> [ReasonCount] {
    let selected = """
      FROM quarantine AS q JOIN batch AS b ON b.id = q.batch_id
      JOIN quarantine_reason AS r ON r.quarantine_id = q.id
      WHERE q.status = 'open' AND b.status = 'published'
        AND (?1 IS NULL OR q.batch_id = ?1) AND (?2 IS NULL OR b.dataset = ?2)
      """
    var examples: [[String]: [QuarantinedRow.Reason]] = [:]
    for row in try Row.fetchAll(
      db,
      sql: """
        SELECT DISTINCT b.dataset AS dataset, r.code AS code, r.field AS field, NULL AS value,
          r.arguments AS arguments \(selected)
        """, arguments: [batch, dataset])
    {
      examples[[row["dataset"], row["code"]], default: []].append(try KeptArguments.reason(row))
    }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT b.dataset AS dataset, r.code AS code, count(DISTINCT q.id) AS rows \(selected)
        GROUP BY b.dataset, r.code ORDER BY rows DESC, dataset, code
        """, arguments: [batch, dataset]
    ).map {
      ReasonCount(
        dataset: $0["dataset"], code: $0["code"], rows: $0["rows"],
        examples: examples[[$0["dataset"], $0["code"]]] ?? [])
    }
  }

  /// Keeps the templates of what the program says of reasons, for those who read the store by SQL.
  package func keep(wordings: [StoredWording]) throws {
    guard try !hasKept(wordings: wordings) else { return }
    try db.execute(sql: "DELETE FROM wording")
    let insertion = try db.makeStatement(sql: "INSERT INTO wording (code, en, zh) VALUES (?,?,?)")
    for wording in wordings {
      try insertion.execute(arguments: [wording.code, wording.english, wording.chinese])
    }
  }

  /// Whether exactly these are kept.
  package func hasKept(wordings: [StoredWording]) throws -> Bool {
    let kept = try Row.fetchAll(db, sql: "SELECT code, en, zh FROM wording").map {
      StoredWording(code: $0["code"], english: $0["en"], chinese: $0["zh"])
    }
    return kept.count == wordings.count && Set(kept) == Set(wordings)
  }
}

extension StoreTransaction {
  /// A batch with refused rows that nobody has dealt with.
  package struct OpenBatch: Sendable, Equatable {
    package let id: Int64
    package let dataset: String
    /// The last published load of the data set, where one followed the file of this batch.
    package let successor: Int64?
    /// Whether its rows went into the past, so that they are out of date for any load.
    package let isHistory: Bool
  }

  /// Whether a batch, or any batch of a data set, has an open refused row.
  package func hasOpenRows(batch: Int64?, dataset: String) throws -> Bool {
    try openBatches(batch: batch, dataset: dataset).contains { !$0.isHistory }
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
              AND NOT s.is_history AND (b.is_history
                OR s.id > CASE b.kind WHEN 'import' THEN b.id ELSE b.parent_batch END)
              AND s.id <> b.id) AS successor, b.is_history AS is_history
        FROM batch AS b
        WHERE b.status = 'published' AND (?1 IS NULL OR b.id = ?1) AND (?2 IS NULL OR b.dataset = ?2)
          AND EXISTS (SELECT 1 FROM quarantine AS q WHERE q.batch_id = b.id AND q.status = 'open')
        ORDER BY b.id
        """, arguments: [batch, dataset]
    ).map {
      OpenBatch(
        id: $0["id"], dataset: $0["dataset"], successor: $0["successor"],
        isHistory: $0["is_history"])
    }
  }

  /// The open rows of a data set, or of one of its batches, as a table to be sent back.
  package func quarantineTable(batch: Int64?, dataset: String) throws -> QuarantineTable {
    try QuarantineTable(batch: batch, dataset: dataset, store.seal, db)
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
    let count = db.changesCount
    if count > 0 { try self.note(.discardRows, "quarantine") }
    return count
  }
}
