/// Why a question for hot spots cannot be answered.
package enum HotSpotFault: UseCaseError, Equatable {
  /// What a data set can declare a field for.
  package enum Role: String, Sendable {
    case category, date
  }

  /// The level has no cells in the generation; `known` have.
  case levelWithoutCells(level: String, known: [String])
  /// No cell of the level has a value of the exposure.
  case exposureNotOnLevel(exposure: String, level: String)
  /// No row of the data set has the category; `known` are those there are.
  case noSuchCategory(category: String, dataset: String, known: [String])
  /// Neither a day nor a month.
  case notADate(text: String)
  /// The range ends before it begins.
  case emptyRange(from: String, to: String)
  /// The question asks for what the data set has no field for.
  case undeclared(Role, dataset: String)

  package var kind: FailureKind {
    switch self {
    case .levelWithoutCells, .noSuchCategory: .notFound
    case .exposureNotOnLevel, .notADate, .emptyRange, .undeclared: .invalid
    }
  }
}
