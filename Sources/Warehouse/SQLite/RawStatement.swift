import GRDB
import GRDBSQLite

/// A statement that is run very many times, on GRDB's connection but without its conversions.
///
/// It belongs to the thread that has the connection.
final class RawStatement {
  let pointer: OpaquePointer
  private let db: Database
  /// Whose statement it is; nil for one of its own.
  private let owner: Statement?

  /// Prepares `sql`; throws `DatabaseError`.
  init(_ db: Database, _ sql: String) throws {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(db.sqliteConnection, sql, -1, &statement, nil) == SQLITE_OK,
      let statement
    else { throw Self.error(db, sql: sql) }
    pointer = statement
    self.db = db
    owner = nil
  }

  /// Uses a statement that GRDB keeps with the connection; what was bound to it is still bound.
  init(keptBy db: Database, _ sql: String) throws {
    let statement = try db.cachedStatement(sql: sql)
    pointer = statement.sqliteStatement
    self.db = db
    owner = statement
  }

  deinit { if owner == nil { sqlite3_finalize(pointer) } }

  /// Binds an integer to the parameter `index`, from 1.
  @inline(__always)
  func bind(_ value: Int64, _ index: Int32) { sqlite3_bind_int64(pointer, index, value) }

  /// Binds an integer or NULL.
  func bind(_ value: Int64?, _ index: Int32) {
    if let value { bind(value, index) } else { bindNull(index) }
  }

  /// Binds a number or NULL.
  func bind(_ value: Double?, _ index: Int32) {
    if let value { sqlite3_bind_double(pointer, index, value) } else { bindNull(index) }
  }

  /// Binds a copy of a text, or NULL.
  func bind(_ text: String?, _ index: Int32) {
    guard let text else { return bindNull(index) }
    sqlite3_bind_text(pointer, index, text, Int32(text.utf8.count), Self.copied)
  }

  func bindNull(_ index: Int32) { sqlite3_bind_null(pointer, index) }

  /// SQLite's `SQLITE_TRANSIENT`, which Swift does not see.
  private static var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  /// Binds bytes that stay where they are until the statement has run.
  @inline(__always)
  func bind(_ value: UnsafeRawBufferPointer, _ index: Int32) {
    sqlite3_bind_blob64(pointer, index, value.baseAddress, UInt64(value.count), nil)
  }

  /// Runs a statement that gives no rows; throws `DatabaseError`.
  @inline(__always)
  func run() throws {
    let code = sqlite3_step(pointer)
    sqlite3_reset(pointer)
    guard code == SQLITE_DONE else { throw Self.error(db) }
  }

  /// Goes to the next row; false at the end.
  ///
  /// - Throws: `DatabaseError`.
  @inline(__always)
  func next() throws -> Bool {
    let code = sqlite3_step(pointer)
    if code == SQLITE_ROW { return true }
    sqlite3_reset(pointer)
    guard code == SQLITE_DONE else { throw Self.error(db) }
    return false
  }

  /// The integer in a column of the row, from 0; 0 for NULL.
  @inline(__always)
  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }

  /// The integer in the first column of the first row; nil for NULL and where there is no row.
  ///
  /// - Throws: `DatabaseError`.
  func integer() throws -> Int64? {
    guard try next() else { return nil }
    defer { sqlite3_reset(pointer) }
    return sqlite3_column_type(pointer, 0) == SQLITE_NULL ? nil : sqlite3_column_int64(pointer, 0)
  }

  /// What SQLite says went wrong last.
  static func error(_ db: Database, sql: String? = nil) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(db.sqliteConnection)),
      message: String(cString: sqlite3_errmsg(db.sqliteConnection)), sql: sql)
  }
}

extension Database {
  /// The store's file; empty for a store in memory.
  var filePath: String {
    sqlite3_db_filename(sqliteConnection, "main").map { String(cString: $0) } ?? ""
  }
}
