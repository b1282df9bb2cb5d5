import GRDB
import Tabular

/// Reads plain tables in a SQLite file that `PlainTablesWriter` wrote.
package final class PlainTablesReader: PlainTableSource {
  private let path: String
  private let database: DatabaseQueue

  /// Opens the file.
  ///
  /// - Throws: `TabularError` of kind `unreadable`.
  package init(path: String) throws {
    self.path = path
    var configuration = Configuration()
    configuration.readonly = true
    do {
      database = try DatabaseQueue(path: path, configuration: configuration)
    } catch let error as DatabaseError {
      throw Self.failure(error, path)
    }
  }

  package func read(
    _ table: String, columns: [String], where column: String, is value: String,
    _ body: ([String?]) throws -> Void
  ) throws {
    let list = columns.map { "CAST(\(SQLName.quoted($0)) AS TEXT)" }.joined(separator: ", ")
    do {
      try database.read { db in
        let rows = try Row.fetchCursor(
          db,
          sql: """
            SELECT \(list) FROM \(SQLName.quoted(table)) WHERE \(SQLName.quoted(column)) = ?
            ORDER BY rowid
            """, arguments: [value])
        while let row = try rows.next() {
          try body(columns.indices.map { row[$0] as String? })
        }
      }
    } catch let error as DatabaseError {
      throw Self.failure(error, path)
    }
  }

  private static func failure(_ error: DatabaseError, _ path: String) -> TabularError {
    TabularError(
      .unreadable, path: path,
      .geoPackage(
        .unreadable(code: error.resultCode.rawValue, text: error.message ?? "\(error.resultCode)")))
  }
}
