extension Store {
  /// Does work that changes what the store publishes while no other process can: imports,
  /// rollbacks, replays, boundaries.
  ///
  /// Within `work` the same thread may ask again. Citizens' reports are received without it.
  ///
  /// - Throws: `StoreError.locked` with the holder's process and command, at once; else what
  ///   `work` throws.
  public func withWriterLock<Value>(_ work: () throws -> Value) throws -> Value {
    guard let writerLock else { return try work() }
    try writerLock.take()
    defer { writerLock.giveBack() }
    return try work()
  }
}
