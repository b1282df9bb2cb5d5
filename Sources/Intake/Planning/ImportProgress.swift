/// How far an import is.
package struct ImportProgress: Hashable, Sendable {
  package enum Phase: String, Hashable, Sendable {
    /// Reading again what an interrupted load has staged.
    case resuming
    /// Reading, checking, attaching and writing rows.
    case loading
    /// Building the index of the key.
    case indexing
    case publishing
  }

  package var phase: Phase
  /// The bytes of text read so far.
  package var bytesDone: Int
  /// The bytes of text in all.
  package var bytesTotal: Int
  /// The data rows read so far.
  package var rows: Int

  package init(phase: Phase, bytesDone: Int, bytesTotal: Int, rows: Int) {
    self.phase = phase
    self.bytesDone = bytesDone
    self.bytesTotal = bytesTotal
    self.rows = rows
  }
}

/// A large load was stopped on request; what it had staged is kept.
package struct ImportInterrupted: Error, Sendable, Equatable, CustomStringConvertible {
  package let path: String
  /// The batch that is staged.
  package let batch: Int64
  package let rows: Int

  package init(path: String, batch: Int64, rows: Int) {
    self.path = path
    self.batch = batch
    self.rows = rows
  }

  package var description: String {
    "\(path): interrupted after \(rows) rows, which are staged as batch \(batch); nothing is "
      + "published: run the same command to go on, or `gewu batches discard \(batch)`"
  }

  package var descriptionChinese: String {
    "\(path):已中断,前 \(rows) 行暂存为批次 \(batch),尚未发布;再次运行同一命令可继续,"
      + "或用 `gewu batches discard \(batch)` 放弃"
  }
}
