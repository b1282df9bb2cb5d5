import Glibc

/// A file or standard input, read piece by piece.
final class ByteSource {
  /// The file cannot be read.
  struct ReadError: Error, CustomStringConvertible {
    let description: String
  }

  /// What messages call it.
  let name: String
  private let descriptor: Int32

  /// Opens a file, or standard input where the path is `-`.
  init(_ path: String) throws {
    name = path == "-" ? "standard input" : path
    guard path != "-" else {
      descriptor = STDIN_FILENO
      PipeSize.enlarge(descriptor)
      return
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.error(path, errno) }
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

  private static func error(_ path: String, _ code: Int32) -> ReadError {
    switch code {
    case ENOENT: ReadError(description: "\(path): there is no such file; check the path")
    case EISDIR: ReadError(description: "\(path): is a directory; name the file inside it")
    default:
      ReadError(description: "\(path): cannot be read (\(String(cString: strerror(code))))")
    }
  }
}
