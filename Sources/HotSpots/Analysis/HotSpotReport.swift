/// The rows of a hot-spot analysis, with what one must know to read them.
public struct HotSpotReport: Sendable, Equatable {
  /// One row per cell, in the order in which the cells were given.
  public var cells: [HotSpotCell]

  /// How the rows were made.
  public var summary: HotSpotSummary

  /// What the reader should beware of.
  public var warnings: [HotSpotWarning]

  /// Who was whose neighbour, links to the nearest cell included.
  public var weights: SpatialWeights

  /// Makes a report.
  public init(
    cells: [HotSpotCell], summary: HotSpotSummary, warnings: [HotSpotWarning],
    weights: SpatialWeights
  ) {
    self.weights = weights
    self.cells = cells
    self.summary = summary
    self.warnings = warnings
  }
}

/// How a hot-spot report was made: enough to make it again.
public struct HotSpotSummary: Sendable, Equatable, Codable {
  /// Which level of false discoveries the permutations can ever reach.
  public struct Attainability: Sendable, Equatable, Codable {
    /// The level of the adjusted p: 0.10, 0.05 or 0.01.
    public var level: Double

    /// Whether one cell alone could reach it, at the smallest p there is.
    public var isLoneDiscoveryPossible: Bool

    /// How many cells must have the smallest p together to reach it.
    public var cellsNeeded: Int

    /// How many permutations would let one cell alone reach it.
    public var permutationsNeeded: Int

    /// How many cells could not reach it alone whatever the permutations, for want of neighbours.
    public var cellsBarred: Int

    enum CodingKeys: String, CodingKey {
      case level
      case isLoneDiscoveryPossible = "lone_discovery_possible"
      case cellsNeeded = "cells_needed"
      case permutationsNeeded = "permutations_needed"
      case cellsBarred = "cells_barred"
    }
  }

  /// The statistic.
  public var method: HotSpotMethod

  /// The number of cells of the report.
  public var cells: Int

  /// The number of cells with a value: n of the formulas.
  public var used: Int

  /// The number of cells with a z: m of the adjustment.
  public var tested: Int

  /// The number of cells with a value and without a neighbour that has one.
  public var isolates: Int

  /// The number of cells without a value.
  public var lowData: Int

  /// The rule of the permutations.
  public var rule: Permutations

  /// The greatest number of permutations per cell; 0 where p is analytic.
  public var permutations: Int

  /// The number of permutations of all cells.
  public var draws: Int

  /// The seed of the draws.
  public var seed: UInt64

  /// How p was adjusted.
  public var fdr: FalseDiscoveryRate

  /// What became of cells without a neighbour.
  public var islands: SpatialWeights.Islands

  /// How many of them have the nearest cell as a neighbour.
  public var linked: Int

  /// The smallest two-sided p that the permutations can give: 2/(R + 1).
  public var smallestP: Double?

  /// What the levels ask for, where p is permuted and adjusted.
  public var attainability: [Attainability]

  enum CodingKeys: String, CodingKey {
    case method, cells, used, tested, isolates
    case lowData = "low_data"
    case rule = "permutation_rule"
    case permutations, draws, seed, fdr, islands, linked
    case smallestP = "smallest_p"
    case attainability
  }

  /// Counts the statuses of a run and works out what it can attain.
  init(of run: HotSpotAnalysis, statistics: [CellStatistic], dropped: Int, linked: Int) {
    method = run.method
    cells = statistics.count
    lowData = statistics.count { $0.status == .missing }
    used = cells - lowData - dropped
    let defined = statistics.filter { $0.status == .defined }
    tested = defined.count
    isolates = statistics.count { $0.status == .isolate }
    rule = run.permutations
    permutations = run.permutations.limit(tests: tested)
    draws = statistics.reduce(0) { $0 + ($1.permutations ?? 0) }
    seed = run.seed
    fdr = run.fdr
    islands = run.islands
    self.linked = linked
    smallestP = permutations > 0 ? min(1, 2 / (Double(permutations) + 1)) : nil
    attainability = []
    guard let smallestP, fdr == .benjaminiHochberg, tested > 0 else { return }
    let tests = Double(tested)
    attainability = HotSpotClass.levels.reversed().map { level in
      // The least j with smallestP·m/j ≤ level, by the rule that gives the classes.
      let needed = (smallestP * tests / (level * (1 + 1e-12))).rounded(.up)
      return Attainability(
        level: level,
        isLoneDiscoveryPossible: HotSpotClass.reaches(level, smallestP * tests),
        cellsNeeded: Int(max(1, needed)),
        permutationsNeeded: Permutations.needed(for: level, tests: tested),
        cellsBarred: defined.count { !HotSpotClass.reaches(level, ($0.leastP ?? 1) * tests) })
    }
  }
}
