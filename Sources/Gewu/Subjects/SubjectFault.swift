/// Why subjects cannot be assembled, or one not be shown.
package enum SubjectFault: UseCaseError, Equatable {
  /// The folder of the rules is nowhere.
  case noRules
  /// The rules have no such kind; `known` are those they have.
  case noKind(String, known: [String])
  /// Subjects were never assembled.
  case neverAssembled
  /// No subject has or had that key.
  case noSubject(String)
  /// A text that is no key of a subject.
  case notAKey(String)

  package var kind: FailureKind {
    switch self {
    case .noRules, .noKind, .notAKey: .invalid
    case .neverAssembled, .noSubject: .notFound
    }
  }
}
