import Datasets
import GRDB
import Time

extension Schema {
  /// The zone in which the store counts days, and how exactly the dates of a data set are known.
  static func registerZoneMigrations(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("0014 zone", foreignKeyChecks: .immediate, migrate: keepZone)
  }

  private static func keepZone(_ db: Database) throws {
    // A new store has no settings yet, and is given its zone with them.
    try db.execute(
      sql: """
        INSERT INTO setting (name, value)
          SELECT 'zone', ? WHERE EXISTS (SELECT 1 FROM setting WHERE name = 'srid');
        ALTER TABLE dataset ADD COLUMN date_precision TEXT
          CHECK (date_precision IN ('day', 'month', 'year'));
        """, arguments: [LocalZone.ofMachine.name])
    for row in try Row.fetchAll(
      db, sql: "SELECT name, manifest FROM dataset WHERE date_field IS NOT NULL")
    {
      let text: String = row["manifest"]
      let precision = Manifest.datePrecision(inKeptText: text) ?? .day
      try db.execute(
        sql: "UPDATE dataset SET date_precision = ? WHERE name = ?",
        arguments: [precision.rawValue, row["name"] as String])
    }
  }
}
