import Datasets
import GRDB
import Intake
import Tabular
import Time

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
      if report.refused != nil { try discard(stage, db) }
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
  ) throws -> (ImportStage, ImportNote?) {
    let left = try ImportStage.left(of: manifest.dataset, db)
    var origin = ImportCheckpoint.Origin(
      file: left == nil ? nil : source.digest.wait().sha256, fileBytes: source.file.byteCount,
      manifest: manifest.hash, generation: request.attacher?.generation,
      base: try ImportCheckpoint.Origin.base(of: manifest.dataset, db),
      pipeline: ImportPipeline.version, isHistory: source.isHistory ? true : nil)
    var note: ImportNote?
    if let left {
      guard let difference = left.checkpoint.origin.difference(from: origin) else {
        return (left, .resumed(afterRows: left.checkpoint.rows))
      }
      note = left.discardNote(difference)
    }
    origin.file = source.digest.known?.sha256
    var stage: ImportStage?
    try db.inTransaction(.immediate) {
      try left?.discard(db)
      stage = try ImportStage.begin(
        db, table: table, ledger: ledger, fileName: source.fileName, origin: origin,
        toolVersion: request.toolVersion, period: request.period?.text, srid: srid)
      try SealedTable.complete(table, seal, db)
      return .commit
    }
    guard let stage else { throw CancellationError() }
    return (stage, note)
  }

  private func load(
    _ db: Database, _ stage: ImportStage, _ table: DatasetTable, _ ledger: ImportLedger,
    _ note: ImportNote?
  ) throws -> ImportReport {
    let chunks = try ImportChunks(
      db, stage: stage, digest: source.digest, rowLimit: request.chunkRows)
    let sink = try BatchSink(
      db, self, table: table, ledger: ledger, batch: stage.batch,
      firstID: stage.checkpoint.firstID, stage: (stage, chunks), note: note)
    let report = try pipeline.run(into: sink)
    if report.refused != nil { try db.rollback() } else { try db.commit() }
    return report
  }

  private func discard(_ stage: ImportStage, _ db: Database) throws {
    try db.inTransaction(.immediate) {
      try stage.discard(db)
      return .commit
    }
  }
}
