package import Intake
package import Datasets
package import Warehouse

extension District {
  /// Imports one file into the data set that its manifest describes, and attaches its records to the
  /// active generation; without one they stay unattached.
  ///
  /// - Parameter request: what the caller has asked for, passed on as it is; what it does not name,
  ///   the attacher, is that of the active generation.
  /// - Returns: what became of every row; see ``Intake/ImportReport``.
  /// - Throws: `TabularError` or `DatasetsError` for a fault of the whole file,
  ///   `CoordinateTransformError` for an unknown reference system, `StoreError` for a fault of the
  ///   store, `CancellationError`, `ImportInterrupted`; nothing was published then.
  package func importFile(_ request: ImportRequest) throws -> ImportReport {
    var request = request
    if request.attacher == nil, !request.manifest.locations.isEmpty {
      request.attacher = try attacher(for: request.manifest)
    }
    defer { indexes.expire() }
    return try store.importFile(request)
  }

  /// Imports one file as its manifest says.
  package func importFile(at path: String, manifest: Manifest) throws -> ImportReport {
    try importFile(ImportRequest(path: path, manifest: manifest))
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
  /// - Throws: ``BatchFault`` where there is none.
  package func batch(_ id: Int64) throws -> BatchRecord {
    try store.read { try Self.batch(id, session: $0) }
  }
}

extension District {
  /// Throws away what an interrupted load has staged; what is published is not touched.
  ///
  /// - Returns: the batch as it was.
  /// - Throws: `BatchFault` where there is no such batch, `ImportFault` where it is not staged;
  ///   `StoreError`.
  package func discardStage(batch id: Int64) throws -> BatchRecord {
    try store.withWriterLock {
      try store.write { session in
        let batch = try Self.batch(id, session: session)
        guard try session.discardStage(batch: id) else {
          throw ImportFault.notStaged(id, batch.report.status)
        }
        return batch
      }
    }
  }
}
