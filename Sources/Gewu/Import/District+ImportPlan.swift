import Datasets
public import Warehouse

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
  public func importFile(
    _ item: ImportPlan.Item, maximumErrors: String? = nil, isDryRun: Bool = false,
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
