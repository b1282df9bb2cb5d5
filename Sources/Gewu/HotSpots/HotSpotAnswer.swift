package import HotSpots

/// The cells of a level with their statistics and classes, and how they came about.
package struct HotSpotAnswer: Sendable, Equatable, Codable {
  /// How the answer came about.
  package var provenance: HotSpotProvenance
  /// One row a cell, in the order of the codes.
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
package struct HotSpotProvenance: Sendable, Equatable, Codable {
  /// The data set whose rows were counted.
  package var dataset: String
  /// Only rows of this category were counted.
  package var category: String?
  /// Only rows of this day or later.
  package var from: String?
  /// Only rows of this day or earlier.
  package var to: String?
  /// The level whose cells were compared.
  package var level: String
  /// The generation of the boundaries.
  package var generation: Int64
  /// Whether that generation's coverage passed its check.
  package var isCoverageValid: Bool
  /// The exposure that counts were divided by.
  package var exposure: String?
  /// How neighbours were chosen: cells that share an edge or a corner.
  package var weights = "queen"
  /// The rows that the question let through.
  package var rowsIn: Int
  /// Those of them that have a grid.
  package var rowsAttached: Int
  /// Those of them that were counted in a cell of the level.
  package var rowsUsed: Int
  /// How the statistic was computed: cells, isolates, permutations, seed, adjustment.
  package var summary: HotSpotSummary
  /// What to bear in mind, in English and Chinese.
  package var warnings: [HotSpotWarning]

  package enum CodingKeys: String, CodingKey {
    case dataset, category, from, to, level, generation, exposure, weights, summary, warnings
    case isCoverageValid = "coverage_valid"
    case rowsIn = "rows_in"
    case rowsAttached = "rows_attached"
    case rowsUsed = "rows_used"
  }
}

extension HotSpotWarning {
  /// Rows that keep the cell they had before the boundaries changed.
  static func earlierGeneration(rows: Int, dataset: String) -> HotSpotWarning {
    HotSpotWarning(
      code: .earlierGeneration,
      en: """
        \(rows) rows have a cell of an earlier generation and were not counted; \
        `gewu attach --dataset \(dataset)` attaches them to the present one.
        """,
      zh: "\(rows) 行仍挂接在旧版网格上，未计入；请运行 `gewu attach --dataset \(dataset)` 重新挂接。")
  }

  /// A data set of which no row has a cell.
  static func unattached(rows: Int) -> HotSpotWarning {
    HotSpotWarning(
      code: .unattached,
      en: "None of the \(rows) rows is attached to a cell, so there is nothing to compare.",
      zh: "\(rows) 行均未挂接到网格，无从比较。")
  }
}
