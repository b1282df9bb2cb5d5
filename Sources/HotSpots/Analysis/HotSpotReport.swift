/// The rows of a hot-spot analysis, with what one must know to read them.
public struct HotSpotReport: Sendable, Equatable {
  /// One row per cell, in the order in which the cells were given.
  public var cells: [HotSpotCell]

  /// How the rows were made.
  public var summary: HotSpotSummary

  /// What the reader should beware of.
  public var warnings: [HotSpotWarning]

  /// Makes a report.
  public init(cells: [HotSpotCell], summary: HotSpotSummary, warnings: [HotSpotWarning]) {
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

    enum CodingKeys: String, CodingKey {
      case level
      case isLoneDiscoveryPossible = "lone_discovery_possible"
      case cellsNeeded = "cells_needed"
      case permutationsNeeded = "permutations_needed"
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

  /// The number of permutations; 0 where p is analytic.
  public var permutations: Int

  /// The seed of the draws.
  public var seed: UInt64

  /// How p was adjusted.
  public var fdr: FalseDiscoveryRate

  /// The smallest two-sided p that the permutations can give: 2/(R + 1).
  public var smallestP: Double?

  /// What the adjusted levels ask for, where p is permuted and adjusted.
  public var attainability: [Attainability]

  enum CodingKeys: String, CodingKey {
    case method, cells, used, tested, isolates
    case lowData = "low_data"
    case permutations, seed, fdr
    case smallestP = "smallest_p"
    case attainability
  }

  /// Counts the statuses of a run and works out what it can attain.
  init(
    method: HotSpotMethod, statuses: [CellStatistic.Status], permutations: Int, seed: UInt64,
    fdr: FalseDiscoveryRate
  ) {
    self.method = method
    cells = statuses.count
    lowData = statuses.count { $0 == .missing }
    used = cells - lowData
    tested = statuses.count { $0 == .defined }
    isolates = statuses.count { $0 == .isolate }
    self.permutations = permutations
    self.seed = seed
    self.fdr = fdr
    smallestP = permutations > 0 ? min(1, 2 / Double(permutations + 1)) : nil
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
        permutationsNeeded: Int((2 * tests / (level * (1 + 1e-12))).rounded(.up)) - 1)
    }
  }
}
