package import Intake
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
    try BatchRecord.fetchAll(
      db,
      sql: """
        SELECT \(BatchRecord.columns), \(BatchRecord.reasons)
        FROM batch AS b LEFT JOIN source_file AS s ON s.sha256 = b.file_sha256
        WHERE \(condition) ORDER BY b.id DESC LIMIT ?
        """, arguments: arguments + [limit])
  }
}

extension StoreTransaction {
  /// Compares the states of a data set after two batches.
  ///
  /// - Parameters:
  ///   - old: the earlier batch; nil for the state before all batches.
  ///   - new: the later batch.
  package func diff(dataset: String, from old: Int64?, to new: Int64) throws -> BatchDiff {
    try BatchComparison(dataset, from: old ?? 0, to: new, store.seal, db).run()
  }

  /// The published batch of a data set before another one.
  package func batch(before id: Int64, of dataset: String) throws -> Int64? {
    try BatchComparison.batch(before: id, of: dataset, db)
  }
}
