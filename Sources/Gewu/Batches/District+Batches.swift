import Foundation
import Time
package import Warehouse

extension District {
  /// Takes a batch back: what it inserted goes, what it changed or retired is as it was before.
  ///
  /// Rows that a later batch has changed since are kept and counted, and that batch is named. All
  /// in one transaction.
  ///
  /// - Parameter isDryRun: whether everything is done but kept.
  /// - Throws: `GewuError` where there is no such batch, or it was taken back already;
  ///   `StoreError`. Nothing was changed then.
  package func rollBack(batch id: Int64, isDryRun: Bool = false) throws -> RollbackReport {
    try store.withWriterLock { try rollBackLocked(batch: id, isDryRun: isDryRun) }
  }

  private func rollBackLocked(batch id: Int64, isDryRun: Bool) throws -> RollbackReport {
    try store.write { session in
      let batch = try Self.batch(id, session: session)
      guard batch.report.status != .staged else {
        throw GewuError(
          .conflict,
          "batch \(id) is staged, not published; throw it away with `gewu batches discard \(id)`")
      }
      if let time = batch.rolledBack {
        throw GewuError(
          .conflict, "batch \(id) was rolled back already, at \(time); nothing was changed")
      }
      return try session.rollBack(batch, isDryRun: isDryRun)
    }
  }

  /// The batch of a number.
  ///
  /// - Throws: `GewuError` where there is none.
  static func batch(_ id: Int64, session: StoreTransaction) throws -> BatchRecord {
    guard let batch = try session.batch(id: id) else {
      throw GewuError(.notFound, "there is no batch \(id); see `gewu batches list`")
    }
    return batch
  }
}
