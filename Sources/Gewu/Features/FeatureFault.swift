/// Why the lines and areas of a data set cannot be asked for.
package enum FeatureFault: UseCaseError, Equatable, Sendable {
  /// The rows of the data set have neither lines nor areas.
  case noShapes(String, hasPositions: Bool)
  /// The data set is too sensitive for single rows to be shown; `level` is nil where nobody said how
  /// sensitive it is.
  case withheld(String, level: Int?)

  package var kind: FailureKind {
    switch self {
    case .noShapes: .invalid
    case .withheld: .withheld
    }
  }
}
