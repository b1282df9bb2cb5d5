import GRDB
import Testing

@testable import Warehouse

@Suite struct AccuracyMigrationTests {
  @Test func `batches of before say nothing of their accuracy`() throws {
    let queue = try DatabaseQueue(
      configuration: {
        var configuration = Configuration()
        configuration.prepareDatabase { try SpatiaLite.attach(to: $0, busyTimeout: 5_000) }
        return configuration
      }())
    try Schema.migrator.migrate(queue, upTo: "0008 words")
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO source_file VALUES ('f', 'a.csv', 1, 'utf-8', '2026-01-01', 0);
          INSERT INTO batch (id, dataset, file_sha256, file_name, manifest_hash, status,
              started, read, quarantined)
            VALUES (1, 'thing', 'f', 'a.csv', 'm', 'published', '2026-01-01', 0, 0);
          """)
    }

    try Schema.migrator.migrate(queue)

    let kept = try queue.read { db in
      try Row.fetchAll(db, sql: "SELECT id, accuracy FROM batch").map { $0["accuracy"] as Double? }
    }
    #expect(kept == [nil])
  }
}
