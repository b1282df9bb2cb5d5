/// Why a question for hot spots cannot be answered.
package enum HotSpotFault: UseCaseError, Equatable {
  /// What a data set can declare a field for.
  package enum Role: String, Sendable {
    case category, date
  }

  /// Neither a data set nor the reports are asked about.
  case noSource
  /// The reports are asked about, and a data set is named beside them.
  case datasetBesideReports(String)
  /// The level has no cells in the generation; `known` have.
  case levelWithoutCells(level: String, known: [String])
  /// No cell of the level has a value of the exposure.
  case exposureNotOnLevel(exposure: String, level: String)
  /// Exposures are known by the cells of the base net, and another net is asked.
  case exposureOfBaseNet(exposure: String, net: String)
  /// No row has the categories; `known` are those there are. The data set is nil for the reports.
  case noSuchCategories([String], dataset: String?, known: [String])
  /// Neither a day nor a month.
  case notADate(text: String)
  /// The range ends before it begins.
  case emptyRange(from: String, to: String)
  /// The question asks for what the data set has no field for.
  case undeclared(Role, dataset: String)
  /// A batch is named whose state is not in the store: it was not published, or taken back.
  case noStateOfBatch(Int64)
  /// The batch is of another data set than the one asked about.
  case batchOfOther(Int64, dataset: String, asked: String)
  /// A batch is named, and reports come in none.
  case reportsHaveNoBatches(Int64)
  /// The data set, or that of the reports where none is named, is of a level of sensitivity of which one table
  /// is published, and these settings, by their names, cut another one.
  case otherTable(settings: [String], dataset: String?, level: Int)
  /// Smaller counts are asked for than are shown of a data set of this level of sensitivity.
  case smallK(Int, least: Int, dataset: String?, level: Int)
  /// Not every row has one fate; nothing is answered then.
  case unbalanced(RowBalance)

  package var kind: FailureKind {
    switch self {
    case .levelWithoutCells, .noSuchCategories: .notFound
    case .noSource, .datasetBesideReports, .exposureNotOnLevel, .exposureOfBaseNet, .notADate,
      .emptyRange, .undeclared,
      .batchOfOther, .reportsHaveNoBatches, .smallK:
      .invalid
    case .noStateOfBatch: .conflict
    case .otherTable: .withheld
    case .unbalanced: .failed
    }
  }
}
