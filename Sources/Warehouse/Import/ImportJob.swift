import Intake
import Datasets
import Foundation
import GRDB
import Tabular
import Time

/// One import while it runs: the steps in order, from the header to the commit.
struct ImportJob {
  let request: ImportRequest
  let manifest: Manifest
  let file: any TableFile
  let digest: ImportDigest
  let archives: Bool
  let clock: Clock
  private let place: RecordPlacer
  let srid: Int
  private let reader: any RowReader
  private let columns: ColumnMap

  /// Reads the header; throws a fault of the file as a whole.
  ///
  /// - Parameter archives: whether the digest's copy of the file has begun.
  init(
    _ request: ImportRequest, file: any TableFile, digest: ImportDigest, archives: Bool, srid: Int,
    clock: Clock
  ) throws {
    self.request = request
    self.archives = archives
    self.file = file
    self.digest = digest
    self.srid = srid
    self.clock = clock
    manifest = request.manifest
    place = try RecordPlacer(
      request.manifest, attacher: request.attacher, srid: srid, fileCRS: file.crs)
    let rows = try DataRows(file, manifest: manifest)
    (reader, columns) = (rows.reader, rows.columns)
  }

  /// Whether the rows are staged in several transactions before they are published.
  var isStaged: Bool { !request.isDryRun && reader.bytesTotal >= request.stageBytes }

  /// Does everything, in one transaction or in several of which the last one publishes.
  func run(_ db: Database) throws -> ImportReport {
    try tune(db)
    defer { try? restore(db) }
    let sync = isStaged ? EarlySync(db.filePath) : nil
    defer { sync?.stop() }
    var outcome = try isStaged ? runInChunks(db) : runAtOnce(db)
    if outcome.refusal != nil {
      outcome.status = .refused
    } else if request.isDryRun {
      outcome.status = .dryRun
    }
    if outcome.status != .published { outcome.batch = nil }
    return outcome
  }

  var fileName: String { request.path.split(separator: "/").last.map(String.init) ?? "" }

  private func runAtOnce(_ db: Database) throws -> ImportReport {
    var outcome = ImportReport(dataset: manifest.dataset, file: fileName, status: .published)
    try db.inTransaction(.immediate) {
      let left = try ImportStage.left(of: manifest.dataset, db)
      try left?.discard(db)
      let table = try DatasetTable(manifest, db)
      try table.prepare(db, srid: srid)
      let ledger = ImportLedger(db, manifest: manifest, table: table, clock: clock)
      let batch = try ledger.open(
        fileName: fileName, generation: request.attacher?.generation,
        toolVersion: request.toolVersion)
      let current = try ImportCurrentRows(table, db, limit: request.keysInMemory)
      if current.isEmpty { try table.dropKeyIndex(db) }
      let (planner, writer) = try prepare(
        db, table: table, target: ImportTarget(table), batch: batch, current: current,
        firstID: current.lastID + 1)
      try stream(planner, to: writer)
      if let left, !request.isDryRun {
        let note = Self.note(discarded: left, ("another file came", "改为装载另一文件"))
        (planner.report.note, planner.report.noteChinese) = (note.english, note.chinese)
      }
      outcome = try finish(db, planner, writer, table, ledger)
      if request.isDryRun, outcome.refusal == nil {
        outcome.plan = try BatchComparison.plan(of: batch, in: manifest.dataset, db)
      }
      return outcome.refusal != nil || request.isDryRun ? .rollback : .commit
    }
    return outcome
  }

  /// The reader's side and the writer's side of a batch.
  func prepare(
    _ db: Database, table: DatasetTable, target: ImportTarget, batch: Int64,
    current: ImportCurrentRows, firstID: Int64
  ) throws -> (RowPlanner, ImportWriter) {
    var report = ImportReport(dataset: manifest.dataset, file: fileName, status: .published)
    report.batch = batch
    let writer = try ImportWriter(
      db, table: table, target: target, batch: batch, place: place,
      generation: request.attacher?.generation)
    let planner = RowPlanner(
      RowPlanner.Setting(
        manifest: manifest, place: place, srid: srid, firstID: firstID,
        isCancelled: request.isCancelled, partitions: try ImportPartitions(table, db),
        boxes: firstID == 1 ? table.spatialIndex(db).map { ImportBoxes(beside: $0.path) } : nil,
        judgesPositions: judgesPositions),
      file: file, reader: reader, columns: columns, keys: current.keys, report: report)
    return (planner, writer)
  }

  /// Not where somebody has said that nearly all rows may be refused.
  private var judgesPositions: Bool {
    request.maximumErrors == nil
      && manifest.maximumErrorRate ?? 0 < PositionTally.tolerableShare
  }

  /// Runs the planner on its own thread and writes what it hands over.
  ///
  /// - Parameters:
  ///   - checkpoint: up to which the blocks are written already.
  ///   - wrote: told of each block that was written.
  func stream(
    _ planner: RowPlanner, to writer: ImportWriter, from checkpoint: ImportCheckpoint? = nil,
    wrote: (RowBlock) throws -> Void = { _ in }
  ) throws {
    var number = 0
    try BlockPipe.run(planner, fieldCount: manifest.fields.count) { block in
      number += 1
      let isWritten = number <= checkpoint?.blocks ?? 0
      if isWritten {
        writer.skip(block)
        if number == checkpoint?.blocks, writer.counts != checkpoint?.counts {
          throw StoreError.failed(
            path: request.path,
            .stageDiffers)
        }
      } else {
        try writer.write(block)
        try wrote(block)
      }
      tell(isWritten ? .resuming : .loading, block.rowsRead, block.bytesRead)
    }
  }

  /// Does what follows the last row, within the transaction that publishes.
  ///
  /// - Returns: the report, with a refusal where a threshold is exceeded.
  func finish(
    _ db: Database, _ planner: RowPlanner, _ writer: ImportWriter, _ table: DatasetTable,
    _ ledger: ImportLedger, stage: ImportStage? = nil
  ) throws -> ImportReport {
    var report = planner.report
    if let refusal = refusal(report, planner) {
      (report.refusal, report.refusalChinese) = refusal
      return report
    }
    guard let batch = report.batch else { return report }
    tell(.indexing, report.read, reader.bytesTotal)
    try writer.balance(report, path: request.path)
    planner.forgetKeys()
    try stage?.merge(into: table, db)
    let spatialIndex = table.spatialIndex(db)
    let packing = try spatialIndex?.begin(
      from: planner.setting.firstID, boxes: planner.setting.boxes?.whole)
    try table.makeKeyIndex(db)
    try packing.map { try spatialIndex?.complete($0) }
    try ledger.register(attachMethod: place.rules.first?.label)
    try table.makeView(db)
    if manifest.subject == .report {
      try ImportedReports(
        DatasetRows(manifest.dataset, db), at: clock.now(), db
      ).receive(batch: batch)
    }
    let digest = digest.wait()
    if request.isDryRun { return report }
    if archives { _ = try self.digest.waitForCopy() }
    guard !file.hasChanged else { throw RowPlanner.changeFault(file.path) }
    try ledger.describe(
      batch, file.format, crs: file.crs, sheet: reader.sheet, headings: columns.headings)
    try ledger.close(
      batch, report: report, sha256: digest.sha256, bytes: file.byteCount,
      encoding: file.encodingName, isArchived: archives)
    tell(.publishing, report.read, reader.bytesTotal)
    return report
  }

  private func refusal(_ report: ImportReport, _ planner: RowPlanner) -> (String, String)? {
    let limits =
      request.maximumErrors.map { [$0] }
      ?? [manifest.maximumErrors, manifest.maximumErrorRate.map { .share($0) }].compactMap(\.self)
    if limits.contains(where: { $0.isExceeded(refused: report.quarantined, read: report.read) }) {
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

  private func tell(_ phase: ImportProgress.Phase, _ rows: Int, _ bytes: Int) {
    request.progress?(
      ImportProgress(phase: phase, bytesDone: bytes, bytesTotal: reader.bytesTotal, rows: rows))
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
      sql: "PRAGMA cache_size = -2000; PRAGMA temp_store = DEFAULT; PRAGMA threads = 0")
  }
}

extension ImportJob {
  /// A sentence for people, in English and Chinese.
  typealias Note = (english: String, chinese: String)

  /// Says where a load went on.
  static func note(resumedAfter rows: Int) -> Note {
    (
      "resumed at row \(rows + 1): the rows before it were staged by an interrupted load",
      "从第 \(rows + 1) 行继续:之前的行已由中断的装载暂存"
    )
  }

  /// Says that what was staged is gone, and why.
  static func note(discarded stage: ImportStage, _ why: Note) -> Note {
    (
      "the \(stage.checkpoint.rows) rows that an interrupted load of \(stage.fileName) had staged "
        + "were discarded (\(why.english)), and the load was begun anew",
      "已放弃「\(stage.fileName)」中断装载所暂存的 \(stage.checkpoint.rows) 行(\(why.chinese)),重新装载"
    )
  }
}
