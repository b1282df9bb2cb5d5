/// How many households the grids of a generation have, measured by the norm of their kind; something
/// to know, not a fault of the boundaries.
public struct GridSizeReport: Sendable, Equatable, Codable {
  /// A grid that is too large or too small.
  public struct Grid: Sendable, Equatable, Codable {
    /// The code.
    public var code: String
    /// `urban` or `rural`.
    public var kind: String
    /// Its households.
    public var households: Int
    /// The norm of its kind.
    public var norm: Int
  }

  /// The data set that the households are counted from.
  public var dataset: String
  /// The households that are in a grid.
  public var households: Int
  /// The norm of urban grids.
  public var urbanNorm: Int
  /// The norm of rural grids.
  public var ruralNorm: Int
  /// Grids with more households than the norm, the largest first.
  public var over: [Grid]
  /// Grids with less than half of the norm, the smallest first.
  public var under: [Grid]

  /// The names in JSON.
  public enum CodingKeys: String, CodingKey {
    case dataset, households, over, under
    case urbanNorm = "urban_norm"
    case ruralNorm = "rural_norm"
  }
}
