import Foundation
import GRDB

extension StoreTransaction {
  /// The batches, the latest first.
  ///
  /// - Parameter dataset: only those of one data set.
  package func batches(dataset: String? = nil, limit: Int = 100) throws -> [BatchRecord] {
    try batches(
      where: "? IS NULL OR b.dataset = ?", arguments: [dataset, dataset], limit: limit)
  }

  /// The batch of a number.
  package func batch(id: Int64) throws -> BatchRecord? {
    try batches(where: "b.id = ?", arguments: [id], limit: 1).first
  }

  private func batches(
    where condition: String, arguments: StatementArguments, limit: Int
  ) throws -> [BatchRecord] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT b.*, s.bytes AS file_bytes, s.encoding AS encoding
        FROM batch AS b LEFT JOIN source_file AS s ON s.sha256 = b.file_sha256
        WHERE \(condition) ORDER BY b.id DESC LIMIT ?
        """, arguments: arguments + [limit]
    ).map { row in
      var record = BatchRecord(
        report: try report(row), started: row["started"], ended: row["ended"],
        fileHash: row["file_sha256"] ?? "", fileBytes: row["file_bytes"] ?? 0,
        encoding: row["encoding"] ?? "",
        manifestHash: row["manifest_hash"], generation: row["generation"],
        toolVersion: row["tool_version"])
      record.kind = row["kind"]
      record.parentBatch = row["parent_batch"]
      record.rolledBack = row["rolled_back"]
      return record
    }
  }

  private func report(_ row: Row) throws -> ImportReport {
    let status: String = row["status"]
    var report = ImportReport(
      dataset: row["dataset"], file: row["file_name"],
      status: ImportReport.Status(rawValue: status) ?? .published)
    let id: Int64 = row["id"]
    report.batch = id
    report.read = row["read"]
    report.inserted = row["inserted"]
    report.updated = row["updated"]
    report.unchanged = row["unchanged"]
    report.retired = row["retired"]
    report.duplicate = row["duplicate"]
    report.quarantined = row["quarantined"]
    report.blank = row["blank"]
    report.attached = row["attached"]
    report.unattached = row["unattached"]
    report.seconds = row["seconds"] ?? 0
    if let checkpoint = ImportCheckpoint(row["checkpoint"]) { report.read = checkpoint.rows }
    report.warned = row["warned"]
    let remarks: String = row["remarks"]
    report.remarks = try JSONDecoder().decode([String: Int].self, from: Data(remarks.utf8))
    if report.quarantined > 0 { report.reasons = try reasonCounts(batch: id) }
    return report
  }

  private func reasonCounts(batch: Int64) throws -> [String: Int] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT r.code AS code, count(*) AS count
        FROM quarantine AS q JOIN quarantine_reason AS r ON r.quarantine_id = q.id
        WHERE q.batch_id = ? AND r.severity = 'error' GROUP BY r.code
        """, arguments: [batch])
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["code"], $0["count"]) })
  }
}

extension StoreTransaction {
  /// Compares the states of a data set after two batches.
  ///
  /// - Parameters:
  ///   - old: the earlier batch; nil for the state before all batches.
  ///   - new: the later batch.
  package func diff(dataset: String, from old: Int64?, to new: Int64) throws -> BatchDiff {
    try BatchComparison(dataset, from: old ?? 0, to: new, db).run()
  }

  /// The published batch of a data set before another one.
  package func batch(before id: Int64, of dataset: String) throws -> Int64? {
    try BatchComparison.batch(before: id, of: dataset, db)
  }
}
