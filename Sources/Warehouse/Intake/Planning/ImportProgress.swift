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
