package import Foundation
import GRDB
import Geometry
package import Time

extension StoreTransaction {
  /// Keeps a report with what is personal in it and what came with it, and returns the number and the
  /// receipt that it is given.
  ///
  /// - Parameters:
  ///   - moment: when it is received; what the record says where nil.
  ///   - files: in the order of their numbers, with their contents.
  package func insert(
    _ report: ReportRecord, at moment: Moment? = nil, _ personal: ReportPrivate = ReportPrivate(),
    _ files: [(record: AttachmentRecord, content: Data)] = []
  ) throws -> (id: Int64, receipt: Receipt) {
    let id = try 1 + (RawStatement(keptBy: db, Self.lastNumber).integer() ?? 0)
    let receipt = try store.receipts.receipt(of: id)
    let names = files.compactMap { file in file.record.name.map { (file.record.number, $0) } }
    let words = SealedReport(
      personal: personal, description: report.description, requestHash: report.requestHash,
      fileNames: Dictionary(names) { $1 })
    let sealer = words.isEmpty ? nil : try store.seal.sealer(db)
    var open = report
    if sealer != nil { (open.description, open.requestHash) = (nil, nil) }
    try write(open, id, receipt, moment ?? report.receivedAt)
    if sealer != nil || !personal.isEmpty { try words.write(ofReport: id, sealer, db) }
    for (record, content) in files {
      var file = record
      if sealer != nil { file.name = nil }
      try insert(file, content, of: id)
    }
    try note(.report, "report/\(id)")
    return (id, receipt)
  }

  /// Writes the row of a report, without GRDB's conversions: they cost more than SQLite does.
  private func write(
    _ report: ReportRecord, _ id: Int64, _ receipt: Receipt, _ moment: Moment
  ) throws {
    let row = try RawStatement(keptBy: db, Self.insertion)
    row.bind(id, 1)
    row.bind(receipt.text, 2)
    row.bind(report.idempotencyKey, 3)
    row.bind(report.requestHash, 4)
    row.bind(report.channel, 5)
    row.bind(report.category, 6)
    row.bind(report.description, 7)
    row.bind(report.externalID, 8)
    row.bind(report.reportedAt, 9)
    row.bind(moment.text, 10)
    row.bind(report.x, 11)
    row.bind(report.y, 12)
    row.bind(report.crs, 13)
    row.bind(report.givenLongitude, 14)
    row.bind(report.givenLatitude, 15)
    row.bind(report.givenCRS, 16)
    row.bind(report.gridID == nil ? nil : "coordinates", 17)
    row.bind(report.gridStatus, 18)
    row.bind(report.gridID, 19)
    row.bind(report.generation, 20)
    guard let x = report.storeX, let y = report.storeY else {
      row.bindNull(21)
      return try row.run()
    }
    try SpatiaLiteBlob.encode(Coordinate(x: x, y: y), srid: Int32(store.srid)).withUnsafeBytes {
      row.bind($0, 21)
      try row.run()
    }
  }

  private static let lastNumber = "SELECT max(id) FROM report"

  private static let insertion = """
    INSERT INTO report (id, receipt, idempotency_key, request_hash, channel, category, description,
      external_id, reported_at, received_at, x, y, crs, given_longitude, given_latitude, given_crs,
      attach_method, grid_status, grid_id, generation, geometry)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  private func insert(_ file: AttachmentRecord, _ content: Data, of report: Int64) throws {
    let sealed = try store.seal.sealer(db).map {
      try AttachmentContent.seal(content, file.sha256, $0)
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO attachment_content (sha256, content, is_sealed) VALUES (?, ?, ?)
        ON CONFLICT DO NOTHING
        """
    ).execute(arguments: [file.sha256, sealed ?? content, sealed != nil])
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
    let row = try RawStatement(keptBy: db, "SELECT id FROM report WHERE idempotency_key = ?")
    row.bind(key, 1)
    guard let id = try row.integer() else { return nil }
    return try reports(where: "r.id = ?", arguments: [id], limit: 1).first
  }

  /// What is personal in a report.
  package func privateParts(ofReport id: Int64) throws -> ReportPrivate {
    try sealedParts(ofReport: id).personal
  }

  private func sealedParts(ofReport id: Int64) throws -> SealedReport {
    try SealedReport.read(ofReport: id, { try store.seal.sealer(db) }, db)
  }

  /// Opens the words of a report, and what its files are called, where they are sealed.
  ///
  /// - Throws: `SealFault`.
  package func open(_ report: inout ReportRecord, _ files: inout [AttachmentRecord]) throws {
    guard report.isSealed == true else { return }
    let parts = try sealedParts(ofReport: report.id)
    (report.description, report.requestHash) = (parts.description, parts.requestHash)
    for index in files.indices { files[index].name = parts.fileNames[files[index].number] }
    report.isSealed = nil
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
        SELECT a.number, a.name, a.media_type, a.bytes, a.sha256, c.content, c.is_sealed
        FROM report_attachment AS a JOIN attachment_content AS c ON c.sha256 = a.sha256
        WHERE a.report_id = ? AND a.number = ?
        """, arguments: [id, number])
    return try row.map { row in
      var record = try AttachmentRecord(row: row)
      let (content, isSealed): (Data, Bool) = (row["content"], row["is_sealed"])
      // The keys are asked for only where they are needed.
      let sealer = isSealed ? try store.seal.sealer(db) : nil
      // Its content may be sealed already and its name not yet.
      if record.name == nil { record.name = try sealedParts(ofReport: id).fileNames[number] }
      return (record, try AttachmentContent.open(content, isSealed, record.sha256, sealer))
    }
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
          g.code AS grid_code, g.name AS grid_name,
          CASE WHEN EXISTS (SELECT 1 FROM report_private AS p
            WHERE p.report_id = r.id AND p.sealed IS NOT NULL) THEN 1 END AS is_sealed
        FROM report AS r LEFT JOIN grid AS g ON g.id = r.grid_id
        WHERE \(condition) ORDER BY r.id DESC LIMIT ?
        """)
    return try ReportRecord.fetchAll(statement, arguments: arguments + [limit])
  }
}
