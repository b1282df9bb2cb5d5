import Access
import Foundation
import GRDB

/// What of a store is sealed: each kind of thing knows how it lies, clear or sealed, and moves itself to the
/// newest key.
enum SealedPart: CaseIterable {
  /// Address and contact of a report.
  case reportParts
  /// The content of a file that came with a report.
  case attachments

  var table: String {
    switch self {
    case .reportParts: "report_private"
    case .attachments: "attachment_content"
    }
  }

  /// The column that has the sealed bytes.
  private var column: String {
    switch self {
    case .reportParts: "sealed"
    case .attachments: "content"
    }
  }

  /// Which rows have something in the clear.
  private var isClear: String {
    switch self {
    case .reportParts: "(address IS NOT NULL OR contact IS NOT NULL)"
    case .attachments: "NOT is_sealed"
    }
  }

  private var isSealed: String {
    switch self {
    case .reportParts: "sealed IS NOT NULL"
    case .attachments: "is_sealed"
    }
  }

  /// How many rows are in the clear.
  func clearCount(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table) WHERE \(isClear)") ?? 0
  }

  /// How many rows are sealed under each version.
  func counts(_ db: Database) throws -> [UInt32: Int] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT substr(\(column), 3, 4) AS version, count(*) AS number FROM \(table)
        WHERE \(isSealed) GROUP BY 1
        """)
    return Dictionary(
      rows.map { row in
        let version = (row["version"] as Data? ?? Data()).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return (version, row["number"] as Int)
      }, uniquingKeysWith: +)
  }

  /// Seals some of the rows that are in the clear or under a former version.
  ///
  /// - Parameters:
  ///   - count: at most so many.
  ///   - last: the row after which to begin; the last one that was looked at.
  /// - Returns: how many were sealed; fewer than `count` where none is left.
  func move(
    to sealer: Sealer, version: UInt32, at most: Int, after last: inout Int64, _ db: Database
  ) throws -> Int {
    let newest = String(format: "%08x", version)
    let rows = try Int64.fetchAll(
      db,
      sql: """
        SELECT rowid FROM \(table) WHERE rowid > ?
          AND (\(isClear) OR (\(isSealed) AND substr(\(column), 3, 4) <> x'\(newest)'))
        ORDER BY rowid LIMIT ?
        """, arguments: [last, most])
    for row in rows {
      switch self {
      case .reportParts: try Self.moveParts(row, sealer, db)
      case .attachments: try Self.moveContent(row, sealer, db)
      }
      last = row
    }
    return rows.count
  }

  private static func moveParts(_ report: Int64, _ sealer: Sealer, _ db: Database) throws {
    try ReportPrivate.read(ofReport: report, { sealer }, db)
      .write(ofReport: report, sealer, db)
  }

  private static func moveContent(_ row: Int64, _ sealer: Sealer, _ db: Database) throws {
    guard
      let found = try Row.fetchOne(
        db, sql: "SELECT sha256, content, is_sealed FROM attachment_content WHERE rowid = ?",
        arguments: [row])
    else { return }
    let sha256: String = found["sha256"]
    let content = try AttachmentContent.open(found["content"], found["is_sealed"], sha256, sealer)
    try db.cachedStatement(
      sql: "UPDATE attachment_content SET content = ?, is_sealed = 1 WHERE rowid = ?"
    ).execute(arguments: [try AttachmentContent.seal(content, sha256, sealer), row])
  }
}
