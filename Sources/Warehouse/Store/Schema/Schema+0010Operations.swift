import GRDB

extension Schema {
  /// The order in which things happened, apart from clocks; the columns that a field had under another
  /// type; the periods of files; the rows that a full load spared.
  static func registerOperationMigrations(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("0010 operations", foreignKeyChecks: .immediate) { db in
      try makeOperations(db)
      try fillOperations(db)
      try makePublishing(db)
    }
  }

  private static func makeOperations(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE operation (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          at TEXT NOT NULL,
          kind TEXT NOT NULL,
          actor TEXT,
          object TEXT);
        ALTER TABLE batch ADD COLUMN published_operation INTEGER REFERENCES operation (id);
        ALTER TABLE batch ADD COLUMN rolled_back_operation INTEGER REFERENCES operation (id);
        ALTER TABLE generation ADD COLUMN activated_operation INTEGER REFERENCES operation (id);
        """)
  }

  /// Brings what an earlier store says of its past into an order: batches and generations by their
  /// numbers, which were always counted, whatever their clocks said; a rollback after its batch, and
  /// else all by their moments.
  private static func fillOperations(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO operation (at, kind, object)
        WITH
          published AS (
            SELECT id, kind, ended, max(ended) OVER (ORDER BY id) AS place
            FROM batch WHERE ended IS NOT NULL),
          event (at, place, rank, number, kind, object) AS (
            SELECT ended, place, 1, id, kind, 'batch/' || id FROM published
            UNION ALL
            SELECT b.rolled_back, max(b.rolled_back, p.place), 2, b.id, 'rollback', 'batch/' || b.id
            FROM batch AS b JOIN published AS p ON p.id = b.id WHERE b.rolled_back IS NOT NULL
            UNION ALL
            SELECT activated_at, max(activated_at) OVER (PARTITION BY net_id ORDER BY id), 0, id,
              'activation', 'generation/' || id
            FROM generation WHERE activated_at IS NOT NULL
            UNION ALL
            SELECT received_at, max(received_at) OVER (ORDER BY id), 3, id, 'report', 'report/' || id
            FROM report WHERE batch_id IS NULL)
        SELECT at, kind, object FROM event ORDER BY place, rank, number;

        CREATE INDEX operation_object ON operation (object, kind);
        UPDATE batch SET
          published_operation = (SELECT o.id FROM operation AS o
            WHERE o.object = 'batch/' || batch.id AND o.kind = batch.kind),
          rolled_back_operation = (SELECT o.id FROM operation AS o
            WHERE o.object = 'batch/' || batch.id AND o.kind = 'rollback');
        UPDATE generation SET activated_operation = (SELECT o.id FROM operation AS o
          WHERE o.object = 'generation/' || generation.id AND o.kind = 'activation');
        DROP INDEX operation_object;
        """)
  }

  private static func makePublishing(_ db: Database) throws {
    // `former_column`: the columns that a field of a data set had, each with the first batch that
    // wrote to it. A batch `is_history` whose rows were at no time current. `spared`: the rows that
    // a load did not retire, and the refused row that each may be.
    try db.execute(
      sql: """
        CREATE TABLE field_column (
          id INTEGER PRIMARY KEY,
          table_name TEXT NOT NULL,
          field TEXT NOT NULL,
          column_name TEXT NOT NULL,
          first_batch INTEGER NOT NULL);
        CREATE INDEX field_column_table ON field_column (table_name);

        ALTER TABLE batch ADD COLUMN period TEXT;
        ALTER TABLE batch ADD COLUMN is_history INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE batch ADD COLUMN spared INTEGER NOT NULL DEFAULT 0;

        CREATE TABLE spared (
          id INTEGER PRIMARY KEY,
          batch_id INTEGER NOT NULL REFERENCES batch (id),
          row_id INTEGER NOT NULL,
          refused_row INTEGER NOT NULL);
        CREATE INDEX spared_batch ON spared (batch_id);
        """)
  }
}
