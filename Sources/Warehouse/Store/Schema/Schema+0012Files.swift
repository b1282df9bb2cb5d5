import GRDB

extension Schema {
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
