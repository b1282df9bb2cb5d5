import Glibc
import Tabular

/// A file without a name for what does not stay in memory; it is gone when this object is.
package final class SpillFile {
  private let descriptor: Int32
  private let folder: String
  /// How many bytes have been written.
  package private(set) var count = 0

  /// Makes the file in the folder of `path`, where the store's own room is; a store in memory has
  /// no path.
  ///
  /// - Throws: `SpillFault` where no file can be made there.
  package init(beside path: String) throws {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    folder =
      path.isEmpty ? "/tmp" : parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
    descriptor = NamelessFile.open(in: folder)
    guard descriptor >= 0 else { throw Self.error(.made, folder) }
  }

  deinit { close(descriptor) }

  /// Writes bytes behind those that are there.
  ///
  /// - Throws: `SpillFault`, above all where the disk is full.
  package func append(_ bytes: UnsafeRawBufferPointer) throws {
    var done = 0
    while done < bytes.count {
      let written = pwrite(
        descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(count))
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw Self.error(.written, folder) }
      done += written
      count += written
    }
  }

  /// Fills `bytes` from `offset` on; returns how many there were.
  ///
  /// - Throws: `SpillFault`.
  package func read(_ bytes: UnsafeMutableRawBufferPointer, at offset: Int) throws -> Int {
    var done = 0
    while done < bytes.count {
      let got = pread(
        descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(offset + done))
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { throw Self.error(.read, folder) }
      if got == 0 { break }
      done += got
    }
    return done
  }

  private static func error(_ step: SpillFault.Step, _ folder: String) -> SpillFault {
    SpillFault(folder: folder, step: step, cause: errno)
  }
}

/// Why a temporary file could not be used.
package struct SpillFault: Error, Hashable, Sendable {
  package enum Step: String, Hashable, Sendable {
    case made, written, read
    /// It ended before what had been written to it.
    case cutShort
  }

  /// The folder that the file lies in.
  package let folder: String
  package let step: Step
  /// The `errno` of the call that failed; 0 for a file that was cut short.
  package let cause: Int32

  package init(folder: String, step: Step, cause: Int32) {
    (self.folder, self.step, self.cause) = (folder, step, cause)
  }

  /// A file that ended too early.
  static func cutShort(beside path: String) -> SpillFault {
    SpillFault(folder: path, step: .cutShort, cause: 0)
  }
}
