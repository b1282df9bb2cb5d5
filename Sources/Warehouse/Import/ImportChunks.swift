import Intake
import Foundation
import GRDB

/// Commits a staged load piece by piece, each with the checkpoint that it reaches.
final class ImportChunks {
  /// How long a piece takes: a second writer, or whoever opens the store, waits that long at most.
  static let duration = Duration.milliseconds(1500)

  private let db: Database
  private var stage: ImportStage
  private let digest: ImportDigest
  private let rowLimit: Int?
  private let clock = ContinuousClock()
  private let started: ContinuousClock.Instant
  private var begun: ContinuousClock.Instant
  private var number = 0
  private var rowsBefore: Int

  /// Begins the first piece.
  ///
  /// - Parameter rowLimit: ends a piece after so many rows instead of after a time; for tests.
  init(_ db: Database, stage: ImportStage, digest: ImportDigest, rowLimit: Int?) throws {
    self.db = db
    self.stage = stage
    self.digest = digest
    self.rowLimit = rowLimit
    started = clock.now
    begun = started
    rowsBefore = stage.checkpoint.rows
    try db.beginTransaction(.immediate)
  }

  /// Notes that a block is written, and ends the piece where it is long enough.
  func wrote(_ block: RowBlock, _ counts: ImportWriter.Counts) throws {
    stage.checkpoint.blocks += 1
    stage.checkpoint.rows = block.rowsRead
    stage.checkpoint.counts = counts
    let elapsed = clock.now - begun
    let isDue = rowLimit.map { block.rowsRead - rowsBefore >= $0 } ?? (elapsed >= Self.duration)
    guard isDue else { return }
    try keep()
    try letOthersIn(after: elapsed)
    (begun, rowsBefore) = (clock.now, block.rowsRead)
    try db.beginTransaction(.immediate)
  }

  /// Commits what is written so far, and ends.
  ///
  /// - Returns: the stage as it is kept.
  func end() throws -> ImportStage {
    // Without the file's digest nobody could tell that it is the same one.
    stage.checkpoint.origin.file = digest.wait().sha256
    try keep()
    return stage
  }

  private func keep() throws {
    stage.checkpoint.origin.file = digest.known?.sha256
    try stage.save(db)
    try db.commit()
  }

  /// Waits a moment where somebody else has the store open, who may have a report to write, and in
  /// a long load now and then for somebody who wants to open it, and would give up after 5 s.
  ///
  /// SQLite's lock is not fair: who waits for it looks every 100 ms at most. The store has left its
  /// log mode where nobody else has it open.
  private func letOthersIn(after elapsed: Duration) throws {
    number += 1
    let isShared = try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal"
    let isLong = clock.now - started > Self.duration * 2
    guard isShared || (isLong && number.isMultiple(of: 2)) else { return }
    let pause = min(0.1, elapsed / .seconds(1) * 0.07)
    Thread.sleep(forTimeInterval: pause)
  }
}
