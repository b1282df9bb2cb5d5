import Glibc
import Words

/// The program's data, written at once and completely.
enum StandardOutput {
  /// The reader has gone away; what it wanted, it has.
  struct BrokenPipe: Error {}

  /// Writes a text.
  static func write(_ text: String) throws {
    var text = text
    try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
  }

  /// Writes lines in the language of this process.
  static func write(_ lines: Wording) throws { try write(lines.spoken + "\n") }

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
        throw ToolError(wording: Streams.unwritableOutput(errno))
      }
      rest = rest.dropFirst(count)
    }
  }
}

/// What the command line itself cannot do: read or write a file, show what is not there.
struct ToolError: Error {
  /// Which, why, and what to do.
  let wording: Wording
}

/// What the program says about its work.
enum StandardError {
  /// Whether a person is likely to be watching.
  static let isTerminal = isatty(STDERR_FILENO) == 1

  /// Writes one line.
  static func say(_ line: String) { write(VisibleText.visible(line) + "\n") }

  /// Writes lines in the language of this process.
  static func say(_ lines: Wording) { write(lines.spoken + "\n") }

  /// Writes lines that are marked as the program's.
  static func warn(_ lines: Wording) { write("gewu: \(lines.spoken)\n") }

  /// Writes a text as it is; that it cannot be written is nobody's failure.
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

/// The capacity of pipes that much goes through.
enum PipeSize {
  /// `F_SETPIPE_SZ` of Linux, which the C library names only to GNU programs.
  private static let setPipeSize: Int32 = 1031

  /// Lets a pipe hold 1 MiB instead of 64 KiB, so that the two programs wake each other less often.
  ///
  /// Does nothing where the descriptor is no pipe or the system does not allow it.
  static func enlarge(_ descriptor: Int32) {
    _ = fcntl(descriptor, setPipeSize, 1 << 20)
  }
}
