/// Something that the reader of a hot-spot report should beware of, with its figures.
public enum HotSpotWarning: Sendable, Equatable {
  /// Fewer cells have a value than are commonly thought enough for the normal z.
  case fewCells(used: Int, enough: Int)

  /// All values are equal: there is nothing to find.
  case constant

  /// Some cells have no neighbour with a value, and were not tested; where they are dropped, the
  /// others were analysed without them.
  case isolates(cells: Int, areDropped: Bool)

  /// Some cells have no neighbour, and were given the nearest cell as one.
  case linkedIslands(cells: Int)

  /// Some cells have no exposure, and so no rate.
  case noExposure(cells: Int)

  /// Some cells have a small p on the side opposite to their z.
  case oppositeSides(cells: Int)

  /// p rests on the normal distribution, which fits sparse counts poorly.
  case analyticOnly

  /// A lone cell cannot reach 0.05 after the adjustment: `needed` of the `tested` cells must have
  /// the smallest p together, and one alone needs as many permutations as are given last.
  case fewPermutations(permutations: Int, tested: Int, needed: Int, permutationsNeeded: Int)

  /// Some cells have so few neighbours that they cannot reach 0.05 alone after the adjustment,
  /// however often one permutes.
  case fewArrangements(cells: Int, tested: Int)

  /// Some cells are more than three standard deviations above the mean and not hot, since the cells
  /// around them are not high; the highest is named.
  case loneHigh(cells: Int, highest: String, count: Int)

  /// What kind it is; the raw values are part of the contract.
  public enum Kind: String, Sendable, CaseIterable {
    /// Fewer than 30 cells have a value.
    case fewCells = "few_cells"

    /// All values are equal.
    case constant

    /// Some cells have no neighbour with a value.
    case isolates

    /// Some cells were given the nearest one as a neighbour.
    case linkedIslands = "linked_islands"

    /// Some cells have no exposure.
    case noExposure = "no_exposure"

    /// Some cells have a small p on the side opposite to their z.
    case oppositeSides = "opposite_sides"

    /// There were no permutations.
    case analyticOnly = "analytic_only"

    /// A lone cell cannot reach 0.05 after the adjustment.
    case fewPermutations = "few_permutations"

    /// Some cells have too few neighbours to reach 0.05 alone after the adjustment.
    case fewArrangements = "few_arrangements"

    /// Some cells are high, but alone.
    case loneHigh = "lone_high"
  }

  /// What kind it is.
  public var kind: Kind {
    switch self {
    case .fewCells: .fewCells
    case .constant: .constant
    case .isolates: .isolates
    case .linkedIslands: .linkedIslands
    case .noExposure: .noExposure
    case .oppositeSides: .oppositeSides
    case .analyticOnly: .analyticOnly
    case .fewPermutations: .fewPermutations
    case .fewArrangements: .fewArrangements
    case .loneHigh: .loneHigh
    }
  }
}

extension HotSpotWarning {
  /// The least number of cells for which the normal z is commonly trusted.
  static let enoughCells = 30

  /// How many standard deviations above the mean a value is high by itself.
  static let farDeviate = 3.0

  /// The warnings that a run gives rise to.
  static func warnings(
    of run: HotSpotSummary, incomplete: Int = 0, isConstant: Bool, contradictions: Int,
    loneHighs: [HotSpotCell]
  ) -> [HotSpotWarning] {
    var warnings: [HotSpotWarning] = []
    if run.used < enoughCells { warnings.append(.fewCells(used: run.used, enough: enoughCells)) }
    if isConstant { warnings.append(.constant) }
    if run.isolates > 0 {
      warnings.append(.isolates(cells: run.isolates, areDropped: run.islands == .drop))
    }
    if run.linked > 0 { warnings.append(.linkedIslands(cells: run.linked)) }
    if run.lowData > incomplete {
      warnings.append(.noExposure(cells: run.lowData - incomplete))
    }
    if contradictions > 0 { warnings.append(.oppositeSides(cells: contradictions)) }
    if let highest = loneHighs.first {
      warnings.append(
        .loneHigh(cells: loneHighs.count, highest: highest.code, count: highest.count ?? 0))
    }
    if run.permutations == 0 { warnings.append(.analyticOnly) }
    guard let limit = run.attainability.first(where: { $0.level == 0.05 }) else { return warnings }
    if !limit.isLoneDiscoveryPossible {
      warnings.append(
        .fewPermutations(
          permutations: run.permutations, tested: run.tested, needed: limit.cellsNeeded,
          permutationsNeeded: limit.permutationsNeeded))
    }
    if limit.cellsBarred > 0 {
      warnings.append(.fewArrangements(cells: limit.cellsBarred, tested: run.tested))
    }
    return warnings
  }
}
