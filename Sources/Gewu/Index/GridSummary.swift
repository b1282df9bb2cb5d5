/// A cell as lists and pages show it.
public struct GridSummary: Sendable, Equatable, Codable {
  /// The level's name.
  public var level: String
  /// The code, unique within the level.
  public var code: String
  /// The name, where the cell has one.
  public var name: String?
  /// The code of the cell above.
  public var parent: String?
  /// The share of the area that lies in the cell above, where it was measured.
  public var parentShare: Double?
  /// Whether the boundary is the union of the cells below.
  public var isDerived: Bool
  /// The least box around the cell: west, south, east, north, in WGS 84 degrees.
  public var bbox: [Double]

  /// The names in JSON.
  public enum CodingKeys: String, CodingKey {
    case level, code, name, parent
    case parentShare = "parent_share"
    case isDerived = "derived"
    case bbox
  }
}

/// A cell with the cells above it.
public struct GridDetail: Sendable, Equatable, Codable {
  /// The cell.
  public var grid: GridSummary
  /// The cells from the top level down to this one.
  public var path: [LocateAnswer.Step]
  /// The generation that it belongs to.
  public var generation: Int64
}

/// A level of the active generation as lists and pages show it.
public struct LevelSummary: Sendable, Equatable, Codable {
  /// The level's name.
  public var level: String
  /// The depth: 0 is the top level.
  public var rank: Int
  /// How many cells it has.
  public var cells: Int
  /// Whether all of its boundaries are unions of the cells below.
  public var isDerived: Bool

  /// The names in JSON.
  public enum CodingKeys: String, CodingKey {
    case level, rank, cells
    case isDerived = "derived"
  }
}
