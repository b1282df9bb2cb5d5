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
