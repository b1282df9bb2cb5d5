/// What a check of a generation's boundaries found, level by level.
public struct GridCheckReport: Sendable, Equatable, Codable {
  /// One fault, or one thing worth knowing, at one place.
  public struct Problem: Sendable, Equatable, Codable {
    /// The sort of fault: `gap`, `overlap`, `mismatched_edge`, `t_junction`,
    /// `invalid_ring`, `missing_parent`, `missing_boundary`, `outside_parent`,
    /// `area_balance`; among the notes `self_touch`.
    public var kind: String
    /// The codes of the cells concerned.
    public var cells: [String]
    /// Where it is: longitude and latitude in WGS 84 degrees.
    public var at: [Double]
    /// The area concerned in square metres, 0 for a line or a point.
    ///
    /// Computed on a sphere at the place: good to 1 %, meant for sorting.
    public var area: Double
    /// The length concerned in metres, 0 where an area or a point is concerned.
    public var length: Double
  }

  /// What was found on one level.
  public struct Level: Sendable, Equatable, Codable {
    /// The level's name.
    public var level: String
    /// How many cells it has.
    public var cells: Int
    /// What makes the coverage invalid.
    public var problems: [Problem]
    /// What is accepted and worth knowing.
    public var notes: [Problem]
  }

  /// The generation.
  public var generation: Int64
  /// Whether nothing was found but notes.
  public var valid: Bool
  /// How many households the grids have; nil where no data set tells.
  public var sizes: GridSizeReport?
  /// The levels that have cells, top first.
  public var levels: [Level]

  /// The number of problems on all levels.
  public var problemCount: Int { levels.reduce(0) { $0 + $1.problems.count } }
}
