package import Datasets

/// What is to be imported, and how.
package struct ImportRequest: Sendable {
  package var path: String
  /// What the file's columns mean.
  package var manifest: Manifest
  /// The grids that records are attached to; nil where no generation is active.
  package var attacher: GridAttacher?
  /// A limit on refused rows that takes the place of the manifest's.
  package var maximumErrors: ErrorLimit?
  /// Whether everything is done but kept: the transaction is rolled back at its end.
  package var isDryRun = false
  /// Whether a file is loaded again that the same manifest has loaded before.
  package var isForced = false
  /// What time the file is about; by the manifest where it is nil.
  package var period: Period?
  /// Whether a file that is older than what stands is loaded into the past, instead of being refused.
  package var isIntoPast = false
  /// Whether a copy of the file is kept in the store's archive.
  package var archives = true
  /// From this many bytes of content on, rows are staged in several transactions.
  package var stageBytes = 16 << 20
  /// Ends a transaction of a staged load after so many rows, instead of after some time.
  package var chunkRows: Int?
  /// How many keys are kept in memory; more are looked up in temporary files beside the store.
  package var keysInMemory = KeyTable.defaultLimit
  /// The version of the tool, kept with the batch.
  package var toolVersion: String?
  /// Told now and then how far the import is, on the thread that called it.
  package var progress: (@Sendable (ImportProgress) -> Void)?
  /// Asked between blocks of rows whether to stop; then nothing is published.
  package var isCancelled: (@Sendable () -> Bool)?

  package init(path: String, manifest: Manifest, attacher: GridAttacher? = nil) {
    self.path = path
    self.manifest = manifest
    self.attacher = attacher
  }
}
