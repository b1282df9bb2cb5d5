public import Datasets
public import Warehouse

/// What can be said about an import besides the file and its data set.
public struct ImportOptions: Sendable {
  /// A limit on refused rows that takes the place of the manifest's.
  public var maximumErrors: ErrorLimit?
  /// Whether everything is done but kept.
  public var isDryRun = false
  /// Whether a file is loaded again that the same manifest has loaded before.
  public var isForced = false
  /// How the disk is used.
  public var storage = ImportStorage()
  /// The version of the tool, kept with the batch.
  public var toolVersion: String?
  /// Told now and then how far the import is.
  public var progress: (@Sendable (ImportProgress) -> Void)?
  /// Asked now and then whether to stop; then nothing is published.
  public var isCancelled: (@Sendable () -> Bool)?

  /// Makes options: no limit but the manifest's, published, silent.
  public init() {}
}

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
