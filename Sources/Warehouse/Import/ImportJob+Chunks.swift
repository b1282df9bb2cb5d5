import Intake
import Datasets
import GRDB
import Tabular

extension ImportJob {
  /// Loads the rows in several transactions that nobody sees, and publishes them in the last one.
  ///
  /// What an interrupted load of the same file has staged is taken up. Where this one is stopped
  /// or the store fails, its rows stay staged; where the file is at fault, they go.
  func runInChunks(_ db: Database) throws -> ImportReport {
    let table = try DatasetTable(manifest, db)
    let ledger = ImportLedger(db, manifest: manifest, table: table, clock: clock)
    let (stage, note) = try enterStage(db, table, ledger)
    do {
      let report = try load(db, stage, table, ledger, note)
      if report.refusal != nil { try discard(stage, db) }
      return report
    } catch {
      if db.isInsideTransaction { try? db.rollback() }
      if !Self.keepsStage(error) { try? discard(stage, db) }
      throw error
    }
  }

  /// Whether the same load may well succeed later: it was stopped, or the store or the archive
  /// could not be written, for example because the disk is full.
  private static func keepsStage(_ error: any Error) -> Bool {
    switch error {
    case is ImportInterrupted, is DatabaseError: true
    case StoreError.full, StoreError.readOnly, StoreError.locked: true
    default: false
    }
  }

  /// Takes up what is staged for the data set, or discards it and begins anew.
  private func enterStage(
    _ db: Database, _ table: DatasetTable, _ ledger: ImportLedger
  ) throws -> (ImportStage, Note?) {
    let left = try ImportStage.left(of: manifest.dataset, db)
    var origin = ImportCheckpoint.Origin(
      file: left == nil ? nil : digest.wait().sha256, fileBytes: file.byteCount,
      manifest: manifest.hash, generation: request.attacher?.generation,
      base: try ImportCheckpoint.Origin.base(of: manifest.dataset, db),
      version: request.toolVersion)
    var note: Note?
    if let left {
      guard let difference = left.checkpoint.origin.difference(from: origin) else {
        return (left, Self.note(resumedAfter: left.checkpoint.rows))
      }
      note = Self.note(discarded: left, difference)
    }
    origin.file = digest.known?.sha256
    var stage: ImportStage?
    try db.inTransaction(.immediate) {
      try left?.discard(db)
      stage = try ImportStage.begin(
        db, table: table, ledger: ledger, fileName: fileName, origin: origin, srid: srid)
      return .commit
    }
    guard let stage else { throw CancellationError() }
    return (stage, note)
  }

  private func load(
    _ db: Database, _ stage: ImportStage, _ table: DatasetTable, _ ledger: ImportLedger,
    _ note: Note?
  ) throws -> ImportReport {
    let chunks = try ImportChunks(db, stage: stage, digest: digest, rowLimit: request.chunkRows)
    let checkpoint = stage.checkpoint
    let (planner, writer) = try prepare(
      db, table: table, target: stage.target(table), batch: stage.batch,
      current: checkpoint.isFirst
        ? ImportCurrentRows(db, limit: request.keysInMemory)
        : ImportCurrentRows(table, db, limit: request.keysInMemory),
      firstID: checkpoint.firstID)
    do {
      try stream(planner, to: writer, from: checkpoint) { block in
        try chunks.wrote(block, writer.counts)
      }
    } catch is CancellationError {
      let kept = try chunks.end()
      throw ImportInterrupted(path: request.path, batch: kept.batch, rows: kept.checkpoint.rows)
    }
    (planner.report.note, planner.report.noteChinese) = (note?.english, note?.chinese)
    let report = try finish(db, planner, writer, table, ledger, stage: stage)
    if report.refusal != nil { try db.rollback() } else { try db.commit() }
    return report
  }

  private func discard(_ stage: ImportStage, _ db: Database) throws {
    try db.inTransaction(.immediate) {
      try stage.discard(db)
      return .commit
    }
  }
}
