package import Intake
import Datasets
import Foundation
import GRDB
import Tabular

extension Store {
  /// Imports one file into its data set: all of it is published in one transaction, or nothing.
  ///
  /// Reading, checking and attaching run on a thread of their own while this one writes. The rows
  /// of a large file are staged in several transactions before; readers see the state before until
  /// the last one is committed. A copy of the file is kept in the archive.
  ///
  /// - Returns: what became of every row. `refused` where a threshold is exceeded, `unchanged`
  ///   with the earlier figures where the same bytes were imported by the same manifest and
  ///   nothing came after; nothing was changed in either case.
  /// - Throws: `TabularError` or `DatasetsError` for a fault of the file as a whole, `StoreError`
  ///   for one of the store, `CancellationError`, `ImportInterrupted`; nothing was published.
  package func importFile(_ request: ImportRequest) throws -> ImportReport {
    try withWriterLock { try importLocked(request) }
  }

  private func importLocked(_ request: ImportRequest) throws -> ImportReport {
    let start = ContinuousClock.now
    let manifest = request.manifest
    let file = try DepartmentFile.open(path: request.path, manifest: manifest)
    let digest = ImportDigest(file.parts)
    if !request.isForced,
      let earlier = try earlierReport(of: file, digest: digest, manifest: manifest)
    {
      return earlier
    }
    if case .undecided(let x, let y, let within) = manifest.location {
      return try survey(file, request, x: x, y: y, within: within)
    }
    var report: ImportReport
    do {
      report = try archiving(digest, request) { archives in
        let job = try ImportJob(
          request, file: file, digest: digest, archives: archives, srid: srid, clock: clock)
        return try StoreError.translating(path: path) {
          try withoutLog(job.isStaged || file.byteCount >= Self.largeLoad) {
            try database.writeWithoutTransaction { try job.run($0) }
          }
        }
      }
    } catch let misplaced as PositionTally.Misplaced {
      report = try refuse(file, request, misplaced)
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
    _ digest: ImportDigest, _ request: ImportRequest, _ work: (Bool) throws -> ImportReport
  ) throws -> ImportReport {
    guard request.archives, !request.isDryRun, let archive else { return try work(false) }
    digest.copy(into: archive)
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

  /// The report of the batch that put the data set into the state that this file would.
  private func earlierReport(
    of file: any TableFile, digest: ImportDigest, manifest: Manifest
  ) throws -> ImportReport? {
    let size = file.byteCount
    return try read { session in
      // Where a file replaces rows, only the last batch counts: an older file imported again
      // brings its state back. It does not count where an earlier one was taken back since, for
      // rows that it had found unchanged may have gone with that one.
      let last =
        manifest.load == .append
        ? ""
        : """
        AND b.id = (SELECT max(id) FROM batch
          WHERE dataset = b.dataset AND status = 'published' AND kind = 'import')
        AND NOT EXISTS (SELECT 1 FROM batch AS e
          WHERE e.dataset = b.dataset AND e.id < b.id AND e.rolled_back > b.ended)
        """
      let candidates = try Row.fetchAll(
        session.db,
        sql: """
          SELECT b.id, b.file_sha256 FROM batch AS b
          JOIN source_file AS s ON s.sha256 = b.file_sha256
          WHERE b.dataset = ? AND b.manifest_hash = ? AND b.status = 'published' AND b.kind = 'import'
            AND s.bytes = ?
          \(last) ORDER BY b.id DESC
          """, arguments: [manifest.dataset, manifest.hash, size])
      guard !candidates.isEmpty else { return nil }
      let wanted = digest.wait().sha256
      guard let match = candidates.first(where: { $0["file_sha256"] == wanted }) else { return nil }
      var report = try session.batch(id: match["id"])?.report
      report?.status = .unchanged
      return report
    }
  }
}
