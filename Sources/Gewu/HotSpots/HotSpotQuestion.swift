/// What to look for hot spots of, and how.
public struct HotSpotQuestion: Sendable {
  /// The data set whose rows are counted.
  public var dataset: String
  /// Only rows of this category.
  public var category: String?
  /// Only rows of this day or later (`YYYY-MM-DD`).
  public var from: String?
  /// Only rows of this day or earlier (`YYYY-MM-DD`).
  public var to: String?
  /// The level whose cells are compared; the leaf level where none is named.
  public var level: String?
  /// The exposure that counts are divided by, named in a manifest.
  public var exposure: String?
  /// The number of permutations; 0 leaves only the analytic p.
  public var permutations: Int
  /// The seed of the permutations.
  public var seed: UInt64
  /// Whether p-values are adjusted for the number of cells (Benjamini-Hochberg).
  public var adjustsForMultipleTesting: Bool
  /// The number of threads; the answer does not depend on it.
  public var threads: Int

  /// Asks with the defaults of the command line.
  public init(
    dataset: String, category: String? = nil, from: String? = nil, to: String? = nil,
    level: String? = nil, exposure: String? = nil, permutations: Int = 999, seed: UInt64 = 1,
    adjustsForMultipleTesting: Bool = true, threads: Int = 2
  ) {
    self.dataset = dataset
    self.category = category
    self.from = from
    self.to = to
    self.level = level
    self.exposure = exposure
    self.permutations = permutations
    self.seed = seed
    self.adjustsForMultipleTesting = adjustsForMultipleTesting
    self.threads = threads
  }
}
