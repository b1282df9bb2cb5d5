import Intake
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
  /// - Throws: ``BatchFault`` where there is no such batch, or it was taken back already;
  ///   `StoreError`. Nothing was changed then.
  package func rollBack(batch id: Int64, isDryRun: Bool = false) throws -> RollbackReport {
    defer { indexes.expire() }
    return try store.withWriterLock { try rollBackLocked(batch: id, isDryRun: isDryRun) }
  }

  private func rollBackLocked(batch id: Int64, isDryRun: Bool) throws -> RollbackReport {
    try store.write { session in
      let batch = try Self.batch(id, session: session)
      guard batch.report.status != .staged else {
        throw BatchFault.stagedNotPublished(id)
      }
      if let time = batch.rolledBack {
        throw BatchFault.rolledBackAlready(id, at: time)
      }
      return try session.rollBack(batch, isDryRun: isDryRun)
    }
  }

  /// The batch of a number.
  ///
  /// - Throws: ``BatchFault`` where there is none.
  static func batch(_ id: Int64, session: StoreTransaction) throws -> BatchRecord {
    guard let batch = try session.batch(id: id) else {
      throw BatchFault.noBatch(id)
    }
    return batch
  }
}
