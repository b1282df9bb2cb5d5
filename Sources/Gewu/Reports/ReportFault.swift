package import Geometry

/// Why a report was not kept, or cannot be found.
package enum ReportFault: UseCaseError, Equatable, Sendable {
  /// What is wrong with one field of a submission.
  package enum Field: Equatable, Sendable {
    case noChannel
    case tooLong(field: String, limit: Int)
    /// Of longitude and latitude one is given without the other.
    case halfAPosition
    /// Longitude and latitude are not two finite numbers.
    case notAPosition
    /// When it was seen is not a moment.
    case notAMoment(String)
    case badCRS(GeometryError)
  }

  /// Everything that is wrong with the submission.
  case badFields([Field])
  /// The idempotency key was used for another report, which has this number.
  case keyUsed(String, report: Int64)
  case noReport(Int64)
  case badLimit(Int, largest: Int)

  package var kind: FailureKind {
    switch self {
    case .badFields, .badLimit: .invalid
    case .keyUsed: .conflict
    case .noReport: .notFound
    }
  }
}
