import Glibc
import Tabular

/// A file without a name for what does not stay in memory; it is gone when this object is.
final class SpillFile {
  private let descriptor: Int32
  private let folder: String
  /// How many bytes have been written.
  private(set) var count = 0

  /// Makes the file in the folder of `path`, where the store's own room is; a store in memory has
  /// no path.
  ///
  /// - Throws: `StoreError` where no file can be made there.
  init(beside path: String) throws {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    folder =
      path.isEmpty ? "/tmp" : parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
    descriptor = NamelessFile.open(in: folder)
    guard descriptor >= 0 else { throw Self.error(.made, folder) }
  }

  deinit { close(descriptor) }

  /// Writes bytes behind those that are there.
  ///
  /// - Throws: `StoreError`, above all where the disk is full.
  func append(_ bytes: UnsafeRawBufferPointer) throws {
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
  /// - Throws: `StoreError`.
  func read(_ bytes: UnsafeMutableRawBufferPointer, at offset: Int) throws -> Int {
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

  private static func error(_ use: StoreError.Use, _ folder: String) -> StoreError {
    .failed(path: folder, .spill(use, reason: String(cString: strerror(errno))))
  }
}
