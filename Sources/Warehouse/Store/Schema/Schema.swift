import GRDB
import Time

/// The tables of a store and how they came to be.
enum Schema {
  /// All migrations in order; a store is brought up to date when it is opened.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("0001 grids", foreignKeyChecks: .immediate, migrate: makeGrids)
    registerImportMigrations(&migrator)
    migrator.registerMigration("0003 reports", foreignKeyChecks: .immediate, migrate: makeReports)
    registerDepartmentMigrations(&migrator)
    registerAttachmentMigrations(&migrator)
    registerNetMigrations(&migrator)
    registerHistoryMigrations(&migrator)
    registerWordMigrations(&migrator)
    registerGapMigrations(&migrator)
    registerOperationMigrations(&migrator)
    registerAccuracyMigrations(&migrator)
    registerFileMigrations(&migrator)
    registerReportMigrations(&migrator)
    registerZoneMigrations(&migrator)
    registerReceiptMigrations(&migrator)
    registerProtectionMigrations(&migrator)
    registerAddressMigrations(&migrator)
    registerSubjectMigrations(&migrator)
    registerProfileMigrations(&migrator)
    registerAssemblyMigrations(&migrator)
    registerUseMigrations(&migrator)
    return migrator
  }

  /// Writes what a new store starts from: its reference system, its zone and its levels.
  static func seed(_ db: Database, srid: Int, zone: LocalZone, levels: [String]) throws {
    let isKnown = try Bool.fetchOne(
      db, sql: "SELECT count(*) FROM spatial_ref_sys WHERE srid = ?", arguments: [srid])
    if isKnown != true {
      guard
        try Bool.fetchOne(db, sql: "SELECT InsertEpsgSrid(?)", arguments: [srid]) == true
      else { throw StoreError.unknownSRID(srid) }
    }
    try db.execute(
      sql: "INSERT INTO setting (name, value) VALUES ('srid', ?), ('zone', ?)",
      arguments: [srid, zone.name])
    for (rank, level) in levels.enumerated() {
      try db.execute(
        sql: "INSERT INTO level (name, rank) VALUES (?, ?)", arguments: [level, rank])
    }
    for (table, column, type) in [
      ("grid", "boundary", "MULTIPOLYGON"), ("report", "geometry", "POINT"),
    ] {
      try SpatiaLite.administer(
        db, "AddGeometryColumn(?, ?, ?, ?, 'XY')", arguments: [table, column, srid, type])
    }
    try SpatiaLite.dropTriggers(of: "report", db)
    try SpatiaLite.administer(db, "CreateSpatialIndex('grid', 'boundary')")
    try makeGridViews(db)
    db.clearSchemaCache()
    try db.execute(sql: "PRAGMA application_id = \(Store.applicationID)")
  }

  /// Settings, levels, generations and the cells with the span of generations
  /// that each version of a cell is valid in.
  private static func makeGrids(_ db: Database) throws {
    // Inside a migration's transaction the argument must be 0: with 1 SpatiaLite
    // opens a transaction of its own and ends ours with it.
    try SpatiaLite.administer(db, "InitSpatialMetaData(0, 'WGS84')")
    try db.execute(
      sql: """
        CREATE TABLE setting (name TEXT PRIMARY KEY, value NOT NULL);

        CREATE TABLE level (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL UNIQUE,
          rank INTEGER NOT NULL UNIQUE);

        CREATE TABLE generation (
          id INTEGER PRIMARY KEY,
          status TEXT NOT NULL CHECK (status IN ('preparing', 'active', 'retired')),
          created_at TEXT NOT NULL,
          activated_at TEXT,
          retired_at TEXT,
          is_valid INTEGER,
          problem_count INTEGER);
        CREATE UNIQUE INDEX generation_one_active ON generation (status) WHERE status = 'active';
        CREATE UNIQUE INDEX generation_one_preparing ON generation (status)
          WHERE status = 'preparing';

        CREATE TABLE grid (
          id INTEGER PRIMARY KEY,
          level_id INTEGER NOT NULL REFERENCES level (id),
          code TEXT NOT NULL,
          name TEXT,
          kind TEXT,
          parent_code TEXT,
          parent_method TEXT CHECK (parent_method IN ('field', 'table', 'containment')),
          parent_share REAL,
          origin TEXT NOT NULL CHECK (origin IN ('loaded', 'table', 'union')),
          from_generation INTEGER NOT NULL REFERENCES generation (id),
          to_generation INTEGER);
        CREATE INDEX grid_code ON grid (code, level_id);
        CREATE INDEX grid_generation ON grid (level_id, from_generation, to_generation);
        """)
  }

  /// What citizens report: kept before it is acknowledged, one row a submission.
  private static func makeReports(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE report (
          id INTEGER PRIMARY KEY,
          idempotency_key TEXT UNIQUE,
          request_hash TEXT,
          channel TEXT NOT NULL,
          category TEXT,
          description TEXT,
          external_id TEXT,
          reported_at TEXT,
          received_at TEXT NOT NULL,
          x REAL,
          y REAL,
          crs TEXT,
          attach_method TEXT,
          grid_status TEXT NOT NULL,
          grid_id INTEGER REFERENCES grid (id),
          generation INTEGER,
          batch_id INTEGER);
        CREATE INDEX report_received ON report (received_at);
        CREATE INDEX report_grid ON report (grid_id);
        """)
  }
}
