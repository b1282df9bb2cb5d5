import GRDB

/// Takes the rows of one batch back, within the caller's transaction.
///
/// No version is deleted: one that is taken back ends with the batch that brought it
/// (`to_batch = from_batch`), so that it was current at no time and can still be traced.
///
/// For each record the batches leave a chain of versions. A record changed by a later batch is
/// left alone; when that batch is taken back too, this one is gone over again, so that the order
/// in which batches are taken back does not matter.
struct BatchReversal {
  private let db: Database
  private let rows: DatasetRows
  private let batch: Int64

  /// Prepares the way for the rows of a batch.
  init(_ batch: Int64, of rows: DatasetRows, _ db: Database) {
    (self.batch, self.rows, self.db) = (batch, rows, db)
  }

  /// What became of the rows.
  struct Outcome: Equatable {
    var inserted = 0
    var updated = 0
    var retired = 0
    var kept = 0
    /// Versions that could not become current again.
    var blocked = 0
    /// The later batches with the number of rows that each of them changed.
    var later: [Int64: Int] = [:]
  }

  /// Ends the versions that the batch brought, then makes those current again that it ended:
  /// in this order two records may have swapped a unique value.
  func run() throws -> Outcome {
    defer { try? dropTemporary() }
    try dropTemporary()
    try takeVersionsBack()
    try findReopened()
    try db.execute(
      sql: """
        UPDATE \(rows.table) SET to_batch = NULL
        WHERE id IN (SELECT id FROM temp.ended WHERE obstacle = 0)
        """)
    var outcome = try count()
    outcome.later = try laterBatches()
    outcome.kept = outcome.later.values.reduce(0, +)
    return outcome
  }

  private func takeVersionsBack() throws {
    try db.execute(
      sql: """
        CREATE TEMP TABLE taken AS
          SELECT \(selection("t")) FROM \(rows.table) AS t
          WHERE from_batch = \(batch) AND to_batch IS NULL;
        UPDATE \(rows.table) SET to_batch = \(batch)
          WHERE from_batch = \(batch) AND to_batch IS NULL;
        """)
  }

  /// Lists the versions that the batch ended, and what keeps each from being current again:
  /// 0 nothing, 1 a later batch, 2 a row that should not be there.
  private func findReopened() throws {
    guard !rows.key.isEmpty else {
      try db.execute(
        sql: """
          CREATE TEMP TABLE ended AS
            SELECT t.id AS id, 0 AS obstacle, 0 AS is_update, 0 AS has_own FROM \(rows.table) AS t
            WHERE t.to_batch = \(batch) AND t.from_batch <> \(batch);
          """)
      return
    }
    let index = "(\(rows.key.map(SQLName.quoted).joined(separator: ", ")))"
    try db.execute(
      sql: """
        CREATE TEMP TABLE later AS
          SELECT \(selection("t")), t.from_batch AS from_batch FROM \(rows.table) AS t
          WHERE t.from_batch >= \(batch) AND t.to_batch IS NOT t.from_batch;
        CREATE INDEX temp.later_key ON later \(index);
        CREATE INDEX temp.taken_key ON taken \(index);
        CREATE TEMP TABLE ended AS
          SELECT \(selection("t")),
            CASE WHEN EXISTS (SELECT 1 FROM temp.later AS l WHERE \(rows.sameKey("l", "t"))) THEN 1
              WHEN EXISTS (SELECT 1 FROM \(rows.table) AS c
                WHERE c.to_batch IS NULL AND \(rows.sameKey("c", "t"))) THEN 2
              ELSE 0 END AS obstacle,
            EXISTS (SELECT 1 FROM temp.taken AS n WHERE \(rows.sameKey("n", "t"))) AS is_update,
            EXISTS (SELECT 1 FROM temp.later AS l
              WHERE l.from_batch = \(batch) AND \(rows.sameKey("l", "t"))) AS has_own
          FROM \(rows.table) AS t
          WHERE t.to_batch = \(batch) AND t.from_batch <> \(batch);
        """)
  }

  private func count() throws -> Outcome {
    var outcome = Outcome()
    let taken = try Int.fetchOne(db, sql: "SELECT count(*) FROM temp.taken") ?? 0
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*) FILTER (WHERE obstacle = 0 AND is_update) AS updated,
          count(*) FILTER (WHERE obstacle = 0 AND NOT is_update) AS retired,
          count(*) FILTER (WHERE obstacle = 2) AS blocked,
          count(*) FILTER (WHERE obstacle = 2 AND is_update) AS half
        FROM temp.ended
        """)
    outcome.updated = row?["updated"] ?? 0
    outcome.retired = row?["retired"] ?? 0
    outcome.blocked = row?["blocked"] ?? 0
    outcome.inserted = taken - outcome.updated - (row?["half"] ?? 0)
    return outcome
  }

  /// The batches that changed what this one brought, and those that brought back what it retired.
  private func laterBatches() throws -> [Int64: Int] {
    var counts: [Int64: Int] = [:]
    var queries = [
      """
      SELECT to_batch AS batch, count(*) AS rows FROM \(rows.table)
      WHERE from_batch = \(batch) AND to_batch <> \(batch) GROUP BY to_batch
      """
    ]
    if !rows.key.isEmpty {
      queries.append(
        """
        SELECT batch, count(*) AS rows FROM (
          SELECT min(l.from_batch) AS batch FROM temp.ended AS e
          JOIN temp.later AS l ON \(rows.sameKey("l", "e"))
          WHERE e.obstacle = 1 AND NOT e.has_own GROUP BY e.id)
        GROUP BY batch
        """)
    }
    for query in queries {
      for row in try Row.fetchAll(db, sql: query) {
        counts[row["batch"], default: 0] += row["rows"]
      }
    }
    return counts
  }

  /// The key of a version, under its own names, after its number.
  private func selection(_ alias: String) -> String {
    (["\(alias).id AS id"]
      + rows.key.map { "\(alias).\(SQLName.quoted($0)) AS \(SQLName.quoted($0))" })
      .joined(separator: ", ")
  }

  private func dropTemporary() throws {
    for name in ["taken", "later", "ended"] {
      try db.execute(sql: "DROP TABLE IF EXISTS temp.\(name)")
    }
  }
}
