/// What to do about an error on the command line, in its own terms: a command, an option.
package enum Hints {
  /// What to do; nil where the error's own sentence says all.
  package static func hint(for error: any Error) -> Wording? { nil }
}
