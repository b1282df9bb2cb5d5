/// Why a data set, or something of it, cannot be asked for.
package enum DatasetFault: UseCaseError, Equatable, Sendable {
  /// `nearest` is the name that was perhaps meant.
  case noDataset(String, known: [String], nearest: String?)
  /// No imported data set declares the exposure; `known` are those that are declared.
  case noExposure(String, known: [String])
  /// Several data sets declare the exposure.
  case ambiguousExposure(String, datasets: [String])
  case badLimit(Int, largest: Int)

  package var kind: FailureKind {
    switch self {
    case .noDataset, .noExposure: .notFound
    case .ambiguousExposure: .conflict
    case .badLimit: .invalid
    }
  }
}
