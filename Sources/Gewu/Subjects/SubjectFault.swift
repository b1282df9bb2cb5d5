/// Why subjects cannot be assembled, one not be shown, or an item of the review queue not be decided.
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
  /// A text that is no key of an item of the review queue.
  case notAnItem(String)
  /// No item of the queue has that key.
  case noItem(String)
  /// No decision of that number stands.
  case noDecision(Int64)
  /// No decision about an item of this rule can settle it.
  case undecidable(String)
  /// Something that cannot be chosen of an item; `known` is what can.
  case noChoice(String, known: [String])
  /// The rows of an item are not as they were when it was assembled.
  case rowsGone
  /// A reason in which nothing can be read.
  case blankReason
  /// A reason of more characters than are kept.
  case longReason
  /// A text that is no day.
  case notADay(String)
  /// A day that is over.
  case dayOver(String)
  /// There is no such data set.
  case noDataset(String)

  package var kind: FailureKind {
    switch self {
    case .noRules, .noKind, .notAKey, .notAnItem, .undecidable, .noChoice, .blankReason,
      .longReason, .notADay, .dayOver:
      .invalid
    case .neverAssembled, .noSubject, .noItem, .noDecision, .rowsGone, .noDataset: .notFound
    }
  }
}
