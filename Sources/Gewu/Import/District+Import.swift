public import Datasets
public import Warehouse

extension District {
  /// Imports one file into the data set that a manifest describes, and attaches its records to the
  /// active generation; without one they stay unattached.
  ///
  /// - Returns: what became of every row; see ``Warehouse/ImportReport``.
  /// - Throws: `TabularError` or `DatasetsError` for a fault of the whole file,
  ///   `CoordinateTransformError` for an unknown reference system, `StoreError` for a fault of the
  ///   store, `CancellationError`, `ImportInterrupted`; nothing was published then.
  public func importFile(
    at path: String, manifest: Manifest, options: ImportOptions = ImportOptions()
  ) throws -> ImportReport {
    var request = ImportRequest(path: path, manifest: manifest)
    if !manifest.locations.isEmpty { request.attacher = try attacher(for: manifest) }
    request.maximumErrors = options.maximumErrors
    request.isDryRun = options.isDryRun
    request.isForced = options.isForced
    request.archives = options.storage.archives
    request.stageBytes = options.storage.stageBytes ?? request.stageBytes
    request.chunkRows = options.storage.chunkRows
    request.toolVersion = options.toolVersion
    request.progress = options.progress
    request.isCancelled = options.isCancelled
    return try store.importFile(request)
  }

  /// Does several imports while no other process changes what the store publishes, so that none
  /// comes between two files.
  ///
  /// - Throws: `StoreError.locked` at once, with who is writing; else what `work` throws.
  public func excludingOtherWriters<Value>(_ work: () throws -> Value) throws -> Value {
    try store.withWriterLock(work)
  }

  /// The latest batches, the newest first.
  public func batches(dataset: String? = nil, limit: Int = 100) throws -> [BatchRecord] {
    try store.read { try $0.batches(dataset: dataset, limit: limit) }
  }

  /// The batch of a number.
  ///
  /// - Throws: `GewuError` where there is none.
  public func batch(_ id: Int64) throws -> BatchRecord {
    try store.read { try Self.batch(id, session: $0) }
  }
}
