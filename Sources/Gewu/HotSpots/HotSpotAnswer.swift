package import HotSpots
package import Time
package import Warehouse

/// The cells of a level with their statistics and classes, and how they came about.
package struct HotSpotAnswer: Sendable, Equatable {
  /// How the answer came about.
  package var provenance: HotSpotProvenance
  /// One row per cell, in the order of the codes.
  package var cells: [HotSpotCell]

  /// The cells of the greatest z, the hottest first; at equal z by code.
  package func hottest(_ count: Int) -> [HotSpotCell] {
    Array(
      cells.filter { $0.z != nil }
        .sorted { ($0.z ?? 0, $1.code) > ($1.z ?? 0, $0.code) }
        .prefix(count))
  }
}

/// How a hot-spot answer came about: enough to make it again, and to judge it.
package struct HotSpotProvenance: Sendable, Equatable {
  /// Which rows were asked about, and by which cells.
  package var question: Question
  /// The latest batch of the rows.
  package var batch: BatchMark?
  /// The first day that counted, where one was asked for.
  package var countedFrom: String?
  /// The last day that counted, where one was asked for.
  package var countedTo: String?
  /// The zone of these days.
  package var zone: String
  /// The net whose cells were compared.
  package var net = Net.base
  /// The level whose cells were compared.
  package var level: String
  /// The generation of the boundaries.
  package var generation: Int64
  /// Whether that generation's coverage passed its check.
  package var isCoverageValid: Bool
  /// Where the exposure comes from.
  package var exposureSource: ExposureSource?
  /// How neighbours were chosen.
  package var weights = SpatialWeights.Rule.queen
  /// The SHA-256 of who is whose neighbour; see ``District/hash(of:codes:)``.
  package var weightsHash = ""
  /// The version of the product.
  package var version = Version.current
  /// The rows that the question let through; nil where that is withheld.
  package var rowsIn: Int?
  /// Those of them that have a grid; nil where that is withheld.
  package var rowsAttached: Int?
  /// What became of each row, those too that the question did not let through.
  package var balance: RowBalance
  /// How the statistic was computed: cells, isolates, permutations, seed, adjustment.
  package var summary: HotSpotSummary
  /// What is withheld; nil where nothing may be.
  package var withheld: Withheld?
  /// What to bear in mind.
  package var warnings: [HotSpotNote]

  /// The rows that were counted in a cell with a value; nil where that is withheld.
  package var rowsUsed: Int? { balance.shown(.counted) }

  /// What is withheld of an answer.
  package struct Withheld: Sendable, Equatable {
    /// The least count that is shown.
    package var k: Int
    /// How many cells are withheld.
    package var cells: Int

    package init(k: Int, cells: Int) {
      (self.k, self.cells) = (k, cells)
    }
  }
}

/// What to bear in mind of a hot-spot answer.
///
/// Rows are nil where their number is withheld. Where a data set is named, attaching its rows again helps.
package enum HotSpotNote: Sendable, Equatable {
  /// What the analysis itself warns of.
  case analysis(HotSpotWarning)
  /// Rows keep the cell that they had before the boundaries changed, or lie where such may, and were not
  /// counted.
  case earlierGeneration(rows: Int?, Remedy)
  /// Cells were drawn when rows had been attached to others that lay there; they have no value.
  case incompleteCells(cells: Int, Remedy)
  /// The exposure of cells is not known, since its rows were attached before these were drawn.
  case earlierExposure(cells: Int, dataset: String)
  /// Rows of the exposure are in no cell's amount; cells with a blank one have no exposure.
  case incompleteExposure(ExposureRows, cells: Int, dataset: String)
  /// Rows are known by a cell above the level only, or by one that lies in no cell of it.
  case otherLevel(rows: Int?, level: String)
  /// No row is attached to a cell.
  case unattached(rows: Int?)
  /// No row is in question; the source has rows of the days given, where it has any with a date. The
  /// data set is nil for the reports.
  case noRows(dataset: String?, first: String?, last: String?)
  /// Dates are known no more exactly than this, and the question was widened to the days given.
  case widened(DatePrecision, from: String?, to: String?)

  /// Counts below k are withheld, and those that would tell them; the statistics rest on what is shown.
  case withheld(cells: Int, k: Int)

  /// What makes rows of another generation count.
  package enum Remedy: Sendable, Equatable {
    /// Attaching the rows of a data set again.
    case attaching(dataset: String)
    case attachingReports
    /// Nothing: what was asked for is the past.
    case none
  }

  /// What kind it is; part of the contract.
  package var code: String {
    switch self {
    case .analysis(let warning): warning.kind.rawValue
    case .earlierGeneration: "earlier_generation"
    case .incompleteCells: "incomplete_cells"
    case .earlierExposure: "earlier_exposure"
    case .incompleteExposure: "incomplete_exposure"
    case .otherLevel: "other_level"
    case .unattached: "unattached"
    case .noRows: "no_rows"
    case .widened: "widened"
    case .withheld: "withheld"
    }
  }
}
