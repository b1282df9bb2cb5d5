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
}
