package import Foundation
import GRDB
import Geometry

extension StoreTransaction {
  /// Keeps a report with what is personal in it and what came with it, and returns it with the number
  /// and the receipt that it has now.
  ///
  /// - Parameter files: in the order of their numbers, with their contents.
  package func insert(
    _ report: ReportRecord, _ personal: ReportPrivate = ReportPrivate(),
    _ files: [(record: AttachmentRecord, content: Data)] = []
  ) throws -> ReportRecord {
    var report = report
    report.id = try 1 + (Int64.fetchOne(db.cachedStatement(sql: Self.lastNumber)) ?? 0)
    report.receipt = try store.receipts.receipt(of: report.id)
    var geometry: Data?
    if let x = report.storeX, let y = report.storeY {
      geometry = Data(SpatiaLiteBlob.encode(Coordinate(x: x, y: y), srid: Int32(store.srid)))
    }
    try db.cachedStatement(sql: Self.insertion).execute(arguments: [
      report.id, report.receipt, report.idempotencyKey, report.requestHash, report.channel,
      report.category, report.description, report.externalID, report.reportedAt, report.receivedAt,
      report.x,
      report.y, report.crs, report.givenLongitude, report.givenLatitude, report.givenCRS,
      report.gridID == nil ? nil : "coordinates", report.gridStatus, report.gridID,
      report.generation, geometry,
    ])
    let id = report.id
    if !personal.isEmpty {
      try db.cachedStatement(
        sql: "INSERT INTO report_private (report_id, address, contact) VALUES (?, ?, ?)"
      ).execute(arguments: [id, personal.address, personal.contact])
    }
    for file in files { try insert(file.record, file.content, of: id) }
    try note(.report, "report/\(id)")
    return report
  }

  private static let lastNumber = "SELECT max(id) FROM report"

  private static let insertion = """
    INSERT INTO report (id, receipt, idempotency_key, request_hash, channel, category, description,
      external_id, reported_at, received_at, x, y, crs, given_longitude, given_latitude, given_crs,
      attach_method, grid_status, grid_id, generation, geometry)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  private func insert(_ file: AttachmentRecord, _ content: Data, of report: Int64) throws {
    try db.cachedStatement(
      sql: "INSERT INTO attachment_content (sha256, content) VALUES (?, ?) ON CONFLICT DO NOTHING"
    ).execute(arguments: [file.sha256, content])
    try db.cachedStatement(
      sql: """
        INSERT INTO report_attachment (report_id, number, name, media_type, bytes, sha256)
        VALUES (?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      report, file.number, file.name, file.mediaType, file.bytes, file.sha256,
    ])
  }

  /// The report of a receipt.
  package func report(_ receipt: Receipt) throws -> ReportRecord? {
    let key = store.receipts
    let number = try key.number(of: receipt)
    if let report = try reports(where: "r.id = ?", arguments: [number], limit: 1).first,
      report.receipt.isSame(as: receipt)
    {
      return report
    }
    guard key.lastDrawn > 0 else { return nil }
    // The number stands in the statement as it does in the index, which is used for nothing else.
    return try reports(
      where: "r.receipt = ? AND r.id <= \(key.lastDrawn)", arguments: [receipt], limit: 1
    ).first
  }

  /// The report of a number that was given to callers, as numbers were before there were receipts.
  package func report(formerNumber number: Int64) throws -> ReportRecord? {
    try reports(
      where: """
        r.id = ? AND r.id <= (SELECT value FROM setting WHERE name = 'last_numbered_report')
        """, arguments: [number], limit: 1
    ).first
  }

  /// The report that was sent under a key.
  package func report(idempotencyKey key: String) throws -> ReportRecord? {
    try reports(where: "r.idempotency_key = ?", arguments: [key], limit: 1).first
  }

  /// What is personal in a report.
  package func privateParts(ofReport id: Int64) throws -> ReportPrivate {
    let row = try Row.fetchOne(
      db, sql: "SELECT address, contact FROM report_private WHERE report_id = ?", arguments: [id])
    return row.map { ReportPrivate(address: $0["address"], contact: $0["contact"]) }
      ?? ReportPrivate()
  }

  /// The files that came with some reports, those of each in the order of their numbers.
  package func attachments(ofReports ids: [Int64]) throws -> [Int64: [AttachmentRecord]] {
    guard !ids.isEmpty else { return [:] }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT report_id, number, name, media_type, bytes, sha256 FROM report_attachment
        WHERE report_id IN (\(ids.map { "\($0)" }.joined(separator: ","))) ORDER BY report_id, number
        """)
    return try Dictionary(grouping: rows) { $0["report_id"] as Int64 }
      .mapValues { try $0.map { try AttachmentRecord(row: $0) } }
  }

  /// A file that came with a report, with its content.
  package func attachment(
    _ number: Int, ofReport id: Int64
  ) throws -> (record: AttachmentRecord, content: Data)? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT a.number, a.name, a.media_type, a.bytes, a.sha256, c.content
        FROM report_attachment AS a JOIN attachment_content AS c ON c.sha256 = a.sha256
        WHERE a.report_id = ? AND a.number = ?
        """, arguments: [id, number])
    return try row.map { (try AttachmentRecord(row: $0), $0["content"]) }
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
    let statement = try db.cachedStatement(
      sql: """
        SELECT r.*, X(r.geometry) AS store_x, Y(r.geometry) AS store_y,
          g.code AS grid_code, g.name AS grid_name
        FROM report AS r LEFT JOIN grid AS g ON g.id = r.grid_id
        WHERE \(condition) ORDER BY r.id DESC LIMIT ?
        """)
    return try ReportRecord.fetchAll(statement, arguments: arguments + [limit])
  }
}
