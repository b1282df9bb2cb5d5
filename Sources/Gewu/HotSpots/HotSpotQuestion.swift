package import HotSpots

/// What to look for hot spots of, and how.
package struct HotSpotQuestion: Sendable {
  /// The data set whose rows are counted.
  package var dataset: String
  /// Only rows of this category.
  package var category: String?
  /// Only rows of this day or later (`YYYY-MM-DD`).
  package var from: String?
  /// Only rows of this day or earlier (`YYYY-MM-DD`).
  package var to: String?
  /// The level whose cells are compared; the leaf level where none is named.
  package var level: String?
  /// The exposure that counts are divided by, named in a manifest.
  package var exposure: String?
  /// The local statistic.
  package var method: HotSpotMethod
  /// Which cells are neighbours.
  package var weights: SpatialWeights.Rule
  /// How many permutations per cell; 0 leaves only the analytic p.
  package var permutations: Permutations
  /// The seed of the permutations.
  package var seed: UInt64
  /// Whether p-values are adjusted for the number of cells (Benjamini-Hochberg).
  package var adjustsForMultipleTesting: Bool
  /// What becomes of cells without a neighbour.
  package var islands: SpatialWeights.Islands
  /// The number of threads; the answer does not depend on it.
  package var threads: Int

  /// Asks with the defaults of the command line.
  package init(
    dataset: String, category: String? = nil, from: String? = nil, to: String? = nil,
    level: String? = nil, exposure: String? = nil, method: HotSpotMethod = .giStar,
    weights: SpatialWeights.Rule = .queen, permutations: Permutations = .adaptive,
    seed: UInt64 = 1, adjustsForMultipleTesting: Bool = true,
    islands: SpatialWeights.Islands = .keep, threads: Int = 2
  ) {
    self.dataset = dataset
    self.category = category
    self.from = from
    self.to = to
    self.level = level
    self.exposure = exposure
    self.method = method
    self.weights = weights
    self.permutations = permutations
    self.seed = seed
    self.adjustsForMultipleTesting = adjustsForMultipleTesting
    self.islands = islands
    self.threads = threads
  }
}
