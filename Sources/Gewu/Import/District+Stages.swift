public import Warehouse

extension District {
  /// Throws away what an interrupted load has staged; what is published is not touched.
  ///
  /// - Returns: the batch as it was.
  /// - Throws: `GewuError` where there is no such batch, or it is not staged; `StoreError`.
  public func discardStage(batch id: Int64) throws -> BatchRecord {
    try store.withWriterLock {
      try store.write { session in
        let batch = try Self.batch(id, session: session)
        guard try session.discardStage(batch: id) else {
          let status = batch.report.status.rawValue
          throw GewuError(
            .conflict,
            "batch \(id) is \(status), not staged; a published one is taken back with "
              + "`gewu batches rollback \(id)`")
        }
        return batch
      }
    }
  }
}
