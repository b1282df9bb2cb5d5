import Access
import Foundation
import Intake
import Datasets
import GRDB
import GRDBSQLite

/// The writer's side of an import: raw prepared statements under GRDB's connection.
///
/// New rows are written a block at a time, from where they lie in memory; texts are copied once,
/// by SQLite.
final class ImportWriter {
  /// Rows written, rows ended and rows kept in quarantine, counted by what SQLite did.
  struct Counts: Codable, Equatable {
    var written = 0
    var closed = 0
    var quarantined = 0

    /// How many entries of the index of the key have come or gone.
    var changed: Int { written + closed }
  }

  private(set) var counts = Counts()

  private let db: Database
  private let batch: Int64
  private let insertion: ImportInsertion
  /// What seals refused rows; nil where nothing of the data set is sealed.
  private let sealer: Sealer?
  private let closing: OpaquePointer
  private let deletion: OpaquePointer
  private let reopening: OpaquePointer
  private let refusal: OpaquePointer
  private let reason: OpaquePointer

  init(
    _ db: Database, table: DatasetTable, target: ImportTarget, batch: Int64, place: RecordPlacer,
    generation: Int64?, isHistory: Bool, sealer: Sealer?
  ) throws {
    self.db = db
    self.sealer = sealer
    self.batch = batch
    insertion = try ImportInsertion(
      db, table: table, target: target, batch: batch, rules: place.rules, generation: generation,
      isHistory: isHistory)
    closing = try Self.prepare(db, target.ending)
    deletion = try Self.prepare(db, target.deletion)
    reopening = try Self.prepare(db, target.reopening)
    refusal = try Self.prepare(
      db,
      "INSERT INTO quarantine (batch_id, row_number, line, byte_offset, raw, sheet, key_hash, sealed) "
        + "VALUES (?,?,?,?,?,?,?,?)"
    )
    reason = try Self.prepare(
      db,
      "INSERT INTO quarantine_reason (quarantine_id, code, field, value, arguments, severity) "
        + "VALUES (?,?,?,?,?,?)")
    for statement in [closing, deletion, reopening, refusal] {
      sqlite3_bind_int64(statement, 1, batch)
    }
  }

  deinit {
    for statement in [closing, deletion, reopening, refusal, reason] {
      sqlite3_finalize(statement)
    }
  }

  /// Writes all that a block says.
  func write(_ block: RowBlock) throws {
    if block.isInFileOrder {
      // Rows that end were there before the batch: which is ended when makes no difference.
      for index in 0..<block.count where block.rows[index].closes != 0 {
        counts.closed += try change(closing, block.rows[index].closes)
      }
      counts.written += try insertion.write(block, 0..<block.count)
    } else {
      for index in 0..<block.count { try writeAlone(index, of: block) }
    }
    for refused in block.refusals { try quarantine(refused) }
    for remark in block.remarks { try remark.write(db, batch: batch) }
  }

  /// Writes what a block says of one row.
  private func writeAlone(_ index: Int, of block: RowBlock) throws {
    let row = block.rows[index]
    if row.deletes != 0 {
      counts.written -= try change(deletion, row.deletes)
      insertion.forgetLastRow()
    }
    if row.reopens != 0 { counts.closed -= try change(reopening, row.reopens) }
    if row.closes != 0 { counts.closed += try change(closing, row.closes) }
    counts.written += try insertion.write(block, index..<(index + 1))
  }

  /// Counts what a block says, which an earlier run has written.
  func skip(_ block: RowBlock) {
    for index in 0..<block.count {
      let row = block.rows[index]
      counts.written += (row.id != 0 ? 1 : 0) - (row.deletes != 0 ? 1 : 0)
      counts.closed += (row.closes != 0 ? 1 : 0) - (row.reopens != 0 ? 1 : 0)
    }
    counts.quarantined += block.refusals.count
  }

  /// Runs a statement on one row and tells how many it changed.
  private func change(_ statement: OpaquePointer, _ id: Int64) throws -> Int {
    sqlite3_bind_int64(statement, 2, id)
    try step(statement)
    let changed = Int(sqlite3_changes(db.sqliteConnection))
    guard changed == 1 else {
      throw StoreError.failed(
        path: "rows", .notAsPlanned(batch: batch, row: id))
    }
    return changed
  }

  private func quarantine(_ refused: RowRefusal) throws {
    sqlite3_bind_int64(refusal, 2, Int64(refused.number))
    sqlite3_bind_int64(refusal, 3, Int64(refused.line))
    sqlite3_bind_int64(refusal, 4, Int64(refused.byteOffset))
    let sealed = try sealer.map {
      try RefusedText.seal(refused.raw, batch: batch, row: Int64(refused.number), by: $0)
    }
    Self.bindCopy(sealed == nil ? refused.raw : "", refusal, 5)
    Self.bind(sealed, refusal, 8)
    Self.bindCopy(refused.sheet, refusal, 6)
    Self.bind(refused.key, refusal, 7)
    try step(refusal)
    counts.quarantined += 1
    let id = sqlite3_last_insert_rowid(db.sqliteConnection)
    for item in refused.reasons {
      sqlite3_bind_int64(reason, 1, id)
      let texts = [
        item.code.rawValue, item.field, item.value, KeptArguments.json(item.arguments),
        item.severity.rawValue,
      ]
      for (index, text) in texts.enumerated() {
        Self.bindCopy(text, reason, Int32(index + 2))
      }
      try step(reason)
    }
  }

  @inline(__always)
  private func step(_ statement: OpaquePointer) throws {
    let code = sqlite3_step(statement)
    sqlite3_reset(statement)
    guard code == SQLITE_DONE else { throw Self.error(db) }
  }

  /// Binds the sixteen bytes of a key's hash; null where there is none.
  private static func bind(_ key: ValueHash?, _ statement: OpaquePointer, _ column: Int32) {
    bind(key?.bytes, statement, column)
  }

  private static func bind(_ bytes: Data?, _ statement: OpaquePointer, _ column: Int32) {
    guard let bytes else {
      sqlite3_bind_null(statement, column)
      return
    }
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    bytes.withUnsafeBytes {
      _ = sqlite3_bind_blob(statement, column, $0.baseAddress, Int32($0.count), transient)
    }
  }

  private static func bindCopy(_ text: String?, _ statement: OpaquePointer, _ column: Int32) {
    guard var text else {
      sqlite3_bind_null(statement, column)
      return
    }
    // SQLITE_TRANSIENT: SQLite takes a copy.
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        _ = sqlite3_bind_text(statement, column, $0.baseAddress, Int32($0.count), transient)
      }
    }
  }

  private static func prepare(_ db: Database, _ sql: String) throws -> OpaquePointer {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(db.sqliteConnection, sql, -1, &statement, nil) == SQLITE_OK,
      let statement
    else { throw error(db, sql: sql) }
    return statement
  }

  private static func error(_ db: Database, sql: String? = nil) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(db.sqliteConnection)),
      message: String(cString: sqlite3_errmsg(db.sqliteConnection)), sql: sql)
  }
}

extension RowRemark {
  func write(_ db: Database, batch: Int64) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO remark (batch_id, row_number, line, sheet, severity, code, field, value,
          arguments)
        VALUES (?,?,?,?,?,?,?,?,?)
        """)
    try statement.execute(arguments: [
      batch, number, line, sheet, reason.severity.rawValue, reason.code.rawValue, reason.field,
      reason.value, KeptArguments.json(reason.arguments),
    ])
  }
}
