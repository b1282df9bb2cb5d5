import Glibc

/// Writes bytes to a file, a buffer at a time.
package final class FileWriter {
  package let path: String
  /// How many bytes the file has with what is still in the buffer.
  package private(set) var count = 0
  private var descriptor: Int32
  private var buffer: [UInt8] = []

  private static let bufferSize = 1 << 16

  /// Creates the file, or empties it.
  ///
  /// - Throws: `TabularError` of kind `unwritable`.
  package init(path: String) throws {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.failure(path, errno) }
    buffer.reserveCapacity(Self.bufferSize)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Adds bytes at the end.
  package func write(_ bytes: some Collection<UInt8>) throws {
    buffer.append(contentsOf: bytes)
    count += bytes.count
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Puts bytes in the place of those at `offset`.
  package func overwrite(_ bytes: [UInt8], at offset: Int) throws {
    try flush()
    guard pwrite(descriptor, bytes, bytes.count, offset) == bytes.count else {
      throw Self.failure(path, errno)
    }
  }

  /// Writes what is left and closes the file.
  package func finish() throws {
    guard descriptor >= 0 else { return }
    try flush()
    let result = close(descriptor)
    descriptor = -1
    guard result == 0 else { throw Self.failure(path, errno) }
  }

  private func flush() throws {
    var done = 0
    while done < buffer.count {
      let written = buffer.withUnsafeBytes { bytes in
        bytes.baseAddress.map { Glibc.write(descriptor, $0 + done, bytes.count - done) } ?? 0
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw Self.failure(path, errno) }
      done += written
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func failure(_ path: String, _ code: Int32) -> TabularError {
    TabularError(.unwritable, path: path, .file(.unwritable(code: code)))
  }
}
