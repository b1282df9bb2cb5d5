package import Warehouse

/// What a backup holds.
package struct BackupReport: Sendable {
  /// The copy of the store; the archive of its source files is the folder `<path>-files`.
  package let path: String
  /// The size of the copy of the store.
  package let bytes: Int
  /// How many source files came along.
  package let files: Int
  package let fileBytes: Int
  /// What the examination of the copy found.
  package let verification: VerificationReport
  package let seconds: Double

  /// Whether the examination found nothing wrong.
  package var isClean: Bool { verification.clean }
}

/// Where a backup is.
package struct BackupProgress: Sendable {
  package enum Phase: Sendable, CaseIterable {
    case copying, archiving, verifying
  }

  package let phase: Phase
  /// How much is copied, 0…1; it falls back once, when the source files are counted.
  package let share: Double
}

extension District {
  /// Copies the store to a new file while it is in use; see ``Warehouse/Store/backUp(to:watch:)``.
  ///
  /// - Parameter isCancelled: asked every few megabytes; true ends with `CancellationError`.
  /// - Throws: `OutputError`, `StoreError`; then nothing is left at `path`.
  package func backUp(
    to path: String, progress: (BackupProgress) -> Void = { _ in },
    isCancelled: () -> Bool = { false }
  ) throws -> BackupReport {
    let start = ContinuousClock.now
    let copy = try store.backUp(to: path) { place in
      if isCancelled() { throw CancellationError() }
      let phase: BackupProgress.Phase =
        switch place.phase {
        case .copying: .copying
        case .archiving: .archiving
        case .verifying: .verifying
        }
      progress(
        BackupProgress(phase: phase, share: Double(place.done) / Double(max(1, place.total))))
    }
    let seconds = (ContinuousClock.now - start) / .milliseconds(1)
    return BackupReport(
      path: path, bytes: copy.bytes, files: copy.files, fileBytes: copy.fileBytes,
      verification: copy.verification, seconds: seconds.rounded() / 1000)
  }
}
