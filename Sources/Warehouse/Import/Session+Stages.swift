extension Session {
  /// Takes away what a load has staged.
  ///
  /// - Returns: false where the batch is not a staged one; nothing is changed then.
  public func discardStage(batch: Int64) throws -> Bool {
    guard let stage = try ImportStage.left(inBatch: batch, db) else { return false }
    try stage.discard(db)
    return true
  }
}
