public import Grids
public import Warehouse

/// What loading a level did.
public struct GridLoadReport: Sendable, Equatable, Codable {
  /// How the cells of the level came to their parents, in cells.
  public struct Parents: Sendable, Equatable, Codable {
    /// By a field of the file.
    public var field = 0
    /// By a table of children and parents.
    public var table = 0
    /// By the largest shared area.
    public var containment = 0
    /// Not at all: there is no level above, or nothing tells.
    public var none = 0
  }

  /// The generation that the level was loaded into.
  public var generation: Int64
  /// The level.
  public var level: String
  /// How many cells the level now has.
  public var cells: Int
  /// The numbers of the features left out: neither a surface nor a code.
  public var skipped: [Int]
  /// How the level differs from the generation before.
  public var changes: GridChanges
  /// How its cells came to their parents.
  public var parents: Parents
  /// Whether the generation is now the active one.
  public var activated: Bool
  /// The codes of the level that break the grammar of the net; empty where they may be any.
  public var badCodes: [CodeFault] = []
  /// What the check before activation found; nil where nothing was activated.
  public var check: GridCheckReport?

  /// The names in JSON.
  public enum CodingKeys: String, CodingKey {
    case generation, level, cells, skipped, changes, parents, activated, check
    case badCodes = "bad_codes"
  }
}
