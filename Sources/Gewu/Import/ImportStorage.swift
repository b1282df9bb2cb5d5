/// How an import uses the disk.
public struct ImportStorage: Sendable {
  /// Whether a copy of each source file is kept in the store's archive.
  public var archives: Bool
  /// From this many bytes of content on, rows are staged in several transactions.
  public var stageBytes: Int?
  /// Ends a transaction of a staged load after so many rows, instead of after some time.
  public var chunkRows: Int?

  /// The usual way, save for what tests ask for: GEWU_STAGE_BYTES and GEWU_CHUNK_ROWS make small
  /// files be staged in small pieces.
  public init(archives: Bool = true, environment: [String: String] = [:]) {
    self.archives = archives
    stageBytes = environment["GEWU_STAGE_BYTES"].flatMap(Int.init)
    chunkRows = environment["GEWU_CHUNK_ROWS"].flatMap(Int.init)
  }
}
