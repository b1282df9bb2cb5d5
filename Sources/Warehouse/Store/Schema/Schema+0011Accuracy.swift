import GRDB

extension Schema {
  /// How far off the positions of a batch may be by the change of the datum.
  static func registerAccuracyMigrations(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("0011 accuracy") { db in
      // In metres: 0 where no datum changed; NULL for batches from before, those without positions,
      // and where nobody knows.
      try db.execute(sql: "ALTER TABLE batch ADD COLUMN accuracy REAL")
    }
  }

  /// The hash of a refused row's key, by which a later file that has the row is known to settle it.
  static func registerFileMigrations(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("0012 files", foreignKeyChecks: .immediate, migrate: keepKeys)
  }

  private static func keepKeys(_ db: Database) throws {
    // Rows that were refused before have none, nor have those whose key cannot be read.
    try db.execute(
      sql: """
        ALTER TABLE quarantine ADD COLUMN key_hash BLOB;
        CREATE INDEX quarantine_key ON quarantine (key_hash) WHERE key_hash IS NOT NULL;
        """)
  }
}
