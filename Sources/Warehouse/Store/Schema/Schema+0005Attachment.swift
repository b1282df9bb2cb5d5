import GRDB

extension Schema {
  /// What attaching again and activating at a moment need.
  static func registerAttachmentMigrations(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration(
      "0005 attachment", foreignKeyChecks: .immediate, migrate: makeAttachment)
  }

  private static func makeAttachment(_ db: Database) throws {
    // `dataset` is null for a report. Of a generation to become active later, `activates_at` says
    // when. `attached_shift` is how many more versions of a batch have a cell than when it was
    // published.
    try db.execute(
      sql: """
        ALTER TABLE generation ADD COLUMN activates_at TEXT;
        ALTER TABLE batch ADD COLUMN attached_shift INTEGER NOT NULL DEFAULT 0;

        CREATE TABLE attachment_history (
          id INTEGER PRIMARY KEY,
          dataset TEXT,
          row_id INTEGER NOT NULL,
          grid_id INTEGER NOT NULL REFERENCES grid (id),
          generation INTEGER,
          attach_method TEXT,
          attach_level TEXT,
          until_generation INTEGER NOT NULL REFERENCES generation (id),
          until TEXT NOT NULL);
        CREATE INDEX attachment_history_row ON attachment_history (dataset, row_id);
        """)
    try makeEarlierGrids(db)
  }

  /// What `attachment_history` keeps, with codes and names.
  static func makeEarlierGrids(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE VIEW earlier_grid AS
          SELECT h.id AS id, h.dataset AS dataset, h.row_id AS row_id, g.code AS code,
            g.name AS name, l.name AS level, h.generation AS generation,
            h.attach_method AS attach_method, h.until_generation AS until_generation,
            h.until AS until
          FROM attachment_history AS h JOIN grid AS g ON g.id = h.grid_id
          JOIN level AS l ON l.id = g.level_id;
        """)
  }
}
