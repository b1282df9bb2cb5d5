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
    let checks = [
      try fileCheck(isQuick: isQuick), permissionCheck(), try referenceCheck(), try identityCheck(),
      try datasetCheck(), try versionCheck(), try keyCheck(), try columnCheck(),
      try attachmentCheck(),
      try quarantineCheck(), try stageCheck(), try spatialCheck(), try archiveCheck(),
      try reportCheck(), try sealCheck(), try subjectCheck(),
    ]
    return VerificationReport(store: store.path, checks: checks)
  }

  /// The file as SQLite sees it: pages, records, indexes.
  private func fileCheck(isQuick: Bool) throws -> Check {
    var check = Check(.file, examined: try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0)
    let lines = try String.fetchAll(
      db, sql: "PRAGMA \(isQuick ? "quick_check" : "integrity_check")(\(Check.limit))")
    for line in lines where line != "ok" { check.fail(.damage(line)) }
    return check
  }

  private func referenceCheck() throws -> Check {
    var check = Check(.references)
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
      check.fail(.danglingReference(table: table, row: id, parent: parent))
    }
    return check
  }

  /// Every row read has one outcome, in every batch.
  private func identityCheck() throws -> Check {
    var check = Check(.identity)
    for batch in try batches() {
      check.examined += 1
      let report = batch.report
      check.expect(.outcomes, of: batch.id, report.outcomes, report.read)
      check.expect(
        .attachedOrNot, of: batch.id, report.attached + report.unattached,
        report.inserted + report.updated)
    }
    return check
  }

  /// Every data set has its table and its view.
  private func datasetCheck() throws -> Check {
    var check = Check(.datasets)
    for row in try Row.fetchAll(db, sql: "SELECT name, table_name, view_name FROM dataset") {
      check.examined += 1
      let name: String = row["name"]
      let objects: [(VerificationFinding.ObjectKind, String)] = [
        (.table, row["table_name"]), (.view, row["view_name"]),
      ]
      for (kind, object) in objects {
        let isThere = try Bool.fetchOne(
          db, sql: "SELECT count(*) FROM sqlite_master WHERE type = ? AND name = ?",
          arguments: [kind.rawValue, object])
        if isThere != true {
          check.fail(.missingObject(dataset: name, kind: kind, name: object))
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
      check.fail(.unknownDataset(batch: id, dataset: dataset))
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
    try translating {
      var report = VerificationReport(store: path, checks: [])
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
