import Intake
import Datasets
import Foundation
import GRDB
import Tabular
import Time

/// Writes what an import leaves in `dataset`, `batch` and `source_file`.
struct ImportLedger {
  private let db: Database
  private let manifest: Manifest
  private let table: DatasetTable
  private let clock: Clock

  init(_ db: Database, manifest: Manifest, table: DatasetTable, clock: Clock) {
    self.db = db
    self.manifest = manifest
    self.table = table
    self.clock = clock
  }

  /// Enters the data set, or brings its entry up to the manifest.
  func register(attachMethod: String?) throws {
    let exposures = String(
      decoding: try JSONEncoder().encode(manifest.exposures), as: UTF8.self)
    try db.execute(
      sql: """
        INSERT INTO dataset (name, title, title_zh, department, manifest, manifest_hash,
          table_name, view_name, category_field, date_field, date_precision, exposures,
          attach_method, updated_at)
        VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)
        ON CONFLICT (name) DO UPDATE SET title = excluded.title, title_zh = excluded.title_zh,
          department = excluded.department, manifest = excluded.manifest,
          manifest_hash = excluded.manifest_hash, category_field = excluded.category_field,
          date_field = excluded.date_field, date_precision = excluded.date_precision,
          exposures = excluded.exposures,
          attach_method = excluded.attach_method, updated_at = excluded.updated_at
        """,
      arguments: [
        manifest.dataset, manifest.title, manifest.titleChinese, manifest.department,
        manifest.text, manifest.hash, table.name, table.view, manifest.category, manifest.date,
        manifest.datePrecision?.rawValue, exposures, attachMethod, clock.now(),
      ])
  }

  /// Opens a batch and returns its number.
  ///
  /// The file's digest follows when the batch is closed: it is still being computed.
  func open(
    fileName: String, generation: Int64?, toolVersion: String?, period: String?, isHistory: Bool,
    checkpoint: String? = nil
  ) throws -> Int64 {
    try db.execute(
      sql: """
        INSERT INTO batch (dataset, manifest_hash, file_name, status, started, generation,
          tool_version, period, is_history, checkpoint)
        VALUES (?, ?, ?, 'staged', ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        manifest.dataset, manifest.hash, fileName, clock.now(), generation, toolVersion,
        period, isHistory, checkpoint,
      ])
    return db.lastInsertedRowID
  }

  /// Keeps how the file was laid out, so that refused rows can go back in that layout.
  func describe(
    _ batch: Int64, _ format: TableFormat, crs: String?, sheet: String?, headings: [String]
  ) throws {
    let header = String(decoding: try JSONEncoder().encode(headings), as: UTF8.self)
    let delimiter = String(Character(Unicode.Scalar(manifest.dialect.delimiter)))
    try db.execute(
      sql: """
        UPDATE batch SET format = ?, sheet = ?, header = ?, delimiter = ?, crs = ? WHERE id = ?
        """, arguments: [format.rawValue, sheet, header, delimiter, crs, batch])
  }

  /// Keeps which rows a load did not retire although the file does not have them.
  func list(_ rows: [SparedRow], spared: Int, of batch: Int64) throws {
    let insertion = try db.makeStatement(
      sql: "INSERT INTO spared (batch_id, row_id, refused_row) VALUES (?, ?, ?)")
    for row in rows { try insertion.execute(arguments: [batch, row.row, row.refused]) }
    try db.execute(sql: "UPDATE batch SET spared = ? WHERE id = ?", arguments: [spared, batch])
  }

  /// Marks a batch as one that takes up the refused rows of another.
  func adopt(_ batch: Int64, parent: Int64) throws {
    try db.execute(
      sql: "UPDATE batch SET kind = 'replay', parent_batch = ? WHERE id = ?",
      arguments: [parent, batch])
  }

  /// Marks a batch as published, with its figures and its file.
  func close(
    _ batch: Int64, report: ImportReport, sha256: String, bytes: Int, encoding: String,
    isArchived: Bool
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO source_file (sha256, name, bytes, encoding, first_seen, archived)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (sha256) DO UPDATE SET archived = max(archived, excluded.archived)
        """, arguments: [sha256, report.file, bytes, encoding, clock.now(), isArchived])
    let isReplay =
      try String.fetchOne(
        db, sql: "SELECT kind FROM batch WHERE id = ?", arguments: [batch]) == "replay"
    let operation = try OperationLog(db, clock).note(
      isReplay ? .replay : .importing, "batch/\(batch)")
    try db.execute(
      sql: """
        UPDATE batch SET status = 'published', checkpoint = NULL, file_sha256 = ?, ended = ?,
          published_operation = ?, read = ?, inserted = ?,
          updated = ?, unchanged = ?, retired = ?, duplicate = ?, quarantined = ?, blank = ?,
          attached = ?, unattached = ?, warned = ?, remarks = ?, accuracy = ?
        WHERE id = ?
        """,
      arguments: [
        sha256, clock.now(), operation, report.read, report.inserted, report.updated,
        report.unchanged,
        report.retired, report.duplicate, report.quarantined, report.blank, report.attached,
        report.unattached, report.warned,
        try Self.json(report.remarks), report.accuracy, batch,
      ])
  }

  /// The same counts always give the same text.
  private static func json(_ counts: [String: Int]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(counts), as: UTF8.self)
  }
}
