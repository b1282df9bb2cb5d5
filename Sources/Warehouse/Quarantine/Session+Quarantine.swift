import GRDB

extension Session {
  /// The refused rows with their reasons, in the order of batches and rows.
  ///
  /// - Parameters:
  ///   - batch: only those of one batch.
  ///   - dataset: only those of one data set.
  ///   - status: `open`, `replayed`, `discarded`, or nil for all.
  public func quarantinedRows(
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
  public func reasonCounts(batch: Int64? = nil, dataset: String? = nil) throws -> [ReasonCount] {
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
