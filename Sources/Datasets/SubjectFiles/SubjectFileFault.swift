package import Subjects

/// What is wrong with a file of rules for subjects, or with a folder of them.
package enum SubjectFileFault: Hashable, Sendable {
  /// A part of the file cannot be used.
  case rules(RulesReason)
  /// Another file is about the same kind of subject.
  case kindTwice(String, other: String)
  /// The folder has no file of rules.
  case noRules
  /// A number that is none.
  case notANumber
}
