import Intake
import Datasets
import GRDB

/// Compares two states of a data set, each the one after a batch.
///
/// A version is in the state after batch B where `from_batch <= B` and it had not ended by then.
/// Versions that were taken back are in no state; those of a batch that went into the past are in the
/// state of that batch alone.
struct BatchComparison {
  /// So many examples are given.
  static let sampleCount = 20

  private let rows: DatasetRows
  private let old: Int64
  private let new: Int64
  private let outline: ManifestOutline
  /// Those of the two that went into the past.
  private let past: Set<Int64>
  private let db: Database

  /// Prepares a comparison.
  ///
  /// - Parameters:
  ///   - old: the earlier batch, 0 for the state before all batches.
  ///   - new: the later batch.
  init(
    _ dataset: String, from old: Int64, to new: Int64, _ seal: StoreSeal, _ db: Database
  ) throws {
    (self.old, self.new, self.db) = (old, new, db)
    rows = try DatasetRows(dataset, db)
    if !rows.sealed.isEmpty { try seal.prepareToOpen(db) }
    past = try Int64.fetchSet(
      db, sql: "SELECT id FROM batch WHERE is_history AND id IN (?, ?)", arguments: [old, new])
    let manifest = try String.fetchOne(
      db, sql: "SELECT manifest FROM dataset WHERE name = ?", arguments: [dataset])
    outline = ManifestOutline(yaml: manifest ?? "")
  }

  /// Says what a batch that is not published yet changes.
  static func plan(
    of batch: Int64, in dataset: String, _ seal: StoreSeal, _ db: Database
  ) throws -> BatchDiff {
    let base = try self.batch(before: batch, of: dataset, db) ?? 0
    var diff = try BatchComparison(dataset, from: base, to: batch, seal, db).run()
    diff.to = nil
    return diff
  }

  /// The keys of some rows that a batch that is not published ends, as they may be shown.
  static func ended(
    by batch: Int64, in dataset: String, _ seal: StoreSeal, _ db: Database
  ) throws -> [String] {
    let comparison = try BatchComparison(dataset, from: 0, to: batch, seal, db)
    let (rows, limit) = (comparison.rows, RefusedExample.most)
    guard !rows.key.isEmpty else { return [] }
    let columns = rows.keyFields.map { rows.value(of: $0, in: "t") }.joined(separator: ", ")
    let ended = rows.sameKey("t", "n")
    return try Row.fetchAll(
      db,
      sql: """
        SELECT \(columns) FROM \(rows.table) AS t WHERE t.to_batch = \(batch)
          AND NOT EXISTS (SELECT 1 FROM \(rows.table) AS n
            WHERE n.to_batch IS NULL AND n.from_batch = \(batch) AND \(ended))
        ORDER BY t.id LIMIT \(limit)
        """
    ).map { row in
      rows.keyFields.indices.map { comparison.shown(row, $0, rows.keyFields[$0]) ?? "" }
        .joined(separator: ",")
    }
  }

  /// The published batch of a data set before another one.
  static func batch(before id: Int64, of dataset: String, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db,
      sql: "SELECT max(id) FROM batch WHERE dataset = ? AND status = 'published' AND id < ? "
        + "AND NOT is_history",
      arguments: [dataset, id])
  }

  /// Compares rows, grids and reasons.
  func run() throws -> BatchDiff {
    var diff = BatchDiff(dataset: rows.dataset, from: old == 0 ? nil : old, to: new)
    try count(&diff)
    diff.samples = try changes()
    try fill(&diff.samples, with: .added, "come")
    try fill(&diff.samples, with: .removed, "gone")
    diff.grids = try grids()
    diff.reasons = try reasons()
    return diff
  }

  /// The condition that a version is in the state after a batch.
  ///
  /// One that went into the past is the whole state of its time.
  private func alive(_ batch: Int64) -> String {
    past.contains(batch)
      ? "(from_batch = \(batch))"
      : "(from_batch <= \(batch) AND (to_batch IS NULL OR to_batch > \(batch)))"
  }

  /// The versions that only one of the states has, and those of them with the same key.
  private var versions: String {
    let columns = (["id", "row_hash"] + rows.key.map(SQLName.quoted)).joined(separator: ", ")
    let (before, after) = (alive(old), alive(new))
    let pairs = rows.key.isEmpty ? "0" : rows.sameKey("g", "c")
    return """
      WITH gone AS MATERIALIZED (
        SELECT \(columns) FROM \(rows.table) WHERE \(before) AND NOT \(after)),
      come AS MATERIALIZED (
        SELECT \(columns) FROM \(rows.table) WHERE \(after) AND NOT \(before)),
      pair AS MATERIALIZED (
        SELECT g.id AS old, c.id AS new, g.row_hash <> c.row_hash AS differs
        FROM gone AS g JOIN come AS c ON \(pairs))

      """
  }

  /// Counts rows and fields in one statement, so that the versions are looked up once.
  private func count(_ diff: inout BatchDiff) throws {
    let sums = rows.fields.map {
      "sum(\(rows.value(of: $0, in: "o")) IS NOT \(rows.value(of: $0, in: "n")))"
    }
    let row = try Row.fetchOne(
      db,
      sql: versions + """
        SELECT (SELECT count(*) FROM gone), (SELECT count(*) FROM come),
          (SELECT count(*) FROM pair), count(*),
          (SELECT count(*) FROM \(rows.table) WHERE \(alive(old)) AND \(alive(new))),
          \(sums.joined(separator: ", "))
        FROM pair AS p
        JOIN \(rows.table) AS o ON o.id = p.old JOIN \(rows.table) AS n ON n.id = p.new
        WHERE p.differs
        """)
    guard let row else { return }
    let (gone, come, pairs): (Int, Int, Int) = (row[0], row[1], row[2])
    diff.changed = row[3]
    diff.unchanged = row[4] + pairs - diff.changed
    diff.added = come - pairs
    diff.removed = gone - pairs
    for (index, field) in rows.fields.enumerated() {
      let count: Int = row[index + 5] ?? 0
      if count > 0 { diff.columns[field] = count }
    }
  }

  private func changes() throws -> [BatchDiff.Sample] {
    let columns = rows.fields.flatMap {
      [rows.value(of: $0, in: "o"), rows.value(of: $0, in: "n")]
    }
    guard !columns.isEmpty, !rows.key.isEmpty else { return [] }
    let found = try Row.fetchAll(
      db,
      sql: versions + """
        SELECT \(columns.joined(separator: ", ")) FROM pair AS p
        JOIN \(rows.table) AS o ON o.id = p.old JOIN \(rows.table) AS n ON n.id = p.new
        WHERE p.differs ORDER BY p.new LIMIT \(Self.sampleCount)
        """)
    var samples: [BatchDiff.Sample] = []
    for row in found {
      let key = rows.keyFields.map { name in
        rows.fields.firstIndex(of: name).flatMap { shown(row, $0 * 2 + 1, name) } ?? ""
      }
      for (index, field) in rows.fields.enumerated() {
        let (old, new): (DatabaseValue, DatabaseValue) = (row[index * 2], row[index * 2 + 1])
        guard old != new, samples.count < Self.sampleCount else { continue }
        samples.append(
          BatchDiff.Sample(
            kind: .changed, key: key.joined(separator: ","), column: field,
            old: shown(row, index * 2, field), new: shown(row, index * 2 + 1, field)))
      }
    }
    return samples
  }

  /// Adds rows that only one state has, until there are enough examples.
  private func fill(
    _ samples: inout [BatchDiff.Sample], with kind: BatchDiff.Sample.Kind, _ side: String
  ) throws {
    let room = Self.sampleCount - samples.count
    let named = rows.key.isEmpty ? Array(rows.fields.prefix(1)) : rows.keyFields
    guard room > 0, !named.isEmpty else { return }
    let partner = side == "come" ? "new" : "old"
    let columns = named.map { rows.value(of: $0, in: "t") }.joined(separator: ", ")
    let found = try Row.fetchAll(
      db,
      sql: versions + """
        SELECT \(columns) FROM \(side) AS s JOIN \(rows.table) AS t ON t.id = s.id
        WHERE s.id NOT IN (SELECT \(partner) FROM pair) ORDER BY s.id LIMIT \(room)
        """)
    samples += found.map { row in
      let key = named.indices.map { shown(row, $0, named[$0]) ?? "" }
      return BatchDiff.Sample(kind: kind, key: key.joined(separator: ","))
    }
  }

  private func shown(_ row: Row, _ index: Int, _ field: String) -> String? {
    let text: String? =
      switch (row[index] as DatabaseValue).storage {
      case .null: nil
      case .int64(let value): "\(value)"
      case .double(let value): "\(value)"
      case .string(let value): value
      case .blob(let value): "\(value.count) bytes"
      }
    return text.map { outline.shown($0, of: field) }
  }

  private func grids() throws -> [BatchDiff.GridShift] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT g.code AS code, sum(s.before) AS before, sum(s.after) AS after FROM (
          SELECT grid_id, sum(\(alive(old))) AS before, sum(\(alive(new))) AS after
          FROM \(rows.table) GROUP BY grid_id) AS s
        LEFT JOIN grid AS g ON g.id = s.grid_id
        GROUP BY g.code HAVING sum(s.before) <> sum(s.after)
        ORDER BY abs(sum(s.after) - sum(s.before)) DESC, g.code
        """
    ).map { row in
      BatchDiff.GridShift(
        code: row["code"], rows: BatchDiff.Shift(before: row["before"], after: row["after"]))
    }
  }

  private func reasons() throws -> [String: BatchDiff.Shift] {
    let found = try Row.fetchAll(
      db,
      sql: """
        SELECT r.code AS code, sum(q.batch_id = ?1) AS before, sum(q.batch_id = ?2) AS after
        FROM quarantine AS q JOIN quarantine_reason AS r ON r.quarantine_id = q.id
        WHERE q.batch_id IN (?1, ?2) GROUP BY r.code
        """, arguments: [old, new])
    let shifts = found.map {
      ($0["code"] as String, BatchDiff.Shift(before: $0["before"], after: $0["after"]))
    }
    return Dictionary(uniqueKeysWithValues: shifts)
  }
}
