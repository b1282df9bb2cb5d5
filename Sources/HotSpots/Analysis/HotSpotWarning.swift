/// Something that the reader of a hot-spot report should beware of.
public struct HotSpotWarning: Sendable, Equatable, Codable {
  /// What kind it is, stable.
  public enum Kind: String, Sendable, Equatable, Codable, CaseIterable {
    /// Fewer than 30 cells have a value.
    case fewCells = "few_cells"

    /// A lone cell can not reach 0.05 after the adjustment.
    case fewPermutations = "few_permutations"

    /// p rests on the normal distribution, which fits sparse counts poorly.
    case analyticOnly = "analytic_only"

    /// Some cells have no neighbour with a value.
    case isolates

    /// Some cells have no exposure, and so no rate.
    case noExposure = "no_exposure"

    /// Some cells have a small p on the side opposite to their z.
    case oppositeSides = "opposite_sides"

    /// All values are equal: there is nothing to find.
    case constant

    /// Rows are attached to cells of an earlier generation, and were not counted.
    case earlierGeneration = "earlier_generation"

    /// No row is attached to a cell.
    case unattached
  }

  /// What kind it is.
  public var code: Kind

  /// The warning in English.
  public var en: String

  /// The warning in Chinese.
  public var zh: String

  /// Makes a warning.
  public init(code: Kind, en: String, zh: String) {
    self.code = code
    self.en = en
    self.zh = zh
  }
}

extension HotSpotWarning {
  /// The least number of cells for which the normal z is commonly trusted.
  static let enoughCells = 30

  /// The warnings that a run gives rise to.
  static func warnings(of run: HotSpotSummary, isConstant: Bool, contradictions: Int)
    -> [HotSpotWarning]
  {
    var warnings: [HotSpotWarning] = []
    if run.used < enoughCells {
      warnings.append(
        HotSpotWarning(
          code: .fewCells,
          en:
            "Only \(run.used) cells have a value; below \(enoughCells) the classes are unreliable.",
          zh: "仅有 \(run.used) 个单元有数值，少于 \(enoughCells) 个时分类结果不可靠。"))
    }
    if isConstant {
      warnings.append(
        HotSpotWarning(
          code: .constant,
          en: "All values are equal; no cell can be hot or cold.",
          zh: "所有数值相同，不存在热点或冷点。"))
    }
    if run.isolates > 0 {
      warnings.append(
        HotSpotWarning(
          code: .isolates,
          en: "\(run.isolates) cells have no neighbour with a value and were not tested.",
          zh: "\(run.isolates) 个单元没有带数值的邻接单元，未作检验。"))
    }
    if run.lowData > 0 {
      warnings.append(
        HotSpotWarning(
          code: .noExposure,
          en: "\(run.lowData) cells have no exposure, so no rate; they were left out.",
          zh: "\(run.lowData) 个单元缺少基数，无法计算比率，已排除。"))
    }
    if contradictions > 0 {
      warnings.append(
        HotSpotWarning(
          code: .oppositeSides,
          en: """
            In \(contradictions) cells z and the neighbours' values point to opposite sides; they \
            are classed as not significant.
            """,
          zh: "\(contradictions) 个单元的 z 值与其邻接单元的数值方向相反，归为不显著。"))
    }
    return warnings + [analyticOnly(run), fewPermutations(run)].compactMap(\.self)
  }

  private static func analyticOnly(_ run: HotSpotSummary) -> HotSpotWarning? {
    guard run.permutations == 0 else { return nil }
    return HotSpotWarning(
      code: .analyticOnly,
      en: "Without permutations p rests on the normal distribution, a poor fit to sparse counts.",
      zh: "未作置换检验，p 值基于正态分布，对稀疏计数的近似较差。")
  }

  private static func fewPermutations(_ run: HotSpotSummary) -> HotSpotWarning? {
    guard
      let limit = run.attainability.first(where: { $0.level == 0.05 }),
      !limit.isLoneDiscoveryPossible
    else { return nil }
    return HotSpotWarning(
      code: .fewPermutations,
      en: """
        With \(run.permutations) permutations adjusted p reaches 0.05 only where at least \
        \(limit.cellsNeeded) of \(run.tested) cells have the smallest p together; a single cell \
        needs \(limit.permutationsNeeded) permutations.
        """,
      zh: """
        置换 \(run.permutations) 次时，\(run.tested) 个单元中至少要有 \(limit.cellsNeeded) 个同时取得最小 p 值，\
        校正后的 p 值才能达到 0.05；单个单元需要 \(limit.permutationsNeeded) 次置换。
        """)
  }
}
