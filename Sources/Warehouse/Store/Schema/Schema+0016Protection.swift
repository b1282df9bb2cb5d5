import GRDB

extension Schema {
  /// What protects personal values: what unmasked reads of them were for, and the keys of a sealed store.
  static func registerProtectionMigrations(_ migrator: inout DatabaseMigrator) {
    // `purpose` and `rows` are of an unmasked read: what it was for, and how many rows it gave.
    migrator.registerMigration("0016 purposes", foreignKeyChecks: .immediate) { db in
      try db.execute(
        sql: """
          ALTER TABLE operation ADD COLUMN purpose TEXT;
          ALTER TABLE operation ADD COLUMN rows INTEGER;
          """)
    }
    // A store is sealed where `seal_key` has a ring, wrapped by the master key that it does not have:
    // version 0 is its root. `report_private` keeps address and contact in their columns where it is not,
    // and together in `sealed` where it is.
    migrator.registerMigration("0017 seal", foreignKeyChecks: .immediate) { db in
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
    // Which fields of the data sets' tables are sealed, and by which number each is known in `gewu_sealed`. A
    // refused row is in `raw`, or in `sealed`, and then `raw` is empty.
    migrator.registerMigration("0018 sealed rows", foreignKeyChecks: .immediate) { db in
      try db.execute(
        sql: """
          CREATE TABLE sealed_field (
            table_name TEXT NOT NULL,
            field TEXT NOT NULL COLLATE NOCASE,
            number INTEGER NOT NULL,
            family TEXT NOT NULL,
            is_searchable INTEGER NOT NULL,
            is_complete INTEGER NOT NULL,
            PRIMARY KEY (table_name, field),
            UNIQUE (table_name, number)) WITHOUT ROWID;
          ALTER TABLE quarantine ADD COLUMN sealed BLOB;
          """)
    }
  }
}
