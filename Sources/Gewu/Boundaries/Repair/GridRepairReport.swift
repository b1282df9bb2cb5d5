import Grids

/// What is proposed to mend the boundaries of a generation.
public struct GridRepairReport: Sendable, Equatable, Codable {
  /// One change.
  public struct Change: Sendable, Equatable, Codable {
    /// `snap`, `split`, `fill_gap` or `cut_overlap`; see ``Grids/CoverageRepair/Step/Kind``.
    public var kind: String
    /// The codes of the cells concerned, the one that was changed first.
    public var cells: [String]
    /// Where it is: longitude and latitude in WGS 84 degrees.
    public var at: [Double]
    /// The area that changed hands in square metres.
    ///
    /// Computed on a sphere at the place: good to 1 %, meant for sorting.
    public var area: Double
    /// How far a position was moved or an edge bent, in metres.
    public var distance: Double
  }

  /// The changes of one level.
  public struct Level: Sendable, Equatable, Codable {
    /// The level's name.
    public var level: String
    /// How many problems it had.
    public var before: Int
    /// How many are left.
    public var after: Int
    /// The changes in their order.
    public var changes: [Change]
  }

  /// The generation that was looked at.
  public var generation: Int64
  /// The new generation that has the changes; nil where nothing was kept.
  public var proposed: Int64?
  /// Whether the result is valid on all levels.
  public var valid: Bool
  /// The levels that came from files, top first.
  public var levels: [Level]

  /// The number of changes on all levels.
  public var changeCount: Int { levels.reduce(0) { $0 + $1.changes.count } }
}

/// How far a repair of boundaries may go.
public struct GridRepairOptions: Sendable {
  /// How far a position may be moved, and an edge bent, in metres.
  public var tolerance: Double
  /// The greatest mean width of a gap or an overlap that is given to one of the cells around it, in
  /// metres.
  public var sliverWidth: Double

  /// Takes 10 cm and 1 m where nothing else is said: the accuracy of a good survey, and less than a
  /// footpath.
  public init(tolerance: Double = 0.1, sliverWidth: Double = 1) {
    self.tolerance = tolerance
    self.sliverWidth = sliverWidth
  }
}
