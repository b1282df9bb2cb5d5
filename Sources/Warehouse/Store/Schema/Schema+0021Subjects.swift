import GRDB

extension Schema {
  /// Persons, households, homes, firms and things: which rows each is assembled from, and which row each of its
  /// values stands in.
  static func registerSubjectMigrations(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("0021 subjects", foreignKeyChecks: .immediate) { db in
      try makeSubjects(db)
      try makeReview(db)
    }
    migrator.registerMigration(
      "0022 decisions", foreignKeyChecks: .immediate, migrate: makeDecisions)
  }

  /// No value of a row is copied here: a winner or a fact names the row that states it, and is opened there.
  ///
  /// `key` and `place` are HMACs under a key of the store. Days of facts are kept where no field that they come
  /// from is marked as sensitive.
  private static func makeSubjects(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE subject_kind (
          kind TEXT PRIMARY KEY,
          rules TEXT NOT NULL,
          assembled_at TEXT NOT NULL,
          operation INTEGER NOT NULL REFERENCES operation (id)) WITHOUT ROWID;

        CREATE TABLE subject_source (
          id INTEGER PRIMARY KEY,
          kind TEXT NOT NULL,
          dataset TEXT NOT NULL,
          role TEXT NOT NULL,
          UNIQUE (kind, dataset, role));

        CREATE TABLE subject_attribute (
          id INTEGER PRIMARY KEY,
          kind TEXT NOT NULL,
          name TEXT NOT NULL,
          UNIQUE (kind, name));

        CREATE TABLE subject (
          id INTEGER PRIMARY KEY,
          kind TEXT NOT NULL,
          key BLOB NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('standing', 'retired', 'gone')),
          UNIQUE (kind, key));
        CREATE INDEX subject_by_key ON subject (key);

        CREATE TABLE subject_member (
          source_id INTEGER NOT NULL REFERENCES subject_source (id),
          row_id INTEGER NOT NULL,
          subject_id INTEGER NOT NULL REFERENCES subject (id),
          PRIMARY KEY (source_id, row_id)) WITHOUT ROWID;
        CREATE INDEX subject_member_of ON subject_member (subject_id);

        CREATE TABLE subject_value (
          subject_id INTEGER NOT NULL REFERENCES subject (id),
          attribute_id INTEGER NOT NULL REFERENCES subject_attribute (id),
          number INTEGER NOT NULL,
          source_id INTEGER NOT NULL REFERENCES subject_source (id),
          row_id INTEGER NOT NULL,
          criterion TEXT NOT NULL,
          PRIMARY KEY (subject_id, attribute_id, number)) WITHOUT ROWID;

        CREATE TABLE subject_fact (
          subject_id INTEGER NOT NULL REFERENCES subject (id),
          number INTEGER NOT NULL,
          kind TEXT NOT NULL,
          place BLOB NOT NULL,
          source_id INTEGER NOT NULL REFERENCES subject_source (id),
          row_id INTEGER NOT NULL,
          from_day TEXT,
          to_day TEXT,
          is_open INTEGER NOT NULL,
          may_move INTEGER NOT NULL,
          is_main INTEGER NOT NULL,
          is_last_resort INTEGER NOT NULL,
          PRIMARY KEY (subject_id, number)) WITHOUT ROWID;
        CREATE INDEX subject_fact_place ON subject_fact (place, kind);

        CREATE TABLE subject_event (
          id INTEGER PRIMARY KEY,
          at TEXT NOT NULL,
          kind TEXT NOT NULL,
          event TEXT NOT NULL CHECK (event IN ('created', 'retired', 'merged', 'split', 'renamed')),
          key BLOB NOT NULL,
          heir BLOB);
        CREATE INDEX subject_event_key ON subject_event (kind, key);
        """)
  }

  /// What waits for a decision: conflicts of one subject's values, and what the ladder does not decide.
  private static func makeReview(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE review_item (
          id INTEGER PRIMARY KEY,
          kind TEXT NOT NULL,
          reason TEXT NOT NULL,
          rule TEXT NOT NULL,
          other_rule TEXT,
          subject_id INTEGER REFERENCES subject (id),
          state TEXT NOT NULL CHECK (state IN ('open', 'decided', 'stale')),
          criterion TEXT);
        CREATE INDEX review_item_reason ON review_item (kind, reason, rule);
        CREATE INDEX review_item_of ON review_item (subject_id);

        CREATE TABLE review_row (
          item_id INTEGER NOT NULL REFERENCES review_item (id),
          number INTEGER NOT NULL,
          source_id INTEGER NOT NULL REFERENCES subject_source (id),
          row_id INTEGER NOT NULL,
          attribute_id INTEGER REFERENCES subject_attribute (id),
          value INTEGER,
          PRIMARY KEY (item_id, number)) WITHOUT ROWID;
        """)
  }

  /// What people have decided, bound to what they saw.
  ///
  /// `item`, `row`, `seen` and `chosen` are HMACs under a key of the store. A decision that was taken back stays,
  /// with the operation that took it back.
  private static func makeDecisions(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE review_item ADD COLUMN key BLOB;
        CREATE INDEX review_item_key ON review_item (key);

        CREATE TABLE review_decision (
          id INTEGER PRIMARY KEY,
          kind TEXT NOT NULL,
          item BLOB NOT NULL,
          verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'value')),
          rule TEXT NOT NULL,
          seen BLOB NOT NULL,
          chosen BLOB,
          reason TEXT NOT NULL,
          at TEXT NOT NULL,
          until TEXT,
          operation INTEGER NOT NULL REFERENCES operation (id),
          undone_operation INTEGER REFERENCES operation (id));
        CREATE INDEX review_decision_item ON review_decision (kind, item);

        CREATE TABLE review_decision_row (
          decision_id INTEGER NOT NULL REFERENCES review_decision (id),
          number INTEGER NOT NULL,
          source TEXT NOT NULL,
          row BLOB NOT NULL,
          PRIMARY KEY (decision_id, number)) WITHOUT ROWID;
        """)
  }

  // MARK: - Bringing up to date

  /// What bringing subjects up to date needs to know of those that stand.
  static func registerAssemblyMigrations(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration(
      "0024 assembly", foreignKeyChecks: .immediate, migrate: makeAssembly)
  }

  /// By which keys subjects are found, and which of them are to be assembled again.
  ///
  /// `link` is the number of the kind in the upper byte, and below it bits of a secret hash of the values that a
  /// rule asks for: one row a subject and key. `links` are the same keys, seven bytes each. `subject_touched` are
  /// subjects that lost a row, of which a row got another grid, or of which something was decided.
  ///
  /// `readings` is what the rows were read by, data set by data set, `register` the version of the register of
  /// addresses; a kind that was assembled before these were kept is assembled whole.
  private static func makeAssembly(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE subject_kind ADD COLUMN number INTEGER;
        ALTER TABLE subject_kind ADD COLUMN readings TEXT;
        ALTER TABLE subject_kind ADD COLUMN register INTEGER;
        ALTER TABLE subject ADD COLUMN links BLOB;

        CREATE TABLE subject_link (
          link INTEGER NOT NULL,
          subject_id INTEGER NOT NULL REFERENCES subject (id),
          PRIMARY KEY (link, subject_id)) WITHOUT ROWID;

        CREATE TABLE subject_touched (
          subject_id INTEGER PRIMARY KEY REFERENCES subject (id));

        CREATE INDEX review_row_of ON review_row (source_id, row_id);
        """)
  }
}
