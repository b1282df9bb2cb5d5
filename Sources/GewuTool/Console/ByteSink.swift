import Glibc
import Words

/// A file that appears whole or not at all, or standard output.
final class ByteSink {
  private let path: String
  private let temporary: String
  private var file: UnsafeMutablePointer<FILE>?

  /// Opens a file for writing, or standard output where the path is `-`.
  init(_ path: String) throws {
    self.path = path
    temporary = "\(path).part"
    guard path != "-" else {
      PipeSize.enlarge(STDOUT_FILENO)
      return
    }
    file = fopen(temporary, "w")
    guard file != nil else { throw error(errno) }
  }

  deinit {
    if let file {
      fclose(file)
      unlink(temporary)
    }
  }

  /// Writes bytes.
  func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try write($0) }
  }

  /// Writes bytes.
  func write(_ bytes: UnsafeRawBufferPointer) throws {
    guard let file else { return try StandardOutput.write(bytes) }
    guard fwrite(bytes.baseAddress, 1, bytes.count, file) == bytes.count else { throw error(errno) }
  }

  /// Gives the file its name; one that was there before is replaced.
  func finish() throws {
    guard let file else { return }
    self.file = nil
    guard fclose(file) == 0, rename(temporary, path) == 0 else {
      let code = errno
      unlink(temporary)
      throw error(code)
    }
  }

  private func error(_ code: Int32) -> ToolError {
    ToolError(wording: Streams.unwritable(path, code))
  }
}
