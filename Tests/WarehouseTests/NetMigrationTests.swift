import GRDB
import Testing

@testable import Warehouse

@Suite struct NetMigrationTests {
  @Test func `a store of before keeps its levels, generations and cells in the base net`() throws {
    let queue = try DatabaseQueue(
      configuration: {
        var configuration = Configuration()
        configuration.prepareDatabase { try SpatiaLite.attach(to: $0, busyTimeout: 5_000) }
        return configuration
      }())
    try Schema.migrator.migrate(queue, upTo: "0005 attachment")
    try queue.write { db in
      try SpatiaLite.administer(
        db, "AddGeometryColumn('grid', 'boundary', 4326, 'MULTIPOLYGON', 'XY')")
      try db.execute(
        sql: """
          INSERT INTO level (id, name, rank) VALUES (7, 'street', 0), (3, 'grid', 1);
          INSERT INTO generation (status, created_at) VALUES
            ('retired', '2026-01-01'), ('active', '2026-02-01'), ('preparing', '2026-03-01');
          INSERT INTO grid (level_id, code, origin, from_generation) VALUES (3, 'a', 'loaded', 1);
          INSERT INTO attachment_history (row_id, grid_id, generation, until_generation, until)
            VALUES (5, 1, 1, 2, '2026-02-01');
          CREATE VIEW current_grid AS SELECT g.id FROM grid AS g JOIN level AS l
            ON l.id = g.level_id;
          """)
    }

    try Schema.migrator.migrate(queue)

    let texts = try queue.read { db in
      try [
        "SELECT group_concat(id || ' ' || net_id || ' ' || name || ' ' || rank, '; ') FROM level",
        "SELECT group_concat(net_id) FROM generation", "SELECT level FROM earlier_grid",
        "SELECT code FROM current_grid", "SELECT name FROM net",
        "SELECT count(*) FROM pragma_foreign_key_check",
      ].map { try String.fetchOne(db, sql: $0) }
    }
    #expect(texts == ["3 1 grid 1; 7 1 street 0", "1,1,1", "grid", "a", "base", "0"])
  }
}
