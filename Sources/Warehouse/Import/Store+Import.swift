package import Intake
import Datasets
import Foundation
import GRDB
import Tabular
import Time

extension Store {
  /// Imports one file into its data set: all of it is published in one transaction, or nothing.
  ///
  /// Reading, checking and attaching run on a thread of their own while this one writes. The rows
  /// of a large file are staged in several transactions before; readers see the state before until
  /// the last one is committed. A copy of the file is kept in the archive.
  ///
  /// - Returns: what became of every row. `refused` where a threshold is exceeded, or the file is older
  ///   than what stands, `unchanged` with the earlier figures where the same bytes were imported by
  ///   the same manifest; nothing was changed in either case.
  /// - Throws: `TabularError` or `DatasetsError` for a fault of the file as a whole, `StoreError`
  ///   for one of the store, `CancellationError`, `ImportInterrupted`; nothing was published.
  package func importFile(_ request: ImportRequest) throws -> ImportReport {
    try withWriterLock { try importLocked(request) }
  }

  private func importLocked(_ request: ImportRequest) throws -> ImportReport {
    let start = ContinuousClock.now
    let manifest = request.manifest
    let file = try DepartmentFile.open(path: request.path, manifest: manifest)
    let digest = ImportDigest(file.parts, try fileNames())
    var request = request
    let known = KnownFile(file, digest: digest, manifest: manifest)
    if !request.isForced, let earlier = try read({ try known.report($0) }) { return earlier }
    let isPast: Bool
    switch try turn(of: file, known, &request) {
    case .present: isPast = false
    case .past: isPast = true
    case .never(let report): return report
    }
    if case .undecided(let x, let y, let within) = manifest.location {
      return try survey(file, request, x: x, y: y, within: within)
    }
    do {
      let source = try FileSource(
        file, digest: digest, manifest: manifest, path: request.path, isHistory: isPast)
      // A state of the past stands alone: nothing is compared with it, nothing ends.
      if isPast { request.manifest.load = .incremental }
      return try load(source, request, limits: .of(request), since: start)
    } catch let misplaced as PositionTally.Misplaced {
      var report = try refuse(file, request, misplaced)
      report.seconds = (.now - start) / .seconds(1)
      return report
    }
  }

  /// Where a file stands in the order of its data set's files.
  private enum Turn {
    /// Its rows are to be current.
    case present
    /// Its rows go into the past.
    case past
    case never(ImportReport)
  }

  /// Decides by its period where a file stands, and notes the period.
  private func turn(
    of file: any TableFile, _ known: KnownFile, _ request: inout ImportRequest
  ) throws -> Turn {
    let periods = FilePeriod(request, today: clock.now().day)
    request.period = try periods.period(of: file)
    guard periods.isOrdered, let standing = try read({ try periods.standing($0.db) }) else {
      return .present
    }
    guard let period = request.period else {
      return request.isIntoPast ? .never(refusal(of: request, nil, .periodUnknown)) : .present
    }
    guard period.isBefore(standing.period) else { return .present }
    if request.isIntoPast { return .past }
    // Loaded by another manifest once, it has had its time.
    if !request.isForced, let earlier = try read({ try known.report($0, byAnyManifest: true) }) {
      return .never(earlier)
    }
    return .never(
      refusal(
        of: request, nil,
        .older(period: period.text, standing: standing.period.text, batch: standing.batch)))
  }

  /// Makes a batch of the rows of a source, under the lock of the writer.
  func load(
    _ source: any BatchSource, _ request: ImportRequest, limits: ImportLimits,
    since start: ContinuousClock.Instant
  ) throws -> ImportReport {
    var report = try archiving(source, request) { archives in
      let job = try ImportJob(
        source, request, limits: limits, archives: archives, srid: srid, clock: clock, seal: seal)
      return try translating {
        try withoutLog(job.isStaged || source.file.byteCount >= Self.largeLoad) {
          try database.writeWithoutTransaction { try job.run($0) }
        }
      }
    }
    report.seconds = (.now - start) / .seconds(1)
    if let batch = report.batch {
      let seconds = report.seconds
      // Known only once the last transaction has ended, hence in one of its own. The batch is
      // published: that its duration finds no room, or another writer in its way,
      // must not be reported as a failure that changed nothing.
      try? write {
        try $0.db.execute(
          sql: "UPDATE batch SET seconds = ? WHERE id = ?", arguments: [seconds, batch])
      }
    }
    return report
  }

  /// Copies the file into the archive while `work` goes on; what `work` does not publish is taken
  /// out of it again.
  private func archiving(
    _ source: any BatchSource, _ request: ImportRequest, _ work: (Bool) throws -> ImportReport
  ) throws -> ImportReport {
    // Rows as they were kept have their file there already.
    guard request.archives, !request.isDryRun, !source.file.parts.isEmpty, let archive else {
      return try work(false)
    }
    let digest = source.digest
    digest.copy(into: archive, try read { try seal.ring($0.db) })
    var isKept = false
    defer { if !isKept { archive.forget((try? digest.waitForCopy()) ?? []) } }
    do {
      let report = try work(true)
      isKept = report.status == .published
      return report
    } catch let interruption as ImportInterrupted {
      isKept = true
      throw interruption
    }
  }
}
