/// How far an import is.
public struct ImportProgress: Hashable, Sendable {
  /// What it is doing.
  public enum Phase: String, Hashable, Sendable {
    /// Reading again what an interrupted load has staged.
    case resuming
    /// Reading, checking, attaching and writing rows.
    case loading
    /// Building the index of the key.
    case indexing
    /// Committing.
    case publishing
  }

  /// What it is doing.
  public var phase: Phase
  /// The bytes of text read so far.
  public var bytesDone: Int
  /// The bytes of text in all.
  public var bytesTotal: Int
  /// The data rows read so far.
  public var rows: Int
}

/// A large load was stopped on request; what it had staged is kept.
public struct ImportInterrupted: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// The batch that is staged.
  public let batch: Int64
  /// The data rows staged.
  public let rows: Int

  /// What to do next.
  public var description: String {
    "\(path): interrupted after \(rows) rows, which are staged as batch \(batch); nothing is "
      + "published: run the same command to go on, or `gewu batches discard \(batch)`"
  }

  /// The same in Chinese.
  public var descriptionChinese: String {
    "\(path):已中断,前 \(rows) 行暂存为批次 \(batch),尚未发布;再次运行同一命令可继续,"
      + "或用 `gewu batches discard \(batch)` 放弃"
  }
}
