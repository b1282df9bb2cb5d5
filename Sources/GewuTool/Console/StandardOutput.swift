import Glibc

/// The program's data, written at once and completely.
enum StandardOutput {
  /// The reader has gone away; what it wanted, it has.
  struct BrokenPipe: Error {}

  /// The bytes could not be written, for example because the disk is full.
  struct WriteError: Error, CustomStringConvertible {
    let reason: String

    var description: String { "standard output cannot be written: \(reason)" }
  }

  /// Writes a text.
  static func write(_ text: String) throws {
    var text = text
    try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
  }

  /// Writes bytes.
  static func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try write($0) }
  }

  /// Writes bytes.
  static func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(
        STDOUT_FILENO, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { throw BrokenPipe() }
        throw WriteError(reason: String(cString: strerror(errno)))
      }
      rest = rest.dropFirst(count)
    }
  }
}
