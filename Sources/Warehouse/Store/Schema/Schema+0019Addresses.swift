import GRDB

extension Schema {
  /// The register of standard addresses, and which of its entries the rows of data sets name.
  static func registerAddressMigrations(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("0019 addresses", foreignKeyChecks: .immediate) { db in
      try makeRegister(db)
      try makeMatches(db)
    }
  }

  /// The tables of addresses: a code for good, and the states that an address was in.
  ///
  /// One that is wrong, or gone, gets another state: none is deleted.
  ///
  /// Elements are kept as they are compared, without the suffix of their kind.
  private static func makeRegister(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE address_register (
          version INTEGER PRIMARY KEY,
          made_at TEXT NOT NULL,
          grammar TEXT NOT NULL,
          rules TEXT NOT NULL);

        CREATE TABLE address (
          id INTEGER PRIMARY KEY,
          code TEXT NOT NULL UNIQUE);

        CREATE TABLE address_occurrence (
          id INTEGER PRIMARY KEY,
          address_id INTEGER NOT NULL REFERENCES address (id),
          full_address TEXT NOT NULL,
          level TEXT NOT NULL,
          province TEXT, city TEXT, county TEXT, town TEXT, community TEXT, village_group TEXT,
          road TEXT, lane TEXT, road_number TEXT, sub_number TEXT, estate TEXT, estate_part TEXT,
          house_row TEXT, place TEXT, building TEXT, entrance TEXT, floor TEXT, room TEXT, postcode TEXT,
          status TEXT NOT NULL
            CHECK (status IN ('approved', 'alternative', 'provisional', 'historic', 'wrong')),
          valid_from TEXT,
          valid_to TEXT,
          successor_id INTEGER REFERENCES address (id),
          main_id INTEGER REFERENCES address (id),
          area_code TEXT,
          position_kind TEXT,
          x REAL,
          y REAL,
          dataset TEXT NOT NULL,
          row_id INTEGER NOT NULL,
          from_version INTEGER NOT NULL REFERENCES address_register (version),
          to_version INTEGER REFERENCES address_register (version));
        CREATE UNIQUE INDEX address_current ON address_occurrence (address_id)
          WHERE to_version IS NULL;
        CREATE INDEX address_versions ON address_occurrence (address_id, from_version);

        CREATE TABLE address_position (
          id INTEGER PRIMARY KEY,
          address_id INTEGER NOT NULL REFERENCES address (id),
          kind TEXT NOT NULL,
          x REAL NOT NULL,
          y REAL NOT NULL,
          dataset TEXT NOT NULL,
          from_version INTEGER NOT NULL REFERENCES address_register (version),
          to_version INTEGER REFERENCES address_register (version));
        CREATE INDEX address_position_of ON address_position (address_id) WHERE to_version IS NULL;

        CREATE TABLE address_alias (
          id INTEGER PRIMARY KEY,
          kind TEXT NOT NULL CHECK (kind IN ('former_name', 'second_name')),
          element TEXT NOT NULL,
          name TEXT NOT NULL,
          alias TEXT NOT NULL,
          until TEXT,
          dataset TEXT NOT NULL,
          from_version INTEGER NOT NULL REFERENCES address_register (version),
          to_version INTEGER REFERENCES address_register (version));
        """)
  }

  /// One row for each current row of a data set whose address was looked up; `address_id` is the finest entry
  /// that is sure, and `level` how far the text was understood.
  private static func makeMatches(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE address_match (
          dataset TEXT NOT NULL,
          row_id INTEGER NOT NULL,
          address_id INTEGER REFERENCES address (id),
          level TEXT NOT NULL,
          class TEXT NOT NULL CHECK (class IN ('A', 'B', 'C', 'none')),
          faults TEXT,
          version INTEGER NOT NULL REFERENCES address_register (version),
          PRIMARY KEY (dataset, row_id)) WITHOUT ROWID;
        CREATE INDEX address_match_address ON address_match (address_id);
        """)
  }
}
