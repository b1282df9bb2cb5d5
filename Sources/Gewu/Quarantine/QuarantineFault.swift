/// Why nothing was done with refused rows; nothing was changed then.
package enum QuarantineFault: UseCaseError, Equatable, Sendable {
  /// Nothing that is selected is open.
  case nothingOpen(QuarantineSelection)
  /// Rows that are not open, by their numbers.
  case notOpen([Int64])
  /// Rows are not given up without a reason.
  case noReason
  /// An export needs a batch or a data set.
  case noSelection
  /// A file whose ending is not that of an export.
  case unknownEnding(path: String)

  package var kind: FailureKind {
    switch self {
    case .nothingOpen, .notOpen: .notFound
    case .noReason, .noSelection, .unknownEnding: .invalid
    }
  }
}
