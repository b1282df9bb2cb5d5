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
      return
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.error(path, errno) }
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// The next bytes, up to 1 MiB; none at the end.
  func read() throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
      var got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      while got < 0, errno == EINTR {
        got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      guard got >= 0 else { throw Self.error(name, errno) }
      count = got
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
