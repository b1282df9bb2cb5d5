import Datasets
import GRDB
import Intake
import Time

/// One batch while it is made: its transaction, or several of them of which the last one publishes.
///
/// What happens to the rows is the `ImportPipeline`'s.
struct ImportJob {
  let pipeline: ImportPipeline
  let source: any BatchSource
  let request: ImportRequest
  /// Whether the digest's copy of the file has begun.
  let archives: Bool
  let srid: Int
  let clock: Clock
  /// What seals what is personal in reports that are made of rows.
  let seal: StoreSeal

  init(
    _ source: any BatchSource, _ request: ImportRequest, limits: ImportLimits, archives: Bool,
    srid: Int, clock: Clock, seal: StoreSeal
  ) throws {
    self.clock = clock
    self.seal = seal
    self.source = source
    self.request = request
    self.archives = archives
    self.srid = srid
    pipeline = try ImportPipeline(source, request, limits: limits, srid: srid)
  }

  var manifest: Manifest { request.manifest }

  /// Whether the rows are staged in several transactions before they are published.
  var isStaged: Bool {
    source.parent == nil && !request.isDryRun && pipeline.byteCount >= request.stageBytes
  }

  /// Does everything, in one transaction or in several of which the last one publishes.
  func run(_ db: Database) throws -> ImportReport {
    try tune(db)
    defer { try? restore(db) }
    let sync = isStaged ? EarlySync(db.filePath) : nil
    defer { sync?.stop() }
    var report = try isStaged ? runInChunks(db) : runAtOnce(db)
    if report.refused != nil {
      report.status = .refused
    } else if request.isDryRun {
      report.status = .dryRun
    }
    if report.status != .published { report.batch = nil }
    if source.isHistory, report.refused == nil {
      report.markAsHistory()
      report.notes.append(.intoPast(period: report.period ?? ""))
    }
    let personal = manifest.sealedNames
    if source.parent == nil, report.refused == nil, !personal.isEmpty,
      try StoreSeal.identity(db) == nil
    {
      report.notes.append(.unsealed(fields: personal))
    }
    return report
  }

  private func runAtOnce(_ db: Database) throws -> ImportReport {
    var outcome: ImportReport?
    try db.inTransaction(.immediate) {
      // A replay leaves what a load has staged alone.
      let left = source.parent == nil ? try ImportStage.left(of: manifest.dataset, db) : nil
      try left?.discard(db)
      let table = try DatasetTable(manifest, db)
      try table.prepare(db, srid: srid)
      try SealedTable.complete(table, seal, db)
      let ledger = ImportLedger(db, manifest: manifest, table: table, clock: clock)
      let batch = try ledger.open(
        fileName: source.fileName, generation: request.attacher?.generation,
        toolVersion: request.toolVersion, period: request.period?.text,
        isHistory: source.isHistory)
      try table.changeTypes(from: batch, db)
      if let parent = source.parent { try ledger.adopt(batch, parent: parent) }
      let sink = try BatchSink(
        db, self, table: table, ledger: ledger, batch: batch,
        firstID: try ImportCurrentRows.lastID(of: table, db) + 1,
        note: request.isDryRun ? nil : left?.discardNote(.otherFile))
      var report = try pipeline.run(into: sink)
      let isKept = report.refused == nil && !request.isDryRun
      if request.isDryRun, report.refused == nil, source.parent == nil {
        report.plan = try BatchComparison.plan(of: batch, in: manifest.dataset, seal, db)
      }
      if case .shrink = report.refused {
        report.retiredExamples = try BatchComparison.ended(
          by: batch, in: manifest.dataset, seal, db)
      }
      outcome = report
      return isKept ? .commit : .rollback
    }
    guard let outcome else { throw CancellationError() }
    return outcome
  }

  /// A larger cache while loading; what is safe against a crash stays as it is.
  ///
  /// What SQLite sorts for the key's index stays in memory for a small file. For a large one it goes
  /// to temporary files in parts of the cache's size, so that memory does not grow with the file.
  private func tune(_ db: Database) throws {
    try db.execute(
      sql: """
        PRAGMA cache_size = -32768; PRAGMA temp_store = \(isStaged ? "FILE" : "MEMORY");
        PRAGMA threads = \(isStaged ? 1 : 0)
        """)
  }

  private func restore(_ db: Database) throws {
    try db.execute(
      sql: """
        PRAGMA cache_size = -\(Store.cacheKibibytes); PRAGMA temp_store = DEFAULT;
        PRAGMA threads = 0
        """)
  }
}
