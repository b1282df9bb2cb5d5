import Intake
import GRDB

extension StoreVerifier {
  /// Each batch has as many refused rows as it says, each with a reason and a fate that fits.
  func quarantineCheck() throws -> Check {
    var check = Check(name: "quarantine", examined: 0)
    let counted = try Row.fetchAll(
      db, sql: "SELECT batch_id, count(*) AS rows FROM quarantine GROUP BY batch_id")
    let counts = Dictionary(
      uniqueKeysWithValues: counted.map { ($0["batch_id"] as Int64, $0["rows"] as Int) })
    check.examined = counts.values.reduce(0, +)
    for batch in try batches() {
      check.expect(
        counts[batch.id] ?? 0, batch.report.quarantined, "batch \(batch.id): refused rows",
        "批次 \(batch.id):问题数据")
    }
    try add(
      """
      SELECT id FROM quarantine AS q
      WHERE NOT EXISTS (SELECT 1 FROM quarantine_reason AS r WHERE r.quarantine_id = q.id)
      """, "have no reason", "没有原因", to: &check)
    try add(
      """
      SELECT q.id FROM quarantine AS q LEFT JOIN batch AS b ON b.id = q.replayed_in
      WHERE (q.status = 'replayed') <> (b.id IS NOT NULL)
      """, "are replayed by no batch, or not replayed by one", "的补录批次与状态不符", to: &check)
    return check
  }

  /// A data set has one stage at most, with its tables, and no table is left of another.
  func stageCheck() throws -> Check {
    var check = Check(name: "stages", examined: 0)
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
        check.fail(
          "batch \(id): cannot be taken up; `gewu batches discard \(id)`",
          "批次 \(id):无法继续,请用 `gewu batches discard \(id)` 放弃")
        continue
      }
      if !checkpoint.isFirst {
        let target = ImportTarget(stageOf: checkpoint.table)
        expected.formUnion([target.rows, target.ended].compactMap { $0 })
      }
      check.notes.append(
        .init(
          message:
            "batch \(id): \(checkpoint.rows) rows of \(row["file_name"] as String) are staged",
          messageChinese: "批次 \(id):「\(row["file_name"] as String)」已暂存 \(checkpoint.rows) 行"))
    }
    let found = Set(
      try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB 'stage_*'"))
    for name in found.subtracting(expected).sorted() {
      check.fail("\(name) belongs to no staged batch", "\(name) 不属于任何暂存批次")
    }
    for name in expected.subtracting(found).sorted() {
      check.fail("\(name) of a staged batch is missing", "缺少暂存表 \(name)")
    }
    return check
  }

  private func add(
    _ query: String, _ what: String, _ chinese: String, to check: inout Check
  ) throws {
    let ids = try Int64.fetchAll(db, sql: "\(query) LIMIT 10")
    guard !ids.isEmpty else { return }
    let list = ids.map { "\($0)" }.joined(separator: ", ")
    check.fail("entries \(list) \(what)", "记录 \(list) \(chinese)")
  }
}
