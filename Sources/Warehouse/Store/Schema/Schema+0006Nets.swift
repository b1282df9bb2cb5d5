import GRDB

extension Schema {
  /// Several nets of cells in one store: levels and generations belong to one each.
  static func registerNetMigrations(_ migrator: inout DatabaseMigrator) {
    // The table of levels is made anew under the cells that refer to it, so that the keys can only be
    // looked at in the end.
    migrator.registerMigration("0006 nets", foreignKeyChecks: .deferred, migrate: makeNets)
  }

  private static func makeNets(_ db: Database) throws {
    let hadView = try db.viewExists("current_grid")
    try db.execute(
      sql: """
        CREATE TABLE net (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL UNIQUE,
          title TEXT,
          title_zh TEXT,
          code_grammar TEXT NOT NULL DEFAULT 'free',
          urban_households INTEGER NOT NULL DEFAULT 500,
          rural_households INTEGER NOT NULL DEFAULT 300);
        INSERT INTO net (id, name, title, title_zh)
          VALUES (1, 'base', 'Base grids', '基础网格');

        DROP VIEW IF EXISTS current_grid;
        DROP VIEW earlier_grid;
        CREATE TABLE level_of_net (
          id INTEGER PRIMARY KEY,
          net_id INTEGER NOT NULL DEFAULT 1 REFERENCES net (id),
          name TEXT NOT NULL,
          rank INTEGER NOT NULL,
          UNIQUE (net_id, name),
          UNIQUE (net_id, rank));
        INSERT INTO level_of_net (id, name, rank) SELECT id, name, rank FROM level;
        DROP TABLE level;
        ALTER TABLE level_of_net RENAME TO level;

        ALTER TABLE generation ADD COLUMN net_id INTEGER NOT NULL DEFAULT 1;
        DROP INDEX generation_one_active;
        DROP INDEX generation_one_preparing;
        CREATE UNIQUE INDEX generation_one_active ON generation (net_id) WHERE status = 'active';
        CREATE UNIQUE INDEX generation_one_preparing ON generation (net_id)
          WHERE status = 'preparing';
        """)
    try makeEarlierGrids(db)
    if hadView { try makeGridViews(db) }
  }

  /// The cells of the active generations as layers for desktop programs: those of the base net, and
  /// those of all nets.
  static func makeGridViews(_ db: Database) throws {
    for (view, net, condition) in [
      ("current_grid", "", "AND l.net_id = 1"), ("net_grid", "n.name AS net, ", ""),
    ] {
      try db.execute(
        sql: """
          CREATE VIEW \(view) AS
            SELECT g.id AS id, \(net)l.name AS level, g.code AS code, g.name AS name,
              g.kind AS kind, g.parent_code AS parent_code, g.parent_share AS parent_share,
              g.boundary AS boundary
            FROM grid AS g
            JOIN level AS l ON l.id = g.level_id
            JOIN net AS n ON n.id = l.net_id
            JOIN generation AS a ON a.status = 'active' AND a.net_id = l.net_id
            WHERE g.from_generation <= a.id
              AND (g.to_generation IS NULL OR g.to_generation >= a.id) \(condition);
          INSERT OR IGNORE INTO views_geometry_columns
            (view_name, view_geometry, view_rowid, f_table_name, f_geometry_column, read_only)
            VALUES ('\(view)', 'boundary', 'id', 'grid', 'boundary', 1);
          """)
    }
  }

  /// What withdrawing a cell needs: whether an attachment refers to it is else found by reading the
  /// whole history, once a cell.
  static func registerHistoryMigrations(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("0007 history by cell", foreignKeyChecks: .immediate) { db in
      try db.execute(
        sql: "CREATE INDEX attachment_history_grid ON attachment_history (grid_id)")
    }
  }
}
