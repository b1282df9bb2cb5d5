import Foundation
import Glibc
import Synchronization

/// Has what a long load has written brought to the disk while the load goes on, so that its commits
/// find little left to wait for.
///
/// It syncs through a descriptor that SQLite has open: one of its own would, when closed, release the
/// locks that this process holds on the file (POSIX advisory locks belong to the process).
/// Syncing early is no promise: SQLite still syncs where it must.
final class EarlySync: Sendable {
  private static let interval = 0.1

  /// What the thread and the one that stops it share.
  private final class Flag: Sendable {
    let isRaised = Atomic<Bool>(false)
  }

  private let stopping = Flag()
  private let syncing: BackgroundResult<Void, Never>

  /// Begins; nil where the store has no file of its own.
  ///
  /// - Parameter path: the store's file, which must stay open until `stop()`.
  init?(_ path: String) {
    guard let descriptor = Self.descriptor(of: path) else { return nil }
    let stopping = stopping
    syncing = BackgroundResult {
      while !stopping.isRaised.load(ordering: .relaxed) {
        Thread.sleep(forTimeInterval: Self.interval)
        fdatasync(descriptor)
      }
    }
  }

  /// Ends, and returns when nothing uses the descriptor any more.
  func stop() {
    stopping.isRaised.store(true, ordering: .relaxed)
    syncing.wait()
  }

  /// The first descriptor of this process that is open on a file.
  private static func descriptor(of path: String) -> Int32? {
    var wanted = stat()
    guard !path.isEmpty, stat(path, &wanted) == 0,
      let names = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
    else { return nil }
    return names.compactMap { Int32($0) }.sorted().first { descriptor in
      var found = stat()
      return fstat(descriptor, &found) == 0 && found.st_ino == wanted.st_ino
        && found.st_dev == wanted.st_dev && fcntl(descriptor, F_GETFL) & O_ACCMODE == O_RDWR
    }
  }
}
