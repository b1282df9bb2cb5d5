import Access
import Datasets
import Foundation
import GRDB

/// What of a store is sealed: each kind of thing knows how it lies, clear or sealed, and moves itself to the
/// newest key.
enum SealedPart {
  /// Words, address and contact of a report, and what its files are called.
  case reportParts
  /// The content of a file that came with a report.
  case attachments
  /// The marked fields of a data set.
  case rows(DatasetTable)
  /// Refused rows of data sets that have marked fields, by the data sets' names.
  case refusals([String])
  /// The figures of homes whose use stands out.
  case useFindings

  /// All that there is in a store, the data sets by name.
  static func all(_ db: Database) throws -> [SealedPart] {
    let tables = try sealedTables(db)
    return [.reportParts, .attachments] + tables.map(SealedPart.rows)
      + [.refusals(tables.map(\.manifest.dataset)), .useFindings]
  }

  /// The tables of the data sets that the store holds rows of.
  static func tables(_ db: Database) throws -> [DatasetTable] {
    try String.fetchAll(db, sql: "SELECT manifest FROM dataset ORDER BY name").compactMap { text in
      // One that cannot be read has nothing that could be known to be personal.
      guard let manifest = try? Manifest(keptText: text, path: "") else { return nil }
      return try DatasetTable(manifest, db)
    }
  }

  /// Those of them that have fields to be sealed.
  private static func sealedTables(_ db: Database) throws -> [DatasetTable] {
    try tables(db).filter { table in
      try !table.sealed(db).isEmpty || !table.manifest.sealedNames.isEmpty
    }
  }

  var table: String {
    switch self {
    case .reportParts: "report_private"
    case .attachments: "attachment_content"
    case .rows(let table): table.name
    case .refusals: "quarantine"
    case .useFindings: SealedUse.table
    }
  }

  /// Where its rows are looked for, the ones in the clear too, and the column with their numbers.
  private var source: (tables: String, number: String) {
    switch self {
    case .reportParts: (SealedReport.reports, "r.id")
    default: (SQLName.quoted(table), "rowid")
    }
  }

  /// The columns that have the sealed bytes.
  private func columns(_ db: Database) throws -> [String] {
    switch self {
    case .reportParts: ["sealed"]
    case .attachments: ["content"]
    case .rows(let table): try table.sealed(db).families.map(SealedFields.column)
    case .refusals, .useFindings: ["sealed"]
    }
  }

  /// Which rows have something in the clear.
  private func isClear(_ db: Database) throws -> String {
    switch self {
    case .reportParts: return SealedReport.isClear
    case .attachments: return "NOT is_sealed"
    case .rows(let table):
      let sealed = try table.sealed(db)
      let marked = table.manifest.sealedNames.contains { sealed[$0] == nil }
      return marked || !sealed.isComplete ? "1" : "0"
    case .refusals(let datasets): return SealedRefusals.isClear(of: datasets)
    case .useFindings: return "details IS NOT NULL"
    }
  }

  private func isSealed(_ column: String) -> String {
    switch self {
    case .reportParts, .rows, .refusals, .useFindings: "\(column) IS NOT NULL"
    case .attachments: "is_sealed"
    }
  }

  /// How many rows are in the clear, or may be.
  func clearCount(_ db: Database) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM \(source.tables) WHERE \(try isClear(db))") ?? 0
  }

  /// How many rows are sealed under each version.
  func counts(_ db: Database) throws -> [UInt32: Int] {
    var counts: [UInt32: Int] = [:]
    for column in try columns(db) {
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT substr(\(column), 3, 4) AS version, count(*) AS number FROM \(SQLName.quoted(table))
          WHERE \(isSealed(column)) GROUP BY 1
          """)
      for row in rows {
        let version = (row["version"] as Data? ?? Data()).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        counts[version, default: 0] += row["number"] as Int
      }
    }
    return counts
  }

  /// Seals some of the rows that are in the clear or under a former version.
  ///
  /// - Parameters:
  ///   - most: at most so many.
  ///   - last: the row after which to begin; the last one that was looked at.
  /// - Returns: how many were looked at; fewer than `most` where none is left.
  func move(
    to ring: KeyRing, _ sealer: Sealer, at most: Int, after last: inout Int64, _ db: Database
  ) throws -> Int {
    if case .rows(let table) = self {
      return try SealedTable(table, db).move(to: ring, at: most, after: &last, db)
    }
    let newest = String(format: "%08x", ring.current.number)
    let former = try columns(db).map { "(\(isSealed($0)) AND substr(\($0), 3, 4) <> x'\(newest)')" }
    let rows = try Int64.fetchAll(
      db,
      sql: """
        SELECT \(source.number) FROM \(source.tables) WHERE \(source.number) > ?
          AND (\(try isClear(db)) OR \(former.joined(separator: " OR ")))
        ORDER BY \(source.number) LIMIT ?
        """, arguments: [last, most])
    for row in rows {
      switch self {
      case .reportParts: try Self.moveParts(row, sealer, db)
      case .attachments: try Self.moveContent(row, sealer, db)
      case .refusals: try SealedRefusals.move(row, ring, sealer, db)
      case .useFindings: try Self.moveFinding(row, sealer, db)
      case .rows: break
      }
      last = row
    }
    return rows.count
  }

  /// Notes that all is sealed.
  func finish(_ db: Database) throws {
    if case .rows(let table) = self { try SealedTable(table, db).finish(db) }
  }

  private static func moveParts(_ report: Int64, _ sealer: Sealer, _ db: Database) throws {
    try SealedReport.read(ofReport: report, { sealer }, db).write(ofReport: report, sealer, db)
    try SealedReport.clear(ofReport: report, db)
  }

  private static func moveFinding(_ row: Int64, _ sealer: Sealer, _ db: Database) throws {
    let details = try SealedUse.read(ofFinding: row, { sealer }, db)
    let wasClear =
      try Bool.fetchOne(
        db, sql: "SELECT details IS NOT NULL FROM use_finding WHERE id = ?", arguments: [row])
      ?? false
    try SealedUse.write(details, ofFinding: row, sealer, db)
    if wasClear { try StoreSeal.noteResidue(db) }
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
