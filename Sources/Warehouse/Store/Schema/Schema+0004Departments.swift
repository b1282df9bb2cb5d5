import GRDB

extension Schema {
  /// What the departments' files need beyond the first import: formats other than text, sheets,
  /// checkpoints, rollback, replay, and remarks on rows that were taken all the same.
  static func registerDepartmentMigrations(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration(
      "0004 departments", foreignKeyChecks: .immediate, migrate: makeDepartments)
  }

  private static func makeDepartments(_ db: Database) throws {
    // `header` is the column headings as a JSON array; `remarks`, `checkpoint` and `rollback`
    // are JSON objects. A replay names in `parent_batch` whose rows it takes up; a row that it refuses again
    // names in `first_id` the entry of its first refusal.
    try db.execute(
      sql: """
        ALTER TABLE source_file ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;

        ALTER TABLE batch ADD COLUMN kind TEXT NOT NULL DEFAULT 'import'
          CHECK (kind IN ('import', 'replay'));
        ALTER TABLE batch ADD COLUMN parent_batch INTEGER REFERENCES batch (id);
        ALTER TABLE batch ADD COLUMN format TEXT NOT NULL DEFAULT 'csv';
        ALTER TABLE batch ADD COLUMN sheet TEXT;
        ALTER TABLE batch ADD COLUMN crs TEXT;
        ALTER TABLE batch ADD COLUMN header TEXT;
        ALTER TABLE batch ADD COLUMN delimiter TEXT NOT NULL DEFAULT ',';
        ALTER TABLE batch ADD COLUMN warned INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE batch ADD COLUMN remarks TEXT NOT NULL DEFAULT '{}';
        ALTER TABLE batch ADD COLUMN checkpoint TEXT;
        ALTER TABLE batch ADD COLUMN rolled_back TEXT;
        ALTER TABLE batch ADD COLUMN rollback TEXT;

        ALTER TABLE quarantine ADD COLUMN sheet TEXT;
        ALTER TABLE quarantine ADD COLUMN replayed_in INTEGER REFERENCES batch (id);
        ALTER TABLE quarantine ADD COLUMN resolved TEXT;
        ALTER TABLE quarantine ADD COLUMN note TEXT;
        ALTER TABLE quarantine ADD COLUMN first_id INTEGER REFERENCES quarantine (id);
        CREATE INDEX quarantine_first ON quarantine (first_id) WHERE first_id IS NOT NULL;
        CREATE INDEX quarantine_replayed ON quarantine (replayed_in)
          WHERE replayed_in IS NOT NULL;

        ALTER TABLE quarantine_reason ADD COLUMN severity TEXT NOT NULL DEFAULT 'error'
          CHECK (severity IN ('error', 'warning', 'info'));

        CREATE TABLE remark (
          id INTEGER PRIMARY KEY,
          batch_id INTEGER NOT NULL REFERENCES batch (id),
          row_number INTEGER NOT NULL,
          line INTEGER NOT NULL,
          sheet TEXT,
          severity TEXT NOT NULL CHECK (severity IN ('warning', 'info')),
          code TEXT NOT NULL,
          field TEXT,
          value TEXT,
          message_en TEXT NOT NULL,
          message_zh TEXT NOT NULL);
        CREATE INDEX remark_batch ON remark (batch_id, code);
        """)
  }
}
