import Files
import Glibc

/// A file that appears whole or not at all, or standard output.
final class ByteSink {
  private let file: FileWriter?

  /// Begins a file, or standard output where the path is `-`.
  ///
  /// - Parameter spared: what the file must not be or replace: the store, and what is read.
  init(_ path: String, sparing spared: SparedFiles) throws {
    guard path != "-" else {
      PipeSize.enlarge(STDOUT_FILENO)
      file = nil
      return
    }
    file = try FileWriter(path: path, sparing: spared)
  }

  /// Writes bytes.
  func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try write($0) }
  }

  /// Writes bytes.
  func write(_ bytes: UnsafeRawBufferPointer) throws {
    guard let file else { return try StandardOutput.write(bytes) }
    try file.write(bytes)
  }

  /// Gives the file its name; one that was there before is replaced.
  func finish() throws { try file?.finish() }
}
