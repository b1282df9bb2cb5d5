/// Lets negative numbers be arguments: half of the world has a negative longitude.
///
/// The parser takes whatever begins with a hyphen for an option, unless the
/// arguments were ended by `--`. A space in front hides the hyphen from it; a
/// number is read with such space around it.
enum NegativeNumbers {
  /// The arguments, each negative number behind a space.
  static func shielded(_ arguments: some Sequence<String>) -> [String] {
    arguments.map { isNegativeNumber($0) ? " \($0)" : $0 }
  }

  /// A message of the parser's, with negative numbers as they were given.
  static func shown(in message: String) -> String {
    message.replacing(/' (-[0-9.])/) { "'\($0.1)" }
  }

  private static func isNegativeNumber(_ argument: String) -> Bool {
    guard argument.hasPrefix("-"), let second = argument.dropFirst().first else { return false }
    return second.isASCII && (second.isNumber || second == ".")
  }
}
