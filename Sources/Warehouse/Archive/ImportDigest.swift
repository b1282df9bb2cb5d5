import Foundation
import Synchronization
import Tabular

/// The SHA-256 of a source, computed on a thread of its own while other work goes on, and its copy
/// in the archive.
final class ImportDigest: Sendable {
  private struct State {
    var digest: SourceDigest?
    var copying: Result<[String], any Error>?
  }

  private let files: [FileBytes]
  private let state = Mutex(State())
  private let hashed = DispatchSemaphore(value: 0)
  private let copied = DispatchSemaphore(value: 0)

  init(_ files: [FileBytes]) {
    self.files = files
    Thread.detachNewThread { [self] in
      let digest = SourceDigest(files)
      state.withLock { $0.digest = digest }
      hashed.signal()
    }
  }

  /// The digest; waits until it is there.
  func wait() -> SourceDigest {
    hashed.wait()
    hashed.signal()
    return known ?? SourceDigest([])
  }

  /// The digest where it is there already.
  var known: SourceDigest? { state.withLock { $0.digest } }

  /// Begins to copy the source into an archive; once.
  func copy(into archive: SourceArchive) {
    Thread.detachNewThread { [self] in
      let digest = wait()
      let outcome = Result { try archive.keep(files, digest) }
      state.withLock { $0.copying = outcome }
      copied.signal()
    }
  }

  /// Waits until the copy is on the disk.
  ///
  /// - Returns: the files that are new in the archive.
  /// - Throws: `StoreError` where it could not be written.
  func waitForCopy() throws -> [String] {
    copied.wait()
    copied.signal()
    return try state.withLock { $0.copying }?.get() ?? []
  }
}
