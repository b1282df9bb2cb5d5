import GRDB

extension Schema {
  /// What unmasked reads of personal values were for, and how many rows they gave.
  static func registerPurposeMigrations(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("0016 purposes", foreignKeyChecks: .immediate) { db in
      try db.execute(
        sql: """
          ALTER TABLE operation ADD COLUMN purpose TEXT;
          ALTER TABLE operation ADD COLUMN rows INTEGER;
          """)
    }
  }
}
