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
