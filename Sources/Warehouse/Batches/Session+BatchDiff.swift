import GRDB

extension Session {
  /// Compares the states of a data set after two batches.
  ///
  /// - Parameters:
  ///   - old: the earlier batch; nil for the state before all batches.
  ///   - new: the later batch.
  public func diff(dataset: String, from old: Int64?, to new: Int64) throws -> BatchDiff {
    try BatchComparison(dataset, from: old ?? 0, to: new, db).run()
  }

  /// The published batch of a data set before another one.
  public func batch(before id: Int64, of dataset: String) throws -> Int64? {
    try BatchComparison.batch(before: id, of: dataset, db)
  }
}
