package import Intake
import Time
import Warehouse

extension District {
  /// Compares the states of a data set after two of its batches.
  ///
  /// - Parameters:
  ///   - first: a batch.
  ///   - second: another one of the same data set, in whatever order; nil for the one before.
  /// - Throws: ``BatchFault`` where there is no such batch, one is not published, or they are of two
  ///   data sets.
  package func diff(batch first: Int64, with second: Int64? = nil) throws -> BatchDiff {
    try store.read { session in
      let batches = try [first, second].compactMap(\.self).map {
        try Self.published($0, session: session)
      }
      let datasets = batches.map(\.report.dataset)
      guard datasets.allSatisfy({ $0 == datasets[0] }) else {
        throw BatchFault.ofTwoDatasets(first, datasets[0], second ?? 0, datasets[1])
      }
      let numbers = batches.compactMap(\.report.batch).sorted()
      let (new, old) = (numbers[numbers.count - 1], numbers.count > 1 ? numbers[0] : nil)
      return try session.diff(
        dataset: datasets[0], from: old ?? session.batch(before: new, of: datasets[0]), to: new)
    }
  }

  private static func published(_ id: Int64, session: StoreTransaction) throws -> BatchRecord {
    let batch = try batch(id, session: session)
    switch batch.report.status {
    case .rolledBack:
      throw BatchFault.noStateAfterRollback(id, at: batch.rolledBack)
    case .staged:
      throw BatchFault.nothingToCompare(id)
    case .published, .unchanged, .refused, .dryRun: return batch
    }
  }
}
