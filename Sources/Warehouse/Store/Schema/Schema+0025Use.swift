import GRDB

extension Schema {
  /// Homes whose use stands out, and what came of visits.
  static func registerUseMigrations(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("0025 use", foreignKeyChecks: .immediate, migrate: makeUse)
  }

  /// A home is known by an HMAC under a key of the store, which leads to no subject.
  ///
  /// The figures of a finding are in `details`, or in `sealed` where the store is sealed. `source` and `row_id` name
  /// the row that has the address; an outcome does not. `use_past` counts outcomes that were removed.
  private static func makeUse(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE use_judgement (
          id INTEGER PRIMARY KEY,
          as_of TEXT NOT NULL,
          judged_at TEXT NOT NULL,
          rules TEXT NOT NULL,
          homes INTEGER NOT NULL,
          judged INTEGER NOT NULL,
          by_chance REAL NOT NULL,
          expected_false REAL NOT NULL,
          operation INTEGER NOT NULL REFERENCES operation (id));

        CREATE TABLE use_not_judged (
          judgement_id INTEGER NOT NULL REFERENCES use_judgement (id) ON DELETE CASCADE,
          reason TEXT NOT NULL,
          homes INTEGER NOT NULL,
          PRIMARY KEY (judgement_id, reason)) WITHOUT ROWID;

        CREATE TABLE use_finding (
          id INTEGER PRIMARY KEY,
          judgement_id INTEGER NOT NULL REFERENCES use_judgement (id) ON DELETE CASCADE,
          item BLOB NOT NULL UNIQUE,
          source TEXT NOT NULL,
          row_id INTEGER NOT NULL,
          cell TEXT NOT NULL,
          community TEXT NOT NULL,
          building_kind TEXT NOT NULL,
          is_standing INTEGER NOT NULL,
          is_step INTEGER NOT NULL,
          is_held INTEGER NOT NULL,
          details TEXT,
          sealed BLOB);

        CREATE TABLE use_outcome (
          id INTEGER PRIMARY KEY,
          item BLOB NOT NULL,
          verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'unfounded', 'not-reached')),
          reason TEXT NOT NULL,
          at TEXT NOT NULL,
          until TEXT,
          list TEXT NOT NULL,
          cell TEXT NOT NULL,
          community TEXT NOT NULL,
          building_kind TEXT NOT NULL,
          operation INTEGER NOT NULL REFERENCES operation (id));
        CREATE INDEX use_outcome_item ON use_outcome (item, id);

        CREATE TABLE use_past (
          list TEXT NOT NULL,
          community TEXT NOT NULL,
          building_kind TEXT NOT NULL,
          verdict TEXT NOT NULL,
          outcomes INTEGER NOT NULL,
          PRIMARY KEY (list, community, building_kind, verdict)) WITHOUT ROWID;
        """)
  }
}
