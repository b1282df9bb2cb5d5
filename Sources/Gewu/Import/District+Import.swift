package import Intake
package import Datasets
package import Warehouse

extension District {
  /// Imports one file into the data set that a manifest describes, and attaches its records to the
  /// active generation; without one they stay unattached.
  ///
  /// - Returns: what became of every row; see ``Warehouse/ImportReport``.
  /// - Throws: `TabularError` or `DatasetsError` for a fault of the whole file,
  ///   `CoordinateTransformError` for an unknown reference system, `StoreError` for a fault of the
  ///   store, `CancellationError`, `ImportInterrupted`; nothing was published then.
  package func importFile(
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
  package func excludingOtherWriters<Value>(_ work: () throws -> Value) throws -> Value {
    try store.withWriterLock {
      try store.activateDueGenerations()
      return try work()
    }
  }

  /// The latest batches, the newest first.
  package func batches(dataset: String? = nil, limit: Int = 100) throws -> [BatchRecord] {
    try store.read { try $0.batches(dataset: dataset, limit: limit) }
  }

  /// The batch of a number.
  ///
  /// - Throws: `GewuError` where there is none.
  package func batch(_ id: Int64) throws -> BatchRecord {
    try store.read { try Self.batch(id, session: $0) }
  }
}

extension District {
  /// Imports one file of a plan.
  ///
  /// - Parameters:
  ///   - item: the file and its data set.
  ///   - maximumErrors: `100` or `5%`; takes the place of the manifest's limit.
  ///   - isDryRun: whether everything is done but kept.
  ///   - isForced: whether a file is loaded again that the same manifest has loaded before.
  ///   - storage: how the disk is used.
  ///   - toolVersion: kept with the batch.
  ///   - progress: told the phase, the share done (0…1) and the rows read.
  ///   - isCancelled: asked now and then whether to stop; then nothing is published.
  /// - Throws: as ``importFile(at:manifest:options:)``; `GewuError` for a limit that is none.
  package func importFile(
    _ item: FileSelection.Item, maximumErrors: String? = nil, isDryRun: Bool = false,
    isForced: Bool = false, storage: ImportStorage = ImportStorage(), toolVersion: String? = nil,
    progress: @escaping @Sendable (_ phase: String, _ share: Double, _ rows: Int) -> Void,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws -> ImportReport {
    var options = ImportOptions()
    options.maximumErrors = try maximumErrors.map { text in
      guard let limit = ErrorLimit(text) else {
        throw GewuError(.invalid, "«\(text)» is no limit of errors; give a number or a share: 5%")
      }
      return limit
    }
    options.isDryRun = isDryRun
    options.isForced = isForced
    options.storage = storage
    options.toolVersion = toolVersion
    options.isCancelled = isCancelled
    options.progress = { step in
      progress(
        step.phase.rawValue, Double(step.bytesDone) / Double(max(1, step.bytesTotal)), step.rows)
    }
    return try importFile(at: item.file, manifest: item.manifest, options: options)
  }
}

extension District {
  /// Throws away what an interrupted load has staged; what is published is not touched.
  ///
  /// - Returns: the batch as it was.
  /// - Throws: `GewuError` where there is no such batch, or it is not staged; `StoreError`.
  package func discardStage(batch id: Int64) throws -> BatchRecord {
    try store.withWriterLock {
      try store.write { session in
        let batch = try Self.batch(id, session: session)
        guard try session.discardStage(batch: id) else {
          let status = batch.report.status.rawValue
          throw GewuError(
            .conflict,
            "batch \(id) is \(status), not staged; a published one is taken back with "
              + "`gewu batches rollback \(id)`")
        }
        return batch
      }
    }
  }
}
