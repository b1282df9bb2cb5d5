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

  /// Those of rows that are in any cell, in whichever.
  static let inCells: [RowFate] = [.counted, .otherLevel, .earlierGeneration, .withoutExposure]
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

  /// How many rows have a fate; 0 where that is withheld.
  package subscript(fate: RowFate) -> Int {
    get { counts[fate] ?? 0 }
    set { counts[fate] = newValue }
  }

  /// The fates whose rows are not told.
  package private(set) var withheld: Set<RowFate> = []
  /// Whether not even the sum is told.
  package private(set) var isTotalWithheld = false

  /// How many rows have a fate; nil where that is withheld.
  package func shown(_ fate: RowFate) -> Int? { withheld.contains(fate) ? nil : self[fate] }

  /// All rows; nil where that is withheld.
  package var shownTotal: Int? { isTotalWithheld ? nil : total }

  /// The rows in any cell; nil where that is withheld.
  package private(set) var attached: Int? {
    get { isAttachedKept ? keptAttached : RowFate.inCells.reduce(0) { $0 + self[$1] } }
    set { (isAttachedKept, keptAttached) = (true, newValue) }
  }
  private var isAttachedKept = false
  private var keptAttached: Int?

  /// The rows that the question lets through, in a cell or not; nil where that is withheld.
  package var inPeriod: Int? {
    guard let attached, let unattached = shown(.unattached) else { return nil }
    return attached + unattached
  }

  /// The same without what is small, and without what would tell it.
  ///
  /// Rows of 1 to k − 1 are withheld, and where they are not in cells, or all that are in cells are so few, the
  /// sum with them. Rows in cells are told together where they have several fates: how they are dealt differs
  /// from level to level.
  package func withholding(below k: Int) -> RowBalance {
    var balance = self
    let inCells = RowFate.inCells.reduce(0) { $0 + self[$1] }
    let isFew = 1..<k ~= inCells
    let small = RowFate.allCases.filter { !RowFate.inCells.contains($0) && 1..<k ~= self[$0] }
    balance.withheld = Set(small)
    if isFew || RowFate.inCells.count(where: { self[$0] > 0 }) > 1 {
      balance.withheld.formUnion(RowFate.inCells)
    }
    balance.attached = isFew ? nil : inCells
    balance.isTotalWithheld = isFew || !small.isEmpty
    for fate in balance.withheld { balance.counts[fate] = nil }
    if balance.isTotalWithheld { balance.total = 0 }
    return balance
  }

  /// Whether every row has one fate.
  package var isBalanced: Bool { total == RowFate.allCases.reduce(0) { $0 + self[$1] } }

  package static func == (one: RowBalance, other: RowBalance) -> Bool {
    one.total == other.total && one.attached == other.attached
      && one.withheld == other.withheld
      && one.isTotalWithheld == other.isTotalWithheld
      && RowFate.allCases.allSatisfy { one[$0] == other[$0] }
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
