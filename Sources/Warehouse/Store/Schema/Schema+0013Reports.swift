import GRDB

extension Schema {
  /// What the handling of a report needs: its receipt, its position as it was given, what is personal
  /// apart from it, and what came with it.
  static func registerReportMigrations(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("0013 reports", foreignKeyChecks: .immediate) { db in
      db.add(function: Receipt.function)
      try makeReceipts(db)
      try makeEnclosures(db)
    }
  }

  /// Receipts that are found without an index, and a table of reports that is written without triggers.
  static func registerReceiptMigrations(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("0015 receipts", foreignKeyChecks: .immediate) { db in
      try ReceiptKey.make(db)
      try SpatiaLite.dropTriggers(of: "report", db)
    }
  }

  private static func makeReceipts(_ db: Database) throws {
    // The digits that were sent in are not kept of reports from before; the nearest are those of the
    // number. Up to `last_numbered_report` numbers were given to callers, who may come back with them.
    try db.execute(
      sql: """
        ALTER TABLE report ADD COLUMN receipt TEXT;
        ALTER TABLE report ADD COLUMN given_longitude TEXT;
        ALTER TABLE report ADD COLUMN given_latitude TEXT;
        ALTER TABLE report ADD COLUMN given_crs TEXT;
        UPDATE report SET receipt = gewu_receipt(), given_longitude = CAST(x AS TEXT),
          given_latitude = CAST(y AS TEXT), given_crs = crs;
        CREATE UNIQUE INDEX report_receipt ON report (receipt);
        INSERT INTO setting (name, value)
        SELECT 'last_numbered_report', max(id) FROM report HAVING max(id) IS NOT NULL;
        """)
  }

  private static func makeEnclosures(_ db: Database) throws {
    // `report_private` is a table of its own so that no list, export or `SELECT *` has it by accident.
    // Contents are kept by their digest, each once.
    try db.execute(
      sql: """
        CREATE TABLE report_private (
          report_id INTEGER PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
          address TEXT,
          contact TEXT);

        CREATE TABLE attachment_content (
          sha256 TEXT PRIMARY KEY,
          content BLOB NOT NULL);

        CREATE TABLE report_attachment (
          id INTEGER PRIMARY KEY,
          report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
          number INTEGER NOT NULL,
          name TEXT,
          media_type TEXT NOT NULL,
          bytes INTEGER NOT NULL,
          sha256 TEXT NOT NULL REFERENCES attachment_content (sha256),
          UNIQUE (report_id, number));
        CREATE INDEX report_attachment_content ON report_attachment (sha256);
        """)
  }
}
