import Files
import GRDBSQLite
package import Tabular

/// Writes plain tables into a SQLite file, side by side.
///
/// One thread at a time: whoever shares it takes turns. The file is complete after `finish()` alone.
package final class PlainTablesWriter: PlainTables {
  private let draft: FileDraft
  private var connection: OpaquePointer?
  private var insertions: [String: OpaquePointer] = [:]
  private var tables: [String: [String]] = [:]

  /// Begins the file; one that is there is replaced when it is finished.
  ///
  /// - Throws: `OutputError`, or `TabularError` of kind `unwritable`.
  package init(path: String) throws {
    draft = try FileDraft(file: path, sparing: .none)
    try draft.refuseJournals()
    guard sqlite3_open(draft.temporary, &connection) == SQLITE_OK else { throw failure() }
    try run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN")
  }

  deinit {
    for insertion in insertions.values { sqlite3_finalize(insertion) }
    sqlite3_close_v2(connection)
  }

  /// Makes a table where it is not there.
  package func makeTable(_ name: String, columns: [PlainColumn]) throws {
    guard tables.updateValue(columns.map(\.name), forKey: name) == nil else { return }
    let table = SQLName.quoted(name)
    let fields = columns.map { "\(SQLName.quoted($0.name)) \($0.kind.sqlType)" }
    try run("CREATE TABLE \(table) (\(fields.joined(separator: ", ")))")
    let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    var insertion: OpaquePointer?
    let sql = "INSERT INTO \(table) VALUES (\(places))"
    guard sqlite3_prepare_v2(connection, sql, -1, &insertion, nil) == SQLITE_OK else {
      throw failure()
    }
    insertions[name] = insertion
  }

  /// Appends rows to a table that was made, each with a cell for every column.
  package func write(_ rows: [[TableCell]], to table: String) throws {
    guard let insertion = insertions[table] else { return }
    for row in rows {
      for (index, cell) in row.enumerated() { insertion.bind(cell, Int32(index + 1)) }
      let code = sqlite3_step(insertion)
      sqlite3_reset(insertion)
      guard code == SQLITE_DONE else { throw failure() }
    }
  }

  /// Makes an index of a table's columns.
  package func index(_ table: String, on columns: [String]) throws {
    let names = columns.map(SQLName.quoted).joined(separator: ", ")
    let name = SQLName.quoted("\(table)_\(columns.joined(separator: "_"))")
    try run("CREATE INDEX \(name) ON \(SQLName.quoted(table)) (\(names))")
  }

  package func finish() throws {
    for insertion in insertions.values { sqlite3_finalize(insertion) }
    insertions = [:]
    try run("COMMIT")
    guard sqlite3_close(connection) == SQLITE_OK else { throw failure() }
    connection = nil
    try draft.publish()
  }

  private func run(_ sql: String) throws {
    guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
  }

  private func failure() -> TabularError {
    let text = String(cString: sqlite3_errmsg(connection))
    return TabularError(
      .unwritable, path: draft.path,
      .geoPackage(.unwritable(code: sqlite3_errcode(connection) & 0xFF, text: text)))
  }
}

extension PlainColumn.Kind {
  fileprivate var sqlType: String {
    switch self {
    case .text: "TEXT"
    case .integer: "INTEGER"
    case .number: "REAL"
    case .date: "DATE"
    }
  }
}
