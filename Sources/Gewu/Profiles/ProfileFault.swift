/// Why what a cell has cannot be counted, or not be shown.
package enum ProfileFault: UseCaseError, Equatable {
  /// The file of rules is nowhere.
  case noRules
  /// A column asks for an attribute that the rules of its kind do not have.
  case noAttribute(String, kind: String)
  /// Nothing was counted yet, or not as of that day or an earlier one.
  case neverCounted(day: String?)
  /// The net has no such cell; it had none when it was counted.
  case noCell(String, net: String)
  /// The net has no such level; `known` are those it has.
  case noLevel(String, known: [String])
  /// No such column was counted; `known` are those that were.
  case noColumn(String, known: [String])
  /// The net was not counted; `known` are those that were.
  case noNet(String, known: [String])

  package var kind: FailureKind {
    switch self {
    case .noRules, .noAttribute, .noLevel, .noColumn: .invalid
    case .neverCounted, .noCell, .noNet: .notFound
    }
  }
}
