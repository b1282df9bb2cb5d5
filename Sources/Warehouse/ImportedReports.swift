import Datasets
import Foundation
import GRDB

/// Makes reports of the rows of a data set whose subject they are.
///
/// Part of the publishing transaction: a report is listed exactly when its row
/// is published. A row that a later file changes changes its report.
struct ImportedReports {
  private let table: DatasetTable
  private let db: Database

  init(_ table: DatasetTable, _ db: Database) {
    self.table = table
    self.db = db
  }

  /// Takes over the rows that a batch brought.
  func receive(batch: Int64) throws {
    func field(_ name: String) -> String {
      table.manifest.field(name) == nil ? "NULL" : "t.\(SQLName.quoted(name))"
    }
    let geometry = table.hasGeometry ? "t.geometry" : "NULL"
    // The key makes a second arrival of the same report find the first one.
    try db.execute(
      sql: """
        INSERT INTO report (idempotency_key, channel, category, description, external_id,
          reported_at, received_at, attach_method, grid_status, grid_id, generation, batch_id,
          geometry)
        SELECT 'import:' || ?1 || ':' || \(field("external_id")), \(field("channel")),
          \(field("category")), \(field("description")), \(field("external_id")),
          \(field("reported_at")), ?2, t.attach_method,
          CASE WHEN \(geometry) IS NULL AND t.grid_id IS NULL THEN 'invalid'
            WHEN t.grid_id IS NULL THEN 'outside' ELSE 'inside' END,
          t.grid_id, t.generation, ?3, \(geometry)
        FROM \(SQLName.quoted(table.name)) AS t
        WHERE t.from_batch = ?3
        ORDER BY t.id
        ON CONFLICT (idempotency_key) DO UPDATE SET
          channel = excluded.channel, category = excluded.category,
          description = excluded.description, reported_at = excluded.reported_at,
          attach_method = excluded.attach_method, grid_status = excluded.grid_status,
          grid_id = excluded.grid_id, generation = excluded.generation,
          batch_id = excluded.batch_id, geometry = excluded.geometry
        """, arguments: [table.manifest.dataset, Store.now(), batch])
  }
}
