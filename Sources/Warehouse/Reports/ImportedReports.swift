import Access
import Datasets
import Foundation
import GRDB
import Geometry
import Time

/// Makes reports of the rows of a data set whose subject they are.
///
/// Part of the publishing transaction: a report is listed exactly when its row
/// is published. A row that a later file changes changes its report.
struct ImportedReports {
  private let rows: DatasetRows
  private let location: RecordLocation?
  private let moment: Moment
  private let seal: StoreSeal
  private let db: Database

  /// - Parameters:
  ///   - manifest: that of the rows; nil where it cannot be read any more.
  ///   - moment: when new reports are received: now.
  ///   - seal: what seals what is personal in them.
  init(
    _ rows: DatasetRows, _ manifest: Manifest?, at moment: Moment, _ seal: StoreSeal, _ db: Database
  ) {
    self.rows = rows
    location = manifest?.locations.first {
      if case .coordinates = $0 { true } else { false }
    }
    self.moment = moment
    self.seal = seal
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
    try seal.prepareToOpen(db)
    let list = batches.map { "\($0)" }.joined(separator: ",")
    try db.execute(
      sql: """
        DELETE FROM report WHERE idempotency_key IN (
          SELECT \(key) FROM \(rows.table) AS t
          WHERE t.from_batch IN (\(list)) AND t.to_batch = t.from_batch
            AND NOT EXISTS (SELECT 1 FROM \(rows.table) AS c
              WHERE c.to_batch IS NULL AND \(identifier(in: "c")) = \(identifier(in: "t"))))
        """, arguments: [rows.dataset])
    try receive(
      where: """
        t.to_batch IS NULL AND \(identifier(in: "t")) IN (
          SELECT \(identifier(in: "e")) FROM \(rows.table) AS e
          WHERE from_batch IN (\(list)) AND to_batch = from_batch)
        """)
  }

  /// What makes a second arrival of the same report find the first one; the data set is bound.
  private var key: String { "'import:' || ?1 || ':' || \(identifier(in: "t"))" }

  private func identifier(in alias: String) -> String { rows.value(of: "external_id", in: alias) }

  private func receive(where condition: String) throws {
    func field(_ name: String) -> String {
      rows.fields.contains(name) ? rows.value(of: name, in: "t") : "NULL"
    }
    // The words are sealed with what is personal.
    let sealer = try seal.sealer(db)
    let geometry = rows.hasGeometry ? rows.value(of: "geometry", in: "t") : "NULL"
    var (longitude, latitude, crs) = ("NULL", "NULL", String?.none)
    if case .coordinates(let x, let y, let system) = location {
      (longitude, latitude) = ("CAST(\(field(x)) AS TEXT)", "CAST(\(field(y)) AS TEXT)")
      crs = system.description
    }
    try db.add(function: ReceiptKey(db).function)
    let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM report") ?? 0
    try db.execute(
      sql: """
        INSERT INTO report (id, receipt, idempotency_key, channel, category, description, external_id,
          reported_at, received_at, given_longitude, given_latitude, given_crs, attach_method,
          grid_status, grid_id, generation, batch_id, geometry)
        SELECT ?4 + row_number() OVER inOrder, gewu_receipt(?4 + row_number() OVER inOrder),
          \(key), \(field("channel")),
          \(field("category")), \(sealer == nil ? field("description") : "NULL"), \(field("external_id")),
          \(field("reported_at")), ?2, \(longitude), \(latitude),
          CASE WHEN \(longitude) IS NULL THEN NULL ELSE ?3 END, t.attach_method,
          CASE WHEN \(geometry) IS NULL AND t.grid_id IS NULL THEN 'invalid'
            WHEN t.grid_id IS NULL THEN 'outside' ELSE 'inside' END,
          t.grid_id, t.generation, t.from_batch, \(geometry)
        FROM \(rows.table) AS t
        WHERE \(condition)
        WINDOW inOrder AS (ORDER BY t.id)
        ORDER BY t.id
        ON CONFLICT (idempotency_key) DO UPDATE SET
          channel = excluded.channel, category = excluded.category,
          description = excluded.description, reported_at = excluded.reported_at,
          given_longitude = excluded.given_longitude, given_latitude = excluded.given_latitude,
          given_crs = excluded.given_crs,
          attach_method = excluded.attach_method, grid_status = excluded.grid_status,
          grid_id = excluded.grid_id, generation = excluded.generation,
          batch_id = excluded.batch_id, geometry = excluded.geometry
        """, arguments: [rows.dataset, moment, crs, last])
    try receiveParts(where: condition, sealer)
  }

  /// Takes over what is personal, and where the store is sealed the words, apart from the rest.
  private func receiveParts(where condition: String, _ sealer: Sealer?) throws {
    let names = (["address", "contact"] + (sealer == nil ? [] : ["description"]))
      .filter(rows.fields.contains)
    guard !names.isEmpty else { return }
    func field(_ name: String) -> String {
      names.contains(name) ? rows.value(of: name, in: "t") : "NULL"
    }
    let found = try Row.fetchCursor(
      db,
      sql: """
        SELECT r.id, \(field("address")) AS address, \(field("contact")) AS contact,
          \(field("description")) AS description
        FROM \(rows.table) AS t JOIN report AS r ON r.idempotency_key = \(key)
        WHERE \(condition)
        """, arguments: [rows.dataset])
    while let row = try found.next() {
      let parts = SealedReport(
        personal: ReportPrivate(address: row["address"], contact: row["contact"]),
        description: row["description"])
      try parts.write(ofReport: row["id"], sealer, db)
    }
  }
}
