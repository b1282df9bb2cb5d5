import Datasets
import Intake
import GRDB

extension StoreVerifier {
  /// The versions of rows in the tables are those that the batches say they brought and ended.
  func versionCheck() throws -> Check {
    var check = Check(.versions)
    let batches = Dictionary(grouping: try batches(), by: \.dataset)
    for rows in try tables() {
      let counts = try versionCounts(rows)
      check.examined += counts.total
      let known = batches[rows.dataset] ?? []
      for batch in known { compare(batch, counts, &check) }
      let strangers = Set(counts.brought.keys).union(counts.ended.keys).subtracting(known.map(\.id))
      for id in strangers.sorted() {
        check.fail(.unpublishedBatch(dataset: rows.dataset, batch: id))
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
    check.expect(.brought, of: id, counts.brought[id] ?? 0, batch.brought)
    check.expect(
      .attached, of: id, counts.attached[id] ?? 0, batch.report.attached + batch.attachedShift)
    if let errors = batch.rollback?.errors, errors > 0 {
      check.fail(.notReversed(batch: id, rows: errors))
      return
    }
    check.expect(.ended, of: id, counts.ended[id] ?? 0, batch.ended)
    check.expect(.takenBack, of: id, counts.takenBack[id] ?? 0, batch.takenBack)
  }

  /// No version ends before it began, and none of a batch that was taken back is current.
  private func checkOrder(_ rows: DatasetRows, _ check: inout Check) throws {
    let backwards = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM \(rows.table) WHERE to_batch < from_batch")
    if let backwards, backwards > 0 {
      check.fail(.backwards(dataset: rows.dataset, versions: backwards))
    }
    let orphaned = try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM \(rows.table)
        WHERE to_batch IS NULL AND from_batch IN (SELECT id FROM batch WHERE status <> 'published')
        """)
    if let orphaned, orphaned > 0 {
      check.fail(.orphaned(dataset: rows.dataset, rows: orphaned))
    }
  }

  /// No two current rows have the same key, and the index that sees to it is there.
  func keyCheck() throws -> Check {
    var check = Check(.keys)
    for rows in try tables() {
      guard !rows.key.isEmpty else {
        guard let manifest = try? manifest(of: rows.dataset) else {
          check.fail(.unreadableManifest(dataset: rows.dataset))
          continue
        }
        if !manifest.primaryKey.isEmpty { check.fail(.missingKeyIndex(dataset: rows.dataset)) }
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
        check.fail(.repeatedKeys(dataset: rows.dataset, keys: doubled))
      }
    }
    return check
  }

  /// Values that were read by one type are kept in a column of that type: another column may have
  /// changed them.
  func columnCheck() throws -> Check {
    var check = Check(.columns)
    for rows in try tables() {
      guard let manifest = try? manifest(of: rows.dataset) else { continue }
      let columns = FieldColumns(ofTable: rows.name, db)
      let declared = try columns.declaredTypes()
      // A sealed field has a text in its column, and its value with its type where it is sealed.
      for field in manifest.fields where rows.sealed[field.name] == nil {
        guard let type = declared[field.name.lowercased()] else { continue }
        check.examined += 1
        guard type != DatasetTable.sqlType(field.type) else { continue }
        let column = SQLName.quoted(field.name)
        let count = try Int.fetchOne(
          db,
          sql: """
            SELECT count(*) FROM \(rows.table) WHERE to_batch IS NULL AND from_batch >= ?
              AND \(column) IS NOT NULL AND typeof(\(column)) <> ?
            """,
          arguments: [
            try columns.firstBatch(of: field.name), DatasetTable.storageClass(of: field.type),
          ])
        if let count, count > 0 {
          check.fail(
            .otherType(dataset: rows.dataset, field: field.name, column: type, rows: count))
        }
      }
    }
    return check
  }

  /// The manifest that a data set was loaded by last.
  private func manifest(of dataset: String) throws -> Manifest {
    let text = try String.fetchOne(
      db, sql: "SELECT manifest FROM dataset WHERE name = ?", arguments: [dataset])
    return try Manifest(keptText: text ?? "", path: dataset)
  }

  /// The grid of each row is one of the generation that it was attached to.
  func attachmentCheck() throws -> Check {
    var check = Check(.attachments)
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
      if lost > 0 { check.fail(.missingGrids(dataset: rows.dataset, rows: lost)) }
      if wrong > 0 {
        check.fail(.gridsOfAnotherGeneration(dataset: rows.dataset, rows: wrong))
      }
    }
    return check
  }
}
