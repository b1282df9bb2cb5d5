import Glibc

/// What the program says about its work.
enum StandardError {
  /// Whether a person is likely to be watching.
  static let isTerminal = isatty(STDERR_FILENO) == 1

  /// Writes a line.
  static func say(_ line: String) { write(line + "\n") }

  /// Writes a text as it is; that it cannot be written is nobody's failure.
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
