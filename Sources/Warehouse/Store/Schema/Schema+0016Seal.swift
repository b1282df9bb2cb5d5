import GRDB

extension Schema {
  /// The keys of a sealed store, wrapped by the master key that it does not have, and where what is sealed lies.
  static func registerSealMigrations(_ migrator: inout DatabaseMigrator) {
    // A store is sealed where `seal_key` has a ring: version 0 is its root. `report_private` keeps address and
    // contact in their columns where it is not, and together in `sealed` where it is.
    migrator.registerMigration("0016 seal", foreignKeyChecks: .immediate) { db in
      try db.execute(
        sql: """
          CREATE TABLE seal_key (
            version INTEGER PRIMARY KEY,
            profile TEXT NOT NULL,
            secret BLOB NOT NULL,
            made_at TEXT NOT NULL);
          ALTER TABLE report_private ADD COLUMN sealed BLOB;
          ALTER TABLE attachment_content ADD COLUMN is_sealed INTEGER NOT NULL DEFAULT 0;
          """)
    }
  }
}
