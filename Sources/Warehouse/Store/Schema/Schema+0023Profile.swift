import GRDB

extension Schema {
  /// What each cell has, counted as of a day.
  static func registerProfileMigrations(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("0023 profile", foreignKeyChecks: .immediate, migrate: makeProfile)
  }

  /// Counts alone are kept.
  ///
  /// A cell has a row of each column, also where it has none of it; what lies in no cell of a
  /// net has a row without a cell.
  private static func makeProfile(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE profile_count (
          id INTEGER PRIMARY KEY,
          as_of TEXT NOT NULL UNIQUE,
          counted_at TEXT NOT NULL,
          rules TEXT NOT NULL,
          operation INTEGER NOT NULL REFERENCES operation (id));

        CREATE TABLE profile_column (
          count_id INTEGER NOT NULL REFERENCES profile_count (id) ON DELETE CASCADE,
          number INTEGER NOT NULL,
          name TEXT NOT NULL,
          title TEXT NOT NULL,
          title_zh TEXT NOT NULL,
          sensitivity INTEGER,
          PRIMARY KEY (count_id, number)) WITHOUT ROWID;

        CREATE TABLE grid_profile (
          count_id INTEGER NOT NULL REFERENCES profile_count (id) ON DELETE CASCADE,
          net TEXT NOT NULL,
          number INTEGER NOT NULL,
          level TEXT NOT NULL,
          code TEXT NOT NULL,
          grid_id INTEGER REFERENCES grid (id),
          value INTEGER NOT NULL,
          unplaced INTEGER NOT NULL,
          PRIMARY KEY (count_id, net, number, level, code)) WITHOUT ROWID;

        CREATE VIEW grid_profile_now AS
          SELECT p.net AS net, p.level AS level, p.code AS code, p.grid_id AS grid_id, c.as_of AS as_of,
            f.name AS name, p.value AS value, p.unplaced AS unplaced
          FROM grid_profile AS p
          JOIN profile_count AS c ON c.id = p.count_id
          JOIN profile_column AS f ON f.count_id = p.count_id AND f.number = p.number
          WHERE c.as_of = (SELECT max(as_of) FROM profile_count);
        """)
  }
}
