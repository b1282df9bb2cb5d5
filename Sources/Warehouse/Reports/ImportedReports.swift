import Datasets
import Foundation
import GRDB
import Time

/// Makes reports of the rows of a data set whose subject they are.
///
/// Part of the publishing transaction: a report is listed exactly when its row
/// is published. A row that a later file changes changes its report.
struct ImportedReports {
  private let rows: DatasetRows
  private let moment: Moment
  private let db: Database

  /// - Parameter moment: when new reports are received: now.
  init(_ rows: DatasetRows, at moment: Moment, _ db: Database) {
    self.rows = rows
    self.moment = moment
    self.db = db
  }

  /// Whether reports were made of a data set's rows.
  static func exist(for dataset: String, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM report AS r JOIN batch AS b ON b.id = r.batch_id
          WHERE b.dataset = ?)
        """, arguments: [dataset]) ?? false
  }

  /// Takes over the rows that a batch brought.
  func receive(batch: Int64) throws { try receive(where: "t.from_batch = \(batch)") }

  /// Makes the reports agree with the rows again after batches were taken back: those whose rows
  /// are gone go, those whose rows have an earlier version back have its content.
  func reverse(batches: [Int64]) throws {
    let list = batches.map { "\($0)" }.joined(separator: ",")
    try db.execute(
      sql: """
        DELETE FROM report WHERE idempotency_key IN (
          SELECT \(Self.key) FROM \(rows.table) AS t
          WHERE t.from_batch IN (\(list)) AND t.to_batch = t.from_batch
            AND NOT EXISTS (SELECT 1 FROM \(rows.table) AS c
              WHERE c.to_batch IS NULL AND c.external_id = t.external_id))
        """, arguments: [rows.dataset])
    try receive(
      where: """
        t.to_batch IS NULL AND t.external_id IN (
          SELECT external_id FROM \(rows.table)
          WHERE from_batch IN (\(list)) AND to_batch = from_batch)
        """)
  }

  /// What makes a second arrival of the same report find the first one; the data set is bound.
  private static let key = "'import:' || ?1 || ':' || t.external_id"

  private func receive(where condition: String) throws {
    func field(_ name: String) -> String {
      rows.fields.contains(name) ? "t.\(SQLName.quoted(name))" : "NULL"
    }
    let geometry = rows.hasGeometry ? "t.geometry" : "NULL"
    try db.execute(
      sql: """
        INSERT INTO report (idempotency_key, channel, category, description, external_id,
          reported_at, received_at, attach_method, grid_status, grid_id, generation, batch_id,
          geometry)
        SELECT \(Self.key), \(field("channel")),
          \(field("category")), \(field("description")), \(field("external_id")),
          \(field("reported_at")), ?2, t.attach_method,
          CASE WHEN \(geometry) IS NULL AND t.grid_id IS NULL THEN 'invalid'
            WHEN t.grid_id IS NULL THEN 'outside' ELSE 'inside' END,
          t.grid_id, t.generation, t.from_batch, \(geometry)
        FROM \(rows.table) AS t
        WHERE \(condition)
        ORDER BY t.id
        ON CONFLICT (idempotency_key) DO UPDATE SET
          channel = excluded.channel, category = excluded.category,
          description = excluded.description, reported_at = excluded.reported_at,
          attach_method = excluded.attach_method, grid_status = excluded.grid_status,
          grid_id = excluded.grid_id, generation = excluded.generation,
          batch_id = excluded.batch_id, geometry = excluded.geometry
        """, arguments: [rows.dataset, moment])
  }
}
