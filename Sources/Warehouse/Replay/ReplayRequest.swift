public import Datasets

/// Which refused rows are to be tried again, and by which rules.
public struct ReplayRequest: Sendable {
  /// The batch whose open refused rows are taken up; with a corrected file, nil stands for all
  /// batches of the data set.
  public var batch: Int64?
  /// The rules of today.
  public var manifest: Manifest
  /// The grids that records are attached to; nil where no generation is active.
  public var attacher: GridAttacher?
  /// A file with the rows as the department has corrected them; nil for the rows as they were kept.
  public var corrected: String?
  /// Whether everything is done but kept.
  public var isDryRun = false
  /// The version of the tool, kept with the batch.
  public var toolVersion: String?
  /// Asked between blocks of rows whether to stop; then nothing is kept.
  public var isCancelled: (@Sendable () -> Bool)?

  /// Makes a request.
  public init(batch: Int64?, manifest: Manifest, attacher: GridAttacher? = nil) {
    self.batch = batch
    self.manifest = manifest
    self.attacher = attacher
  }
}
