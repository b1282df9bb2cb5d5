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
  /// The data set whose rows were counted.
  package var dataset: String
  /// The latest batch of its current rows.
  package var batch: BatchMark?
  /// Only rows of this category were counted.
  package var category: String?
  /// Only rows of this day or later, as it was asked.
  package var from: String?
  /// Only rows of this day or earlier, as it was asked.
  package var to: String?
  /// The first day that counted, where one was asked for.
  package var countedFrom: String?
  /// The last day that counted, where one was asked for.
  package var countedTo: String?
  /// The zone of these days.
  package var zone: String
  /// The level whose cells were compared.
  package var level: String
  /// The generation of the boundaries.
  package var generation: Int64
  /// Whether that generation's coverage passed its check.
  package var isCoverageValid: Bool
  /// The exposure that counts were divided by.
  package var exposure: String?
  /// Where it comes from.
  package var exposureSource: ExposureSource?
  /// How neighbours were chosen.
  package var weights = SpatialWeights.Rule.queen
  /// The SHA-256 of who is whose neighbour; see ``District/hash(of:codes:)``.
  package var weightsHash = ""
  /// The version of the product.
  package var version = Version.current
  /// The rows that the question let through.
  package var rowsIn: Int
  /// Those of them that have a grid.
  package var rowsAttached: Int
  /// Those of them that were counted in a cell of the level.
  package var rowsUsed: Int
  /// How the statistic was computed: cells, isolates, permutations, seed, adjustment.
  package var summary: HotSpotSummary
  /// What to bear in mind.
  package var warnings: [HotSpotNote]
}

/// What to bear in mind of a hot-spot answer.
package enum HotSpotNote: Sendable, Equatable {
  /// What the analysis itself warns of.
  case analysis(HotSpotWarning)
  /// Rows keep the cell that they had before the boundaries changed, and were not counted.
  case earlierGeneration(rows: Int, dataset: String)
  /// No row is attached to a cell.
  case unattached(rows: Int)
  /// No row is in question; the data set has rows of the days given, where it has any with a date.
  case noRows(dataset: String, first: String?, last: String?)
  /// Dates are known no more exactly than this, and the question was widened to the days given.
  case widened(DatePrecision, from: String?, to: String?)

  /// What kind it is; part of the contract.
  package var code: String {
    switch self {
    case .analysis(let warning): warning.kind.rawValue
    case .earlierGeneration: "earlier_generation"
    case .unattached: "unattached"
    case .noRows: "no_rows"
    case .widened: "widened"
    }
  }
}
