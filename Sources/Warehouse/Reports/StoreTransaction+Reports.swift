import Foundation
import GRDB
import Geometry

extension StoreTransaction {
  /// Keeps a report and returns its number.
  package func insert(_ report: ReportRecord) throws -> Int64 {
    var geometry: Data?
    if let x = report.storeX, let y = report.storeY {
      geometry = Data(SpatiaLiteBlob.encode(Coordinate(x: x, y: y), srid: Int32(store.srid)))
    }
    let values: [(String, (any DatabaseValueConvertible)?)] = [
      ("idempotency_key", report.idempotencyKey), ("request_hash", report.requestHash),
      ("channel", report.channel), ("category", report.category),
      ("description", report.description), ("external_id", report.externalID),
      ("reported_at", report.reportedAt), ("received_at", report.receivedAt), ("x", report.x),
      ("y", report.y), ("crs", report.crs),
      ("attach_method", report.gridID == nil ? nil : "coordinates"),
      ("grid_status", report.gridStatus), ("grid_id", report.gridID),
      ("generation", report.generation), ("geometry", geometry),
    ]
    let marks = databaseQuestionMarks(count: values.count)
    try db.execute(
      sql: "INSERT INTO report (\(values.map(\.0).joined(separator: ", "))) VALUES (\(marks))",
      arguments: StatementArguments(values.map(\.1)))
    return db.lastInsertedRowID
  }

  /// The report of a number.
  package func report(id: Int64) throws -> ReportRecord? {
    try reports(where: "r.id = ?", arguments: [id], limit: 1).first
  }

  /// The report that was sent under a key.
  package func report(idempotencyKey key: String) throws -> ReportRecord? {
    try reports(where: "r.idempotency_key = ?", arguments: [key], limit: 1).first
  }

  /// The reports that a filter lets through, the newest first.
  package func reports(_ filter: ReportFilter) throws -> [ReportRecord] {
    let conditions: [(String, (any DatabaseValueConvertible)?)] = [
      ("r.id < ?", filter.beforeID), ("r.channel = ?", filter.channel),
      ("r.category = ?", filter.category), ("r.received_at >= ?", filter.from),
      ("r.received_at <= ?", filter.to), ("g.code = ?", filter.grid),
    ]
    let given = conditions.filter { $0.1 != nil }
    return try reports(
      where: given.isEmpty ? "1" : given.map(\.0).joined(separator: " AND "),
      arguments: StatementArguments(given.map(\.1)), limit: filter.limit)
  }

  package func reportCount() throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM report") ?? 0
  }

  private func reports(
    where condition: String, arguments: StatementArguments, limit: Int
  ) throws -> [ReportRecord] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT r.*, X(r.geometry) AS store_x, Y(r.geometry) AS store_y,
          g.code AS grid_code, g.name AS grid_name
        FROM report AS r LEFT JOIN grid AS g ON g.id = r.grid_id
        WHERE \(condition) ORDER BY r.id DESC LIMIT ?
        """, arguments: arguments + [limit]
    ).map(Self.report)
  }

  private static func report(_ row: Row) -> ReportRecord {
    var report = ReportRecord(
      channel: row["channel"], receivedAt: row["received_at"], gridStatus: row["grid_status"])
    report.id = row["id"]
    report.idempotencyKey = row["idempotency_key"]
    report.requestHash = row["request_hash"]
    report.category = row["category"]
    report.description = row["description"]
    report.externalID = row["external_id"]
    report.reportedAt = row["reported_at"]
    report.x = row["x"]
    report.y = row["y"]
    report.crs = row["crs"]
    report.storeX = row["store_x"]
    report.storeY = row["store_y"]
    report.gridID = row["grid_id"]
    report.gridCode = row["grid_code"]
    report.gridName = row["grid_name"]
    report.generation = row["generation"]
    return report
  }
}
