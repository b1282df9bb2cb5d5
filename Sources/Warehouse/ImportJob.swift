import Datasets
import Foundation
import GRDB
import Tabular

/// One import while it runs: the steps in order, from the header to the commit.
struct ImportJob {
  private let request: ImportRequest
  private let manifest: Manifest
  private let file: any TableFile
  private let digest: ImportDigest
  private let place: ImportPlace
  private let srid: Int
  private let reader: any RowReader
  private let columns: ColumnMap

  /// Reads the header; throws a fault of the file as a whole.
  init(_ request: ImportRequest, file: any TableFile, digest: ImportDigest, srid: Int) throws {
    self.request = request
    self.file = file
    self.digest = digest
    self.srid = srid
    manifest = request.manifest
    place = try ImportPlace(request.manifest, attacher: request.attacher, srid: srid)
    let rows = try DataRows(file, manifest: manifest)
    (reader, columns) = (rows.reader, rows.columns)
  }

  /// Does everything in one transaction.
  mutating func run(_ db: Database) throws -> ImportReport {
    try tune(db)
    defer { try? restore(db) }
    var outcome = ImportReport(
      dataset: manifest.dataset, file: fileName, status: .published)
    try db.inTransaction(.immediate) {
      outcome = try load(db)
      if let refusal = outcome.refusal, !refusal.isEmpty { return .rollback }
      if request.isDryRun { return .rollback }
      tell(.publishing, outcome.read, reader.bytesTotal)
      return .commit
    }
    if outcome.refusal != nil {
      outcome.status = .refused
    } else if request.isDryRun {
      outcome.status = .dryRun
    }
    if outcome.status != .published { outcome.batch = nil }
    return outcome
  }

  private var fileName: String { request.path.split(separator: "/").last.map(String.init) ?? "" }

  private func load(_ db: Database) throws -> ImportReport {
    let table = try DatasetTable(manifest, db)
    try table.prepare(db, srid: srid)
    let batches = ImportLedger(db, manifest: manifest, table: table)
    try batches.register(attachMethod: place.rules.first?.label)
    let batch = try batches.open(
      fileName: fileName, generation: request.attacher?.generation,
      toolVersion: request.toolVersion)
    let current = try ImportCurrentRows(table, db)
    if current.isEmpty { try table.dropKeyIndex(db) }

    var report = ImportReport(dataset: manifest.dataset, file: fileName, status: .published)
    report.batch = batch
    let writer = try ImportWriter(
      db, table: table, batch: batch, place: place, generation: request.attacher?.generation)
    let planner = ImportPlanner(
      ImportPlanner.Setting(
        manifest: manifest, place: place, srid: srid, firstID: current.lastID + 1,
        isCancelled: request.isCancelled),
      file: file, reader: reader, columns: columns, keys: current.keys, report: report)
    try stream(planner, to: writer)
    report = planner.report

    if let refusal = refusal(report, planner) {
      (report.refusal, report.refusalChinese) = refusal
      return report
    }
    tell(.indexing, report.read, reader.bytesTotal)
    try table.makeKeyIndex(db)
    try table.spatialIndex(db)?.publish(from: current.lastID + 1)
    try balance(report, writer)
    if manifest.subject == .report {
      try ImportedReports(DatasetRows(manifest.dataset, db), db).receive(batch: batch)
    }
    try batches.close(
      batch, report: report, sha256: digest.wait(), bytes: file.byteCount,
      encoding: file.encodingName)
    return report
  }

  /// Runs the planner on its own thread and writes what it hands over.
  private func stream(_ planner: ImportPlanner, to writer: ImportWriter) throws {
    let ring = ImportRing(fieldCount: manifest.fields.count)
    let stopped = DispatchSemaphore(value: 0)
    // The planner belongs to that thread until `stopped` is signalled.
    nonisolated(unsafe) let planner = planner
    let thread = Thread {
      do {
        try planner.run(into: ring)
        ring.finish()
      } catch {
        ring.finish(error)
      }
      stopped.signal()
    }
    thread.stackSize = 4 << 20
    thread.start()
    defer {
      ring.cancel()
      stopped.wait()
    }
    while let block = try ring.next() {
      try writer.write(block)
      tell(.loading, block.rowsRead, block.bytesRead)
      ring.release()
    }
  }

  private func refusal(_ report: ImportReport, _ planner: ImportPlanner) -> (String, String)? {
    if let limit = request.maximumErrors ?? manifest.maximumErrors,
      limit.isExceeded(refused: report.quarantined, read: report.read)
    {
      let top = report.reasons.max { $0.value < $1.value }.map { " (most often: \($0.key))" } ?? ""
      return (
        "\(report.quarantined) of \(report.read) rows have faults, more than the limit\(top); "
          + "nothing was changed: correct the file, or raise the limit with --max-errors",
        "\(report.read) 行中有 \(report.quarantined) 行有问题,超过限值;未作任何改动:请更正文件或用 --max-errors 放宽"
      )
    }
    if let limit = manifest.maximumShrink, planner.shrink > limit {
      let percent = Int((planner.shrink * 100).rounded())
      return (
        "the load would retire \(report.retired) rows, \(percent)% of the current ones, more than "
          + "`maxShrink`; nothing was changed: is the file complete?",
        "将注销 \(report.retired) 行(现有的 \(percent)%),超过 maxShrink;未作任何改动:文件是否完整?"
      )
    }
    return nil
  }

  /// Asserts the identity, and that SQLite did what the plan says.
  private func balance(_ report: ImportReport, _ writer: ImportWriter) throws {
    let isKept =
      report.isBalanced && writer.written == report.inserted + report.updated
      && writer.closed == report.updated + report.retired
      && writer.quarantined == report.quarantined
      && report.attached + report.unattached == report.inserted + report.updated
    guard isKept else {
      throw StoreError.failed(
        path: request.path,
        detail: "the rows do not add up (written \(writer.written), ended \(writer.closed), "
          + "quarantined \(writer.quarantined), report \(report)); nothing was kept. "
          + "This is a fault of Gewu: please report it")
    }
  }

  private func tell(_ phase: ImportProgress.Phase, _ rows: Int, _ bytes: Int) {
    request.progress?(
      ImportProgress(phase: phase, bytesDone: bytes, bytesTotal: reader.bytesTotal, rows: rows))
  }

  /// A larger cache while loading; what is safe against a crash stays as it is.
  private func tune(_ db: Database) throws {
    try db.execute(
      sql: "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY")
  }

  private func restore(_ db: Database) throws {
    try db.execute(
      sql: "PRAGMA cache_size = -2000; PRAGMA temp_store = DEFAULT")
  }
}
