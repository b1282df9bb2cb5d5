import GRDB

extension Store {
  /// From this many bytes on, a file is worth changing the journal for.
  static let largeLoad = 64 << 20

  /// Runs a large load with a rollback journal in place of the write-ahead log,
  /// where nobody else has the store open.
  ///
  /// In a write-ahead log each page of the load is written, read back and written
  /// again; with a rollback journal new pages are written once, which takes about
  /// a fifth of the time away. Both survive the death of the process: the store is
  /// then as before. While it lasts nobody else can open the store, so a store that
  /// is being served keeps its log, and its readers their view.
  func withoutLog<Value>(_ isLarge: Bool, _ work: () throws -> Value) throws -> Value {
    guard isLarge, let pool = database as? DatabasePool else { return try work() }
    guard let place else { return try withoutLog(pool, work) }
    return try place.whileJournalChanges { try withoutLog(pool, work) }
  }

  private func withoutLog<Value>(_ pool: DatabasePool, _ work: () throws -> Value) throws -> Value {
    // The log cannot be left while a reader of our own is open.
    pool.releaseMemory()
    try setJournal(pool, to: "DELETE", waiting: 0)
    defer { try? setJournal(pool, to: "WAL", waiting: Self.busyTimeout) }
    return try work()
  }

  /// Asks for a journal mode; it stays as it is where another connection is open.
  private func setJournal(_ pool: DatabasePool, to mode: String, waiting timeout: Int) throws {
    try pool.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA busy_timeout = \(timeout)")
      defer { try? db.execute(sql: "PRAGMA busy_timeout = \(Self.busyTimeout)") }
      do {
        _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = \(mode)")
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
        return
      }
    }
  }
}
