import GRDB

extension Schema {
  /// What withdrawing a cell needs: whether an attachment refers to it is else found by reading the
  /// whole history, once a cell.
  static func registerHistoryMigrations(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("0007 history by cell", foreignKeyChecks: .immediate) { db in
      try db.execute(
        sql: "CREATE INDEX attachment_history_grid ON attachment_history (grid_id)")
    }
  }
}
