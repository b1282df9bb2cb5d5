import GRDB

extension Store {
  /// Examines the store: the file, the accounts of all batches, the versions of rows, keys,
  /// attachments, quarantine, stages, spatial indexes and the archive.
  ///
  /// It sees one state of the store and changes nothing; imports may go on meanwhile.
  ///
  /// - Parameter isQuick: whether the contents of SQLite's own indexes are taken on trust, which
  ///   is faster.
  /// - Throws: `StoreError`.
  public func verify(isQuick: Bool = false) throws -> VerificationReport {
    try StoreError.translating(path: path) {
      var report = VerificationReport(store: path)
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
