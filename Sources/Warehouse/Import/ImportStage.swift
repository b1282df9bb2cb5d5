import Foundation
import GRDB
import Intake

/// A load that is under way in several transactions, or was left by one that ended too early.
///
/// Nobody sees its rows: the first load of a data set writes them into the data set's table, which
/// has no view and no entry yet; a later one into tables beside it. Its refused rows are those of a
/// batch that is not published.
struct ImportStage {
  let batch: Int64
  let fileName: String
  var checkpoint: ImportCheckpoint

  /// Where its rows are.
  func target(_ table: DatasetTable) -> ImportTarget {
    checkpoint.isFirst ? ImportTarget(table) : ImportTarget(stageOf: table.name)
  }

  /// What is staged for a data set.
  static func left(of dataset: String, _ db: Database) throws -> ImportStage? {
    try stages(db, where: "dataset = ?", [dataset]).first
  }

  /// The staged load of a batch.
  static func left(inBatch batch: Int64, _ db: Database) throws -> ImportStage? {
    try stages(db, where: "id = ?", [batch]).first
  }

  private static func stages(
    _ db: Database, where condition: String, _ arguments: StatementArguments
  ) throws -> [ImportStage] {
    try Row.fetchAll(
      db,
      sql: "SELECT id, file_name, checkpoint FROM batch WHERE status = 'staged' AND \(condition)",
      arguments: arguments
    ).compactMap { row in
      ImportCheckpoint(row["checkpoint"]).map {
        ImportStage(batch: row["id"], fileName: row["file_name"], checkpoint: $0)
      }
    }
  }

  /// Takes away all that interrupted loads have staged: in the clear, or under a key that is going to go.
  ///
  /// Nothing of it was published; the files can be loaded again.
  static func discardAll(_ db: Database) throws {
    for stage in try stages(db, where: "1", []) { try stage.discard(db) }
  }

  /// Begins a stage: makes the tables that the rows go to.
  static func begin(
    _ db: Database, table: DatasetTable, ledger: ImportLedger, fileName: String,
    origin: ImportCheckpoint.Origin, toolVersion: String?, period: String?, srid: Int
  ) throws -> ImportStage {
    try table.prepare(db, srid: srid)
    let lastID = try ImportCurrentRows.lastID(of: table, db)
    let isFirst = try lastID == 0 && !table.isPublished(db)
    if isFirst {
      try table.dropKeyIndex(db)
    } else {
      try makeTables(db, ImportTarget(stageOf: table.name), like: table)
    }
    let checkpoint = ImportCheckpoint(
      origin: origin, table: table.name, isFirst: isFirst, firstID: lastID + 1)
    let batch = try ledger.open(
      fileName: fileName, generation: origin.generation, toolVersion: toolVersion,
      period: period, isHistory: origin.isHistory == true, checkpoint: try checkpoint.text())
    if isFirst { try table.changeTypes(from: batch, db) }
    return ImportStage(batch: batch, fileName: fileName, checkpoint: checkpoint)
  }

  private static func makeTables(
    _ db: Database, _ target: ImportTarget, like table: DatasetTable
  ) throws {
    let columns = try db.columns(in: table.name).map { column in
      let type = table.type(ofColumn: column.name, declared: column.type)
      return column.name == "id"
        ? "id INTEGER PRIMARY KEY" : "\(SQLName.quoted(column.name)) \(type)"
    }
    try dropTables(db, target)
    try db.execute(
      sql: """
        CREATE TABLE \(SQLName.quoted(target.rows)) (\(columns.joined(separator: ", ")));
        CREATE TABLE \(SQLName.quoted(target.ended ?? "")) (id INTEGER PRIMARY KEY, batch INTEGER);
        """)
    db.clearSchemaCache()
  }

  private static func dropTables(_ db: Database, _ target: ImportTarget) throws {
    for name in [target.rows, target.ended].compactMap({ $0 }) {
      try db.execute(sql: "DROP TABLE IF EXISTS \(SQLName.quoted(name))")
    }
    db.clearSchemaCache()
  }

  /// Says that what was staged is gone, and why.
  func discardNote(_ why: StageDifference) -> ImportNote {
    .discarded(rows: checkpoint.rows, file: fileName, why)
  }

  /// Keeps how far the load is.
  func save(_ db: Database) throws {
    try db.execute(
      sql: "UPDATE batch SET checkpoint = ? WHERE id = ?",
      arguments: [try checkpoint.text(), batch])
  }

  /// Brings the rows into the data set's table: gives it the manifest's types, ends those that the
  /// load ends, then adds its own.
  ///
  /// - Parameter changes: how many those are.
  func merge(into table: DatasetTable, changes: Int, _ db: Database) throws {
    let target = target(table)
    guard let ended = target.ended else { return }
    try table.changeTypes(from: batch, db)
    try table.dropKeyIndex(forChanges: changes, db)
    let columns = try db.columns(in: target.rows).map { SQLName.quoted($0.name) }
      .joined(separator: ", ")
    try db.execute(
      sql: """
        UPDATE \(SQLName.quoted(table.name)) SET to_batch = \(batch)
          WHERE id IN (SELECT id FROM \(SQLName.quoted(ended)));
        INSERT INTO \(SQLName.quoted(table.name)) (\(columns))
          SELECT \(columns) FROM \(SQLName.quoted(target.rows)) ORDER BY id;
        """)
    try Self.dropTables(db, target)
  }

  /// Takes away all that the load has written.
  func discard(_ db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM quarantine_reason
          WHERE quarantine_id IN (SELECT id FROM quarantine WHERE batch_id = \(batch));
        DELETE FROM quarantine WHERE batch_id = \(batch);
        DELETE FROM remark WHERE batch_id = \(batch);
        DELETE FROM spared WHERE batch_id = \(batch);
        DELETE FROM batch WHERE id = \(batch);
        """)
    guard checkpoint.isFirst else {
      return try Self.dropTables(db, ImportTarget(stageOf: checkpoint.table))
    }
    try db.execute(
      sql: "DELETE FROM geometry_columns WHERE f_table_name = lower(?)",
      arguments: [checkpoint.table])
    try db.execute(
      sql: "DELETE FROM sealed_field WHERE table_name = ?", arguments: [checkpoint.table])
    try db.execute(sql: "DROP TABLE IF EXISTS \(SQLName.quoted(checkpoint.table))")
    db.clearSchemaCache()
  }
}

extension StoreTransaction {
  /// Takes away what a load has staged.
  ///
  /// - Returns: false where the batch is not a staged one; nothing is changed then.
  package func discardStage(batch: Int64) throws -> Bool {
    guard let stage = try ImportStage.left(inBatch: batch, db) else { return false }
    try stage.discard(db)
    try note(.discardStage, "batch/\(batch)")
    return true
  }
}
