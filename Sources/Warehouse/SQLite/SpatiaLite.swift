import CSpatiaLite
import GRDB
import Synchronization

/// SpatiaLite on a connection of GRDB's.
///
/// The library is linked, not loaded: see `docs/decisions/0001-spatialite-is-linked.md`.
enum SpatiaLite {
  /// Serialises the set-up of connections: the library's process-wide parts
  /// (libxml2, PROJ, the numeric locale) are not safe to start on two threads.
  private static let starting = Mutex(())

  /// Gives `db` the functions of SpatiaLite and sets its busy timeout.
  ///
  /// The library replaces the busy handler that GRDB has set before, so the
  /// timeout is set again here. Its cache lives as long as the connection; the
  /// store keeps its few connections open for the life of the process, and the
  /// cache is not given back at the end.
  ///
  /// - Parameter busyTimeout: how long to wait for a lock, in milliseconds.
  static func attach(to db: Database, busyTimeout: Int) throws {
    starting.withLock { _ in
      let cache = spatialite_alloc_connection()
      spatialite_init_ex(db.sqliteConnection, cache, 0)
      // Else warnings of GEOS go to standard error, beside ours and in no language of theirs.
      spatialite_set_silent_mode(cache)
    }
    try db.execute(sql: "PRAGMA busy_timeout = \(busyTimeout)")
  }

  /// Takes off the triggers that SpatiaLite puts on a table with a geometry, but those of our spatial
  /// index (``SpatialIndex``).
  ///
  /// They look the geometry's type up in the metadata for every row written and note there when that was:
  /// several microseconds and a page each. Only we write to these tables, and only what is of the right
  /// type and system.
  static func dropTriggers(of table: String, _ db: Database) throws {
    let triggers = try String.fetchAll(
      db,
      sql: """
        SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?
        AND substr(name, 1, 4) NOT IN ('gid_', 'giu_')
        """, arguments: [table])
    for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(SQLName.quoted(trigger))") }
  }

  /// Runs an administrative function of SpatiaLite, which answers 0 or NULL
  /// where it fails, and turns that into an error.
  static func administer(_ db: Database, _ sql: String, arguments: StatementArguments = [])
    throws
  {
    guard try Bool.fetchOne(db, sql: "SELECT \(sql)", arguments: arguments) == true else {
      throw DatabaseError(
        resultCode: .SQLITE_ERROR, message: "SpatiaLite refused \(sql)", sql: sql,
        arguments: arguments)
    }
  }
}
