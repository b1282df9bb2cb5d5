import GRDB
import GRDBSQLite

extension Database {
  /// The store's file; empty for a store in memory.
  var filePath: String {
    sqlite3_db_filename(sqliteConnection, "main").map { String(cString: $0) } ?? ""
  }
}
