import Intake
import GRDB

extension StoreVerifier {
  /// Each batch has as many refused rows as it says, each with a reason and a fate that fits.
  func quarantineCheck() throws -> Check {
    var check = Check(.quarantine)
    let counted = try Row.fetchAll(
      db, sql: "SELECT batch_id, count(*) AS rows FROM quarantine GROUP BY batch_id")
    let counts = Dictionary(
      uniqueKeysWithValues: counted.map { ($0["batch_id"] as Int64, $0["rows"] as Int) })
    check.examined = counts.values.reduce(0, +)
    for batch in try batches() {
      check.expect(.refused, of: batch.id, counts[batch.id] ?? 0, batch.report.quarantined)
    }
    let unexplained = try ids(
      """
      SELECT id FROM quarantine AS q
      WHERE NOT EXISTS (SELECT 1 FROM quarantine_reason AS r WHERE r.quarantine_id = q.id)
      """)
    if !unexplained.isEmpty { check.fail(.entriesWithoutReason(unexplained)) }
    let outOfStep = try ids(
      """
      SELECT q.id FROM quarantine AS q LEFT JOIN batch AS b ON b.id = q.replayed_in
      WHERE (q.status = 'replayed') <> (b.id IS NOT NULL)
      """)
    if !outOfStep.isEmpty { check.fail(.entriesOutOfStep(outOfStep)) }
    return check
  }

  /// A data set has one stage at most, with its tables, and no table is left of another.
  func stageCheck() throws -> Check {
    var check = Check(.stages)
    var expected: Set<String> = []
    var seen: Set<String> = []
    let staged = try Row.fetchAll(
      db, sql: "SELECT id, dataset, file_name, checkpoint FROM batch WHERE status = 'staged'")
    for row in staged {
      check.examined += 1
      let (id, dataset): (Int64, String) = (row["id"], row["dataset"])
      guard let checkpoint = ImportCheckpoint(row["checkpoint"]),
        seen.insert(dataset).inserted
      else {
        check.fail(.unusableStage(batch: id))
        continue
      }
      if !checkpoint.isFirst {
        let target = ImportTarget(stageOf: checkpoint.table)
        expected.formUnion([target.rows, target.ended].compactMap { $0 })
      }
      check.notes.append(.staged(batch: id, rows: checkpoint.rows, file: row["file_name"]))
    }
    let found = Set(
      try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB 'stage_*'"))
    for name in found.subtracting(expected).sorted() {
      check.fail(.strayStage(table: name))
    }
    for name in expected.subtracting(found).sorted() {
      check.fail(.missingStage(table: name))
    }
    return check
  }

  /// The first ten entries that a query finds.
  private func ids(_ query: String) throws -> [Int64] {
    try Int64.fetchAll(db, sql: "\(query) LIMIT 10")
  }
}
