import Intake
import Datasets
package import Warehouse

extension District {
  /// Tries refused rows again by the manifests of today: as they were kept, each batch's rows as a
  /// batch of their own.
  ///
  /// Rows of a full load that another one followed are out of date: they are left alone.
  ///
  /// - Parameters:
  ///   - selection: whose open rows.
  ///   - folder: where the manifests are.
  ///   - isDryRun: whether everything is done but kept.
  ///   - toolVersion: kept with the batches.
  ///   - isCancelled: asked now and then whether to stop; batches that are done stay.
  /// - Returns: what became of the rows, a batch each, and the batches left alone.
  /// - Throws: `QuarantineFault` where nothing is open, `ImportFault` where all of it is out of date;
  ///   `DatasetsError` for a manifest; `StoreError`; `CancellationError`.
  package func replay(
    _ selection: QuarantineSelection, manifests folder: String, isDryRun: Bool = false,
    toolVersion: String? = nil, isCancelled: (@Sendable () -> Bool)? = nil
  ) throws -> ReplayOutcome {
    let manifests = try ManifestFolder(soundBelow: folder)
    let open = try store.read { session in
      try selection.check(session)
      return try session.openBatches(batch: selection.batch, dataset: selection.dataset)
    }
    guard !open.isEmpty else { throw QuarantineFault.nothingOpen(selection) }
    var outcome = ReplayOutcome()
    for batch in open {
      let manifest = try manifests.manifest(dataset: batch.dataset)
      if manifest.load == .full || batch.isHistory, let successor = batch.successor {
        outcome.outdated.append(.init(batch: batch.id, successor: successor))
        continue
      }
      var request = ReplayRequest(
        batch: batch.id, manifest: manifest, attacher: try attacher(for: manifest))
      request.load.isDryRun = isDryRun
      request.load.toolVersion = toolVersion
      request.load.isCancelled = isCancelled
      if let report = try store.replay(request) { outcome.reports.append(report) }
    }
    if outcome.reports.isEmpty, let first = outcome.outdated.first {
      throw ImportFault.outdated(batch: first.batch, successor: first.successor)
    }
    return outcome
  }

  /// Loads refused rows as a department has corrected them, and closes their entries.
  ///
  /// - Parameters:
  ///   - path: the file; its rows carry the numbers of the export, or are known by their keys.
  ///   - selection: whose open rows; with `all` the numbers, or else the file's name, tell the data
  ///     set.
  ///   - folder: where the manifests are.
  ///   - isDryRun: whether everything is done but kept.
  ///   - toolVersion: kept with the batch.
  ///   - isCancelled: asked now and then whether to stop; then nothing is kept.
  /// - Throws: as `replay(_:manifests:isDryRun:toolVersion:isCancelled:)`, and `TabularError` for the
  ///   file.
  package func replay(
    correctedFile path: String, _ selection: QuarantineSelection, manifests folder: String,
    isDryRun: Bool = false, toolVersion: String? = nil,
    isCancelled: (@Sendable () -> Bool)? = nil
  ) throws -> ReplayReport {
    let named = try store.read { session in
      try selection.check(session)
      return try selection.batch.map { try Self.batch($0, session: session).report.dataset }
        ?? selection.dataset
    }
    let dataset = try named ?? store.dataset(ofCorrectedFile: path)
    let manifests = try ManifestFolder(soundBelow: folder)
    let manifest =
      try dataset.map { try manifests.manifest(dataset: $0) } ?? manifests.manifest(forFile: path)
    var request = ReplayRequest(
      batch: selection.batch, manifest: manifest, attacher: try attacher(for: manifest))
    request.corrected = path
    request.load.isDryRun = isDryRun
    request.load.toolVersion = toolVersion
    request.load.isCancelled = isCancelled
    guard let report = try store.replay(request) else {
      throw QuarantineFault.nothingOpen(
        QuarantineSelection(batch: selection.batch, dataset: manifest.dataset))
    }
    return report
  }
}

/// What became of the refused rows of several batches.
package struct ReplayOutcome: Sendable, Equatable {
  /// Refused rows that were left alone, because newer ones have taken their place.
  package struct Outdated: Sendable, Equatable, Encodable {
    /// The batch that refused them.
    package var batch: Int64
    /// The full load that followed.
    package var successor: Int64
  }

  /// The batches that tried the rows.
  package var reports: [ReplayReport] = []
  /// The batches whose rows are out of date.
  package var outdated: [Outdated] = []

  /// Whether rows were refused again.
  package var hasQuarantined: Bool { reports.contains(where: \.hasQuarantined) }
}

extension ReplayReport {
  /// Whether rows were refused again.
  package var hasQuarantined: Bool { figures.hasQuarantined }
}
