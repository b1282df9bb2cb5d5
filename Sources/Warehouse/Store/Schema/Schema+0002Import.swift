import GRDB

extension Schema {
  /// The tables of the import: sources, batches, quarantine and data sets.
  ///
  /// The rows themselves lie in one table a data set, which `DatasetTable` makes.
  static func registerImportMigrations(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("0002 import", foreignKeyChecks: .immediate, migrate: makeImport)
  }

  private static func makeImport(_ db: Database) throws {
    // A staged batch comes before the entry of its data set, and before its file is known.
    try db.execute(
      sql: """
        CREATE TABLE source_file (
          sha256 TEXT PRIMARY KEY,
          name TEXT NOT NULL,
          bytes INTEGER NOT NULL,
          encoding TEXT NOT NULL,
          first_seen TEXT NOT NULL);

        CREATE TABLE dataset (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL UNIQUE,
          title TEXT,
          title_zh TEXT,
          department TEXT,
          manifest TEXT NOT NULL,
          manifest_hash TEXT NOT NULL,
          table_name TEXT NOT NULL,
          view_name TEXT NOT NULL,
          category_field TEXT,
          date_field TEXT,
          exposures TEXT NOT NULL DEFAULT '[]',
          attach_method TEXT,
          updated_at TEXT NOT NULL);

        CREATE TABLE batch (
          id INTEGER PRIMARY KEY,
          dataset TEXT NOT NULL,
          manifest_hash TEXT NOT NULL,
          file_sha256 TEXT REFERENCES source_file (sha256),
          file_name TEXT NOT NULL,
          status TEXT NOT NULL
            CHECK (status IN ('staged', 'published', 'failed', 'refused', 'rolled_back')),
          started TEXT NOT NULL,
          ended TEXT,
          read INTEGER NOT NULL DEFAULT 0,
          inserted INTEGER NOT NULL DEFAULT 0,
          updated INTEGER NOT NULL DEFAULT 0,
          unchanged INTEGER NOT NULL DEFAULT 0,
          retired INTEGER NOT NULL DEFAULT 0,
          duplicate INTEGER NOT NULL DEFAULT 0,
          quarantined INTEGER NOT NULL DEFAULT 0,
          blank INTEGER NOT NULL DEFAULT 0,
          attached INTEGER NOT NULL DEFAULT 0,
          unattached INTEGER NOT NULL DEFAULT 0,
          generation INTEGER REFERENCES generation (id),
          seconds REAL,
          tool_version TEXT,
          CHECK (status = 'staged' OR file_sha256 IS NOT NULL),
          CHECK (read = inserted + updated + unchanged + duplicate + quarantined + blank));
        CREATE INDEX batch_dataset ON batch (dataset, id);
        """)
    try makeQuarantine(db)
  }

  /// Refused rows, kept whole, with all their reasons.
  private static func makeQuarantine(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE quarantine (
          id INTEGER PRIMARY KEY,
          batch_id INTEGER NOT NULL REFERENCES batch (id),
          row_number INTEGER NOT NULL,
          line INTEGER NOT NULL,
          byte_offset INTEGER NOT NULL,
          raw TEXT NOT NULL,
          status TEXT NOT NULL DEFAULT 'open'
            CHECK (status IN ('open', 'replayed', 'discarded')));
        CREATE INDEX quarantine_batch ON quarantine (batch_id, row_number);

        CREATE TABLE quarantine_reason (
          id INTEGER PRIMARY KEY,
          quarantine_id INTEGER NOT NULL REFERENCES quarantine (id) ON DELETE CASCADE,
          code TEXT NOT NULL,
          field TEXT,
          value TEXT,
          message_en TEXT NOT NULL,
          message_zh TEXT NOT NULL);
        CREATE INDEX quarantine_reason_row ON quarantine_reason (quarantine_id);
        """)
  }
}
