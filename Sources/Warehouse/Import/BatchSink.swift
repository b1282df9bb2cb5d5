import Datasets
import Foundation
import GRDB
import Intake
import Tabular
import Time

/// Writes a batch into its data set's table or its stage, and publishes it there.
///
/// All of it happens in the transaction that its `ImportJob` has opened, but that a staged load
/// commits one piece after the other.
final class BatchSink: ImportSink {
  private let db: Database
  private let job: ImportJob
  private let table: DatasetTable
  private let ledger: ImportLedger
  private let batch: Int64
  private let firstID: Int64
  private let stage: ImportStage?
  private let chunks: ImportChunks?
  private let writer: ImportWriter
  private let note: ImportNote?
  private var boxes: ImportBoxes?
  private var blocks = 0
  private var absent: AbsentRowReader?
  /// At how many changes the index of the key is thought of again.
  private var nextLift = DatasetTable.manyChanges

  /// - Parameters:
  ///   - firstID: the number of the first new row.
  ///   - stage: what the load has staged so far, with what commits its pieces; nil for a batch in one
  ///     transaction.
  ///   - note: what became of rows that an interrupted load had staged.
  init(
    _ db: Database, _ job: ImportJob, table: DatasetTable, ledger: ImportLedger, batch: Int64,
    firstID: Int64, stage: (kept: ImportStage, chunks: ImportChunks)? = nil, note: ImportNote?
  ) throws {
    self.db = db
    self.job = job
    self.table = table
    self.ledger = ledger
    self.batch = batch
    self.firstID = firstID
    self.note = note
    (self.stage, chunks) = (stage?.kept, stage?.chunks)
    writer = try ImportWriter(
      db, table: table, target: stage?.kept.target(table) ?? ImportTarget(table), batch: batch,
      place: job.pipeline.placer, generation: job.request.attacher?.generation,
      isHistory: job.source.isHistory,
      sealer: try table.sealed(db).isEmpty ? nil : job.seal.sealer(db))
  }

  func start() throws -> ImportStart {
    let sealing = try ImportSeal(table, job.seal, srid: job.srid, db)
    let limit = job.request.keysInMemory
    var current =
      stage?.checkpoint.isFirst == true || job.source.isHistory
      ? ImportCurrentRows(db, limit: limit) : try ImportCurrentRows(table, db, limit: limit)
    if let age = job.source.age { try current.protect(from: age, in: table, db) }
    if stage == nil, current.isEmpty, !job.source.isHistory { try table.dropKeyIndex(db) }
    var start = ImportStart(batch: batch, firstID: firstID, keys: current.keys)
    start.partitions = try ImportPartitions(table, db)
    boxes = firstID == 1 ? table.spatialIndex(db).map { ImportBoxes(beside: $0.path) } : nil
    start.boxes = boxes
    start.note = note
    start.sealing = sealing
    // A file that is imported has rows of today; a replay settles the rows that it takes up itself.
    if job.source.parent == nil {
      start.openKeys = try SettledEntries.openKeys(of: job.request.manifest.dataset, db)
    }
    return start
  }

  func take(_ block: RowBlock) throws -> ImportProgress.Phase {
    blocks += 1
    guard let checkpoint = stage?.checkpoint, blocks <= checkpoint.blocks else {
      try writer.write(block)
      try liftKeyIndex()
      try chunks?.wrote(block, writer.counts)
      return .loading
    }
    writer.skip(block)
    if blocks == checkpoint.blocks, writer.counts != checkpoint.counts {
      throw StoreError.failed(path: job.request.path, .stageDiffers)
    }
    return .resuming
  }

  /// Takes the index of the key off once the load has changed many rows of the data set's own table.
  private func liftKeyIndex() throws {
    guard stage == nil, writer.counts.changed >= nextLift else { return }
    nextLift = nextLift * 2
    try table.dropKeyIndex(forChanges: writer.counts.changed, db)
  }

  func absentRow(_ id: Int64) throws -> AbsentRow? {
    let reader = try absent ?? AbsentRowReader(table, db)
    absent = reader
    return try reader.row(id)
  }

  func interruption() throws -> (any Error)? {
    guard let kept = try chunks?.end() else { return nil }
    return ImportInterrupted(
      path: job.request.path, batch: kept.batch, rows: kept.checkpoint.rows)
  }

  func publish(_ report: ImportReport) throws {
    let source = job.source
    let request = job.request
    try writer.balance(report, path: request.path)
    try ledger.list(report.sparedRows, spared: report.spared, of: batch)
    try stage?.merge(into: table, changes: writer.counts.changed, db)
    let spatialIndex = table.spatialIndex(db)
    let packing = try spatialIndex?.begin(from: firstID, boxes: boxes?.whole)
    try table.makeKeyIndex(db)
    try packing.map { try spatialIndex?.complete($0) }
    try ledger.register(attachMethod: job.pipeline.placer.rules.first?.label)
    try table.makeView(db)
    if request.manifest.subject == .report, !source.isHistory {
      try ImportedReports(
        DatasetRows(request.manifest.dataset, db), request.manifest, at: job.clock.now(),
        job.seal, db
      ).receive(batch: batch)
    }
    try SettledEntries.close(
      report.settled, of: request.manifest.dataset, by: batch, at: job.clock.now(), db)
    try source.settle(batch: batch, at: job.clock.now(), db)
    let digest = source.digest.wait()
    if request.isDryRun { return }
    if job.archives { _ = try source.digest.waitForCopy() }
    let file = source.file
    guard !file.hasChanged else { throw RowPlanner.changeFault(file.path) }
    try ledger.describe(
      batch, source.keptFormat, crs: source.crs, sheet: source.rows.reader.sheet,
      headings: source.rows.columns.headings)
    try ledger.close(
      batch, report: report, sha256: digest.sha256, bytes: file.byteCount,
      encoding: file.encodingName, isArchived: job.archives)
  }
}
