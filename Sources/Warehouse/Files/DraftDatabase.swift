import Files
import GRDBSQLite
import Tabular

/// A SQLite file that is written in one transaction and takes its name when it is finished.
final class DraftDatabase {
  private let draft: FileDraft
  private var connection: OpaquePointer?
  private var statements: [OpaquePointer] = []

  /// Begins the file; one that is there is replaced when it is finished.
  ///
  /// - Throws: `OutputError`, or `TabularError` of kind `unwritable`.
  init(path: String) throws {
    draft = try FileDraft(file: path, sparing: .none)
    try draft.refuseJournals()
    guard sqlite3_open(draft.temporary, &connection) == SQLITE_OK else { throw failure() }
    try run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN")
  }

  deinit {
    for statement in statements { sqlite3_finalize(statement) }
    sqlite3_close_v2(connection)
  }

  /// The path of the finished file.
  var path: String { draft.path }

  /// Carries out statements that give no rows.
  func run(_ sql: String) throws {
    guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
  }

  /// A statement to be bound and carried out with ``step(_:)``, again and again; it ends with the file.
  func prepare(_ sql: String) throws -> OpaquePointer {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK, let statement
    else { throw failure() }
    statements.append(statement)
    return statement
  }

  /// Carries out a statement that gives no rows, with what is bound to it.
  func step(_ statement: OpaquePointer) throws {
    let code = sqlite3_step(statement)
    sqlite3_reset(statement)
    guard code == SQLITE_DONE else { throw failure() }
  }

  /// Ends the transaction, and gives the file its name.
  func finish() throws {
    for statement in statements { sqlite3_finalize(statement) }
    statements = []
    try run("COMMIT")
    guard sqlite3_close(connection) == SQLITE_OK else { throw failure() }
    connection = nil
    try draft.publish()
  }

  private func failure() -> TabularError {
    let text = String(cString: sqlite3_errmsg(connection))
    return TabularError(
      .unwritable, path: draft.path,
      .geoPackage(.unwritable(code: sqlite3_errcode(connection) & 0xFF, text: text)))
  }
}
