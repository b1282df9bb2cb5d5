import GRDB

extension Schema {
  /// Gaps in a coverage that are meant to be there, and where each generation has them.
  static func registerGapMigrations(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("0009 gaps", foreignKeyChecks: .immediate, migrate: makeGaps)
  }

  private static func makeGaps(_ db: Database) throws {
    // `longitude` and `latitude` are WGS 84 degrees, `x` and `y` the same place in the store's system;
    // `area` is in square metres. `outline` is a SpatiaLite blob.
    try db.execute(
      sql: """
        CREATE TABLE accepted_gap (
          id INTEGER PRIMARY KEY,
          net_id INTEGER NOT NULL REFERENCES net (id),
          name TEXT,
          longitude REAL NOT NULL,
          latitude REAL NOT NULL,
          x REAL NOT NULL,
          y REAL NOT NULL,
          area REAL NOT NULL,
          accepted_at TEXT NOT NULL);

        CREATE TABLE generation_gap (
          generation INTEGER NOT NULL REFERENCES generation (id),
          level_id INTEGER NOT NULL REFERENCES level (id),
          gap_id INTEGER NOT NULL REFERENCES accepted_gap (id) ON DELETE CASCADE,
          area REAL NOT NULL,
          outline BLOB NOT NULL,
          PRIMARY KEY (generation, level_id, gap_id)) WITHOUT ROWID;
        CREATE INDEX generation_gap_gap ON generation_gap (gap_id);
        """)
  }
}
