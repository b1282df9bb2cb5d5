/// What became of a row that a question is about; the raw values are part of the contract.
///
/// In the order in which people read them. They are tested in another one, and the first that holds is
/// the row's: refused, outside the period, without a cell, of another generation, of another level,
/// without an exposure, counted.
package enum RowFate: String, Sendable, CaseIterable {
  /// In a cell that has a value, and part of it.
  case counted
  /// In a cell above the level, or in one that is below none of its cells.
  case otherLevel = "other_level"
  /// In a cell of another generation, or in one that may lack rows which are; see ``DoubtfulCells``.
  case earlierGeneration = "earlier_generation"
  case unattached
  /// Refused, and open: of no cell, day or category that is known.
  case quarantined
  /// Of another day, or without one, where a period is asked for.
  case outsidePeriod = "outside_period"
  /// On ground whose exposure is not known, or is nothing to divide by.
  case withoutExposure = "without_exposure"
}

/// Every row that a question is about, by what became of it.
package struct RowBalance: Sendable, Equatable {
  /// All rows, as they were read.
  package var total: Int
  private var counts: [RowFate: Int]

  package init(total: Int, _ counts: [RowFate: Int] = [:]) {
    self.total = total
    self.counts = counts
  }

  package subscript(fate: RowFate) -> Int {
    get { counts[fate] ?? 0 }
    set { counts[fate] = newValue }
  }

  /// Whether every row has one fate.
  package var isBalanced: Bool { total == RowFate.allCases.reduce(0) { $0 + self[$1] } }

  package static func == (one: RowBalance, other: RowBalance) -> Bool {
    one.total == other.total && RowFate.allCases.allSatisfy { one[$0] == other[$0] }
  }
}

/// What became of the rows of an exposure.
extension ExposureRows {
  /// The rows by the fates that there are.
  package var byFate: [(fate: RowFate, rows: Int)] {
    [
      (.counted, counted), (.unattached, unattached), (.quarantined, quarantined),
      (.withoutExposure, withoutExposure),
    ]
  }
}
