public import HotSpots

/// How a hot-spot answer came about: enough to make it again, and to judge it.
public struct HotSpotProvenance: Sendable, Equatable, Codable {
  /// The data set whose rows were counted.
  public var dataset: String
  /// Only rows of this category were counted.
  public var category: String?
  /// Only rows of this day or later.
  public var from: String?
  /// Only rows of this day or earlier.
  public var to: String?
  /// The level whose cells were compared.
  public var level: String
  /// The generation of the boundaries.
  public var generation: Int64
  /// Whether that generation's coverage passed its check.
  public var isCoverageValid: Bool
  /// The exposure that counts were divided by.
  public var exposure: String?
  /// How neighbours were chosen: cells that share an edge or a corner.
  public var weights = "queen"
  /// The rows that the question let through.
  public var rowsIn: Int
  /// Those of them that have a grid.
  public var rowsAttached: Int
  /// Those of them that were counted in a cell of the level.
  public var rowsUsed: Int
  /// How the statistic was computed: cells, isolates, permutations, seed, adjustment.
  public var summary: HotSpotSummary
  /// What to bear in mind, in English and Chinese.
  public var warnings: [HotSpotWarning]

  /// The names in JSON.
  public enum CodingKeys: String, CodingKey {
    case dataset, category, from, to, level, generation, exposure, weights, summary, warnings
    case isCoverageValid = "coverage_valid"
    case rowsIn = "rows_in"
    case rowsAttached = "rows_attached"
    case rowsUsed = "rows_used"
  }
}
