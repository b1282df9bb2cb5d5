import Intake
import Datasets
import GRDB
import Tabular
import Time

/// One replay while it runs: a batch of its own, of rows that earlier batches refused.
///
/// A row that passes is inserted, or replaces the row with its key; a row that fails again becomes
/// a refused row of this batch, tied to its first entry. So every batch refuses exactly the rows
/// that its figures say, and of the entries of one row at most one is open.
struct ReplayJob {
  private let request: ReplayRequest
  private let source: any ReplaySource
  private let manifest: Manifest
  private let place: RecordPlacer
  private let store: Store
  private let db: Database

  init(_ request: ReplayRequest, _ source: any ReplaySource, _ store: Store, _ db: Database) throws
  {
    self.request = request
    self.source = source
    self.store = store
    self.db = db
    // Rows that were refused say nothing about those that were not.
    var manifest = request.manifest
    if manifest.load.retires { manifest.load = .incremental }
    self.manifest = manifest
    place = try RecordPlacer(
      manifest, attacher: request.attacher, srid: store.srid, fileCRS: source.system)
  }

  /// Does everything within the caller's transaction.
  func run() throws -> ReplayReport {
    let table = try DatasetTable(manifest, db)
    try table.prepare(db, srid: store.srid)
    try table.makeView(db)
    let ledger = ImportLedger(db, manifest: manifest, table: table, clock: store.clock)
    try ledger.register(attachMethod: place.rules.first?.label)
    let batch = try ledger.open(
      fileName: source.fileName, generation: request.attacher?.generation,
      toolVersion: request.toolVersion)
    try ledger.adopt(batch, parent: source.parent)
    let report = try load(batch, into: table)
    let entries = try source.entries()
    try QuarantineEntry.close(entries, replayedIn: batch, at: store.clock.now(), db)
    let file = source.file
    try ledger.describe(
      batch, source.keptFormat, crs: source.system, sheet: source.rows.reader.sheet,
      headings: source.rows.columns.headings)
    let isArchived = try archive()
    try ledger.close(
      batch, report: report, sha256: source.digest.sha256, bytes: file.byteCount,
      encoding: file.encodingName, isArchived: isArchived)
    return ReplayReport(
      figures: report, parent: source.parent, entriesClosed: entries.count,
      unmatched: report.read - report.blank - entries.count)
  }

  /// Keeps a copy of a corrected file; rows as they were kept have their file there already.
  private func archive() throws -> Bool {
    guard let archive = store.archive, !request.isDryRun, !source.file.parts.isEmpty else {
      return false
    }
    _ = try archive.keep(source.file.parts, source.digest)
    return true
  }

  private func load(_ batch: Int64, into table: DatasetTable) throws -> ImportReport {
    var current = try ImportCurrentRows(table, db)
    if let age = source.age { try current.protect(from: age, in: table, db) }
    var report = ImportReport(
      dataset: manifest.dataset, file: source.fileName, status: .published)
    report.batch = batch
    let writer = try ImportWriter(
      db, table: table, target: ImportTarget(table), batch: batch, place: place,
      generation: request.attacher?.generation)
    let planner = RowPlanner(
      RowPlanner.Setting(
        manifest: manifest, place: place, srid: store.srid, firstID: current.lastID + 1,
        isCancelled: request.isCancelled),
      file: source.file, reader: source.rows.reader, columns: source.rows.columns,
      keys: current.keys, report: report)
    try BlockPipe.run(planner, fieldCount: manifest.fields.count, write: writer.write)
    report = planner.report
    try table.makeKeyIndex(db)
    try table.spatialIndex(db)?.publish(from: current.lastID + 1)
    try writer.balance(report, path: source.fileName)
    if manifest.subject == .report {
      try ImportedReports(
        DatasetRows(manifest.dataset, db), at: store.clock.now(), db
      ).receive(batch: batch)
    }
    return report
  }
}
