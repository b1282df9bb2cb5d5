import Intake
import GRDB

extension StoreVerifier {
  /// The versions of rows in the tables are those that the batches say they brought and ended.
  func versionCheck() throws -> Check {
    var check = Check(name: "versions", examined: 0)
    let batches = Dictionary(grouping: try batches(), by: \.dataset)
    for rows in try tables() {
      let counts = try versionCounts(rows)
      check.examined += counts.total
      let known = batches[rows.dataset] ?? []
      for batch in known { compare(batch, counts, &check) }
      let strangers = Set(counts.brought.keys).union(counts.ended.keys).subtracting(known.map(\.id))
      for id in strangers.sorted() {
        check.fail(
          "\(rows.dataset): rows of batch \(id), which is not published",
          "\(rows.dataset):存在未发布批次 \(id) 的行")
      }
      try checkOrder(rows, &check)
    }
    return check
  }

  private struct VersionCounts {
    var total = 0
    var brought: [Int64: Int] = [:]
    var ended: [Int64: Int] = [:]
    var takenBack: [Int64: Int] = [:]
    var attached: [Int64: Int] = [:]
  }

  private func versionCounts(_ rows: DatasetRows) throws -> VersionCounts {
    var counts = VersionCounts()
    let groups = try Row.fetchCursor(
      db,
      sql: """
        SELECT from_batch, to_batch, count(*) AS rows, count(grid_id) AS attached
        FROM \(rows.table) GROUP BY from_batch, to_batch
        """)
    while let group = try groups.next() {
      let (from, to): (Int64, Int64?) = (group["from_batch"], group["to_batch"])
      let number: Int = group["rows"]
      counts.total += number
      counts.brought[from, default: 0] += number
      counts.attached[from, default: 0] += group["attached"]
      guard let to else { continue }
      if to == from {
        counts.takenBack[from, default: 0] += number
      } else {
        counts.ended[to, default: 0] += number
      }
    }
    return counts
  }

  private func compare(_ batch: VerifiedBatch, _ counts: VersionCounts, _ check: inout Check) {
    let id = batch.id
    check.expect(
      counts.brought[id] ?? 0, batch.brought, "batch \(id): versions that it brought",
      "批次 \(id):带来的行版本")
    check.expect(
      counts.attached[id] ?? 0, batch.report.attached + batch.attachedShift,
      "batch \(id): versions with a grid",
      "批次 \(id):已落格的行版本")
    if let errors = batch.rollback?.errors, errors > 0 {
      check.fail(
        "batch \(id): \(errors) rows could not be taken back",
        "批次 \(id):有 \(errors) 行未能回滚")
      return
    }
    check.expect(
      counts.ended[id] ?? 0, batch.ended, "batch \(id): versions that it ended",
      "批次 \(id):结束的行版本")
    check.expect(
      counts.takenBack[id] ?? 0, batch.takenBack, "batch \(id): versions taken back",
      "批次 \(id):已回滚的行版本")
  }

  /// No version ends before it began, and none of a batch that was taken back is current.
  private func checkOrder(_ rows: DatasetRows, _ check: inout Check) throws {
    let backwards = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM \(rows.table) WHERE to_batch < from_batch")
    if let backwards, backwards > 0 {
      check.fail(
        "\(rows.dataset): \(backwards) versions end before they began",
        "\(rows.dataset):\(backwards) 个行版本的结束早于开始")
    }
    let undead = try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM \(rows.table)
        WHERE to_batch IS NULL AND from_batch IN (SELECT id FROM batch WHERE status <> 'published')
        """)
    if let undead, undead > 0 {
      check.fail(
        "\(rows.dataset): \(undead) current rows of batches that are not published",
        "\(rows.dataset):\(undead) 个现行行属于未发布的批次")
    }
  }

  /// No two current rows have the same key, and the index that sees to it is there.
  func keyCheck() throws -> Check {
    var check = Check(name: "keys", examined: 0)
    for rows in try tables() {
      guard !rows.key.isEmpty else {
        if try hasKey(rows.dataset) {
          check.fail(
            "\(rows.dataset): the index of its key is missing", "\(rows.dataset):缺少主键索引")
        }
        continue
      }
      let keys = rows.keyList(of: "t")
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT count(*) AS keys, ifnull(sum(rows > 1), 0) AS doubled
          FROM (SELECT count(*) AS rows FROM \(rows.table) AS t
            WHERE t.to_batch IS NULL GROUP BY \(keys))
          """)
      check.examined += row?["keys"] ?? 0
      let doubled: Int = row?["doubled"] ?? 0
      if doubled > 0 {
        check.fail(
          "\(rows.dataset): \(doubled) keys of more than one current row",
          "\(rows.dataset):\(doubled) 个主键对应多个现行行")
      }
    }
    return check
  }

  /// Whether the manifest that a data set was loaded by last names a key.
  private func hasKey(_ dataset: String) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT manifest GLOB '*primaryKey*' FROM dataset WHERE name = ?",
      arguments: [dataset]) ?? false
  }

  /// The grid of each row is one of the generation that it was attached to.
  func attachmentCheck() throws -> Check {
    var check = Check(name: "attachments", examined: 0)
    for rows in try tables() {
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT count(*) AS rows, count(*) FILTER (WHERE g.id IS NULL) AS lost,
            count(*) FILTER (WHERE g.id IS NOT NULL AND (t.generation IS NULL
              OR t.generation < g.from_generation OR t.generation > g.to_generation)) AS wrong
          FROM \(rows.table) AS t LEFT JOIN grid AS g ON g.id = t.grid_id
          WHERE t.grid_id IS NOT NULL
          """)
      check.examined += row?["rows"] ?? 0
      let (lost, wrong): (Int, Int) = (row?["lost"] ?? 0, row?["wrong"] ?? 0)
      if lost > 0 {
        check.fail(
          "\(rows.dataset): \(lost) rows in grids that are not there",
          "\(rows.dataset):\(lost) 行所属网格不存在")
      }
      if wrong > 0 {
        check.fail(
          "\(rows.dataset): \(wrong) rows in grids of another generation",
          "\(rows.dataset):\(wrong) 行所属网格不在其边界版本内")
      }
    }
    return check
  }
}
