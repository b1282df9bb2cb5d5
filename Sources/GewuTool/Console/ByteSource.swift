import Glibc
import Words

/// A file or standard input, read piece by piece.
final class ByteSource {
  /// What messages call it.
  let name: Wording
  private let descriptor: Int32

  /// Opens a file, or standard input where the path is `-`.
  init(_ path: String) throws {
    name = path == "-" ? Streams.standardInput : Wording(verbatim: path)
    guard path != "-" else {
      descriptor = STDIN_FILENO
      PipeSize.enlarge(descriptor)
      return
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.error(name, errno) }
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// Fills `buffer` with the next bytes, as many as are there; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw Self.error(name, errno) }
    }
  }

  private static func error(_ name: Wording, _ code: Int32) -> ToolError {
    ToolError(wording: Streams.unreadable(name, code))
  }
}
