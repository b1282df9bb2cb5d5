import Datasets
import GRDB

extension Store {
  /// Tries refused rows again, in one transaction, as a batch of its own.
  ///
  /// Rows as they were kept never replace rows of later batches (they count as duplicates); rows of
  /// a corrected file are of today and do. Nothing is retired, whatever the load mode.
  ///
  /// - Returns: what became of them; nil where there is no open refused row, and nothing was done.
  /// - Throws: `DatasetsError` or `TabularError` where the columns or the corrected file do not fit,
  ///   `StoreError`, `CancellationError`; nothing was changed.
  public func replay(_ request: ReplayRequest) throws -> ReplayReport? {
    let clock = ContinuousClock()
    let start = clock.now
    return try withWriterLock {
      try write { session in
        guard try session.hasOpenRows(batch: request.batch, dataset: request.manifest.dataset)
        else { return nil }
        var report: ReplayReport?
        try session.db.inSavepoint {
          let source = try Self.source(of: request, session.db)
          var done = try ReplayJob(request, source, self, session.db).run()
          done.figures.seconds = (clock.now - start) / .seconds(1)
          if request.isDryRun {
            done.figures.status = .dryRun
            done.figures.batch = nil
          }
          report = done
          return request.isDryRun ? .rollback : .commit
        }
        return report
      }
    }
  }

  private static func source(
    of request: ReplayRequest, _ db: Database
  ) throws -> any ReplaySource {
    if let path = request.corrected {
      return try CorrectedReplaySource(
        path: path, batch: request.batch, manifest: request.manifest, db)
    }
    return try KeptReplaySource(batch: request.batch ?? 0, manifest: request.manifest, db)
  }
}
