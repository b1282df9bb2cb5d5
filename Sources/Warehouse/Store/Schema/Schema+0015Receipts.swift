import GRDB

extension Schema {
  /// Receipts that are found without an index, and a table of reports that is written without triggers.
  static func registerReceiptMigrations(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("0015 receipts", foreignKeyChecks: .immediate) { db in
      try ReceiptKey.make(db)
      try SpatiaLite.dropTriggers(of: "report", db)
    }
  }
}
