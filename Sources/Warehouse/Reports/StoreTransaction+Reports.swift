import Foundation
import GRDB
import Geometry

extension StoreTransaction {
  /// Keeps a report and returns its number.
  package func insert(_ report: ReportRecord) throws -> Int64 {
    var values = try report.databaseDictionary
    if let x = report.storeX, let y = report.storeY {
      let point = SpatiaLiteBlob.encode(Coordinate(x: x, y: y), srid: Int32(store.srid))
      values["geometry"] = Data(point).databaseValue
    }
    if report.gridID != nil { values["attach_method"] = "coordinates".databaseValue }
    // What is read beside the table's columns is in other tables, or in the geometry.
    for name in ["id", "store_x", "store_y", "grid_code", "grid_name"] { values[name] = nil }
    let names = values.keys.sorted()
    try db.execute(
      sql: """
        INSERT INTO report (\(names.joined(separator: ", ")))
        VALUES (\(names.map { ":\($0)" }.joined(separator: ", ")))
        """, arguments: StatementArguments(values))
    let id = db.lastInsertedRowID
    try note(.report, "report/\(id)")
    return id
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
    try ReportRecord.fetchAll(
      db,
      sql: """
        SELECT r.*, X(r.geometry) AS store_x, Y(r.geometry) AS store_y,
          g.code AS grid_code, g.name AS grid_name
        FROM report AS r LEFT JOIN grid AS g ON g.id = r.grid_id
        WHERE \(condition) ORDER BY r.id DESC LIMIT ?
        """, arguments: arguments + [limit])
  }
}
