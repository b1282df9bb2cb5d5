import Intake
import GRDB

/// Examines a store in one state of it: the file, the accounts, the versions of rows, the indexes.
///
/// It reads only. What it says of a batch follows from what imports, rollbacks and replays promise:
/// see `docs/decisions/0003-versioned-rows.md`, `0007-staging.md` and `0008-rollback.md`.
struct StoreVerifier {
  typealias Check = VerificationReport.Check

  let store: Store
  let db: Database

  /// Examines everything.
  ///
  /// - Parameter isQuick: whether the contents of SQLite's indexes are taken on trust.
  func report(isQuick: Bool) throws -> VerificationReport {
    var report = VerificationReport(store: store.path)
    report.checks = [
      try fileCheck(isQuick: isQuick), try referenceCheck(), try identityCheck(),
      try datasetCheck(), try versionCheck(), try keyCheck(), try attachmentCheck(),
      try quarantineCheck(), try stageCheck(), try spatialCheck(), try archiveCheck(),
    ]
    return report
  }

  /// The file as SQLite sees it: pages, records, indexes.
  private func fileCheck(isQuick: Bool) throws -> Check {
    var check = Check(
      name: "file", examined: try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0)
    let lines = try String.fetchAll(
      db, sql: "PRAGMA \(isQuick ? "quick_check" : "integrity_check")(\(Check.limit))")
    for line in lines where line != "ok" { check.fail(line, "数据库文件:\(line)") }
    return check
  }

  private func referenceCheck() throws -> Check {
    var check = Check(name: "references", examined: 0)
    check.examined =
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS f
          WHERE m.type = 'table'
          """) ?? 0
    for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
      let (table, parent): (String, String) = (row["table"], row["parent"])
      let id: Int64 = row["rowid"] ?? 0
      check.fail(
        "\(table): row \(id) refers to a row of \(parent) that is not there",
        "\(table) 第 \(id) 行引用了 \(parent) 中不存在的行")
    }
    return check
  }

  /// Every row read has one outcome, in every batch.
  private func identityCheck() throws -> Check {
    var check = Check(name: "identity", examined: 0)
    for batch in try batches() {
      check.examined += 1
      let report = batch.report
      check.expect(
        report.inserted + report.updated + report.unchanged + report.duplicate
          + report.quarantined + report.blank, report.read,
        "batch \(batch.id): outcomes", "批次 \(batch.id):各结果之和")
      check.expect(
        report.attached + report.unattached, report.inserted + report.updated,
        "batch \(batch.id): rows attached or not", "批次 \(batch.id):已落格与未落格之和")
    }
    return check
  }

  /// Every data set has its table and its view.
  private func datasetCheck() throws -> Check {
    var check = Check(name: "data sets", examined: 0)
    for row in try Row.fetchAll(db, sql: "SELECT name, table_name, view_name FROM dataset") {
      check.examined += 1
      let name: String = row["name"]
      for (kind, object) in [("table", row["table_name"] as String), ("view", row["view_name"])] {
        let isThere = try Bool.fetchOne(
          db, sql: "SELECT count(*) FROM sqlite_master WHERE type = ? AND name = ?",
          arguments: [kind, object])
        if isThere != true {
          check.fail("\(name): its \(kind) \(object) is missing", "\(name):缺少 \(object)")
        }
      }
    }
    let strays = try Row.fetchAll(
      db,
      sql: """
        SELECT id, dataset FROM batch
        WHERE status <> 'staged' AND dataset NOT IN (SELECT name FROM dataset)
        """)
    for row in strays {
      let (id, dataset): (Int64, String) = (row["id"], row["dataset"])
      check.fail(
        "batch \(id): there is no data set \(dataset)", "批次 \(id):没有数据资源 \(dataset)")
    }
    return check
  }

  /// The batches that are or were published.
  func batches() throws -> [VerifiedBatch] {
    try VerifiedBatch.fetchAll(
      db,
      sql: """
        SELECT \(BatchRecord.columns), '{}' AS reasons, b.attached_shift, b.rollback
        FROM batch AS b LEFT JOIN source_file AS s ON s.sha256 = b.file_sha256
        WHERE b.status <> 'staged' ORDER BY b.id
        """)
  }

  /// The data sets whose tables are there.
  func tables() throws -> [DatasetRows] {
    try String.fetchAll(
      db,
      sql: """
        SELECT name FROM dataset
        WHERE table_name IN (SELECT name FROM sqlite_master) ORDER BY name
        """
    ).map { try DatasetRows($0, db) }
  }
}

extension Store {
  /// Examines the store: the file, the accounts of all batches, the versions of rows, keys,
  /// attachments, quarantine, stages, spatial indexes and the archive.
  ///
  /// It sees one state of the store and changes nothing; imports may go on meanwhile.
  ///
  /// - Parameter isQuick: whether the contents of SQLite's own indexes are taken on trust, which
  ///   is faster.
  /// - Throws: `StoreError`.
  package func verify(isQuick: Bool = false) throws -> VerificationReport {
    try StoreError.translating(path: path) {
      var report = VerificationReport(store: path)
      // Not on a reader: SpatiaLite's check makes a temporary table, which those may not. A
      // transaction that has only read takes no lock that others wait for.
      try database.writeWithoutTransaction { db in
        try db.inTransaction(.deferred) {
          report = try StoreVerifier(store: self, db: db).report(isQuick: isQuick)
          return .rollback
        }
      }
      return report
    }
  }
}
