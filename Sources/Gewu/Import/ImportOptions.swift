package import Intake
package import Datasets
import Warehouse

/// What can be said about an import besides the file and its data set.
package struct ImportOptions: Sendable {
  /// A limit on refused rows that takes the place of the manifest's.
  package var maximumErrors: ErrorLimit?
  /// Whether everything is done but kept.
  package var isDryRun = false
  /// Whether a file is loaded again that the same manifest has loaded before.
  package var isForced = false
  /// How the disk is used.
  package var storage = ImportStorage()
  /// The version of the tool, kept with the batch.
  package var toolVersion: String?
  /// Told now and then how far the import is.
  package var progress: (@Sendable (ImportProgress) -> Void)?
  /// Asked now and then whether to stop; then nothing is published.
  package var isCancelled: (@Sendable () -> Bool)?

  /// Makes options: no limit but the manifest's, published, silent.
  package init() {}
}

/// How an import uses the disk.
package struct ImportStorage: Sendable {
  /// Whether a copy of each source file is kept in the store's archive.
  package var archives: Bool
  /// From this many bytes of content on, rows are staged in several transactions.
  package var stageBytes: Int?
  /// Ends a transaction of a staged load after so many rows, instead of after some time.
  package var chunkRows: Int?

  /// The usual way, save for what tests ask for: GEWU_STAGE_BYTES and GEWU_CHUNK_ROWS make small
  /// files be staged in small pieces.
  package init(archives: Bool = true, environment: [String: String] = [:]) {
    self.archives = archives
    stageBytes = environment["GEWU_STAGE_BYTES"].flatMap(Int.init)
    chunkRows = environment["GEWU_CHUNK_ROWS"].flatMap(Int.init)
  }
}
