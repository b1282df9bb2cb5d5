/// A cell as lists and pages show it.
package struct GridSummary: Sendable, Equatable, Codable {
  package var level: String
  /// The code, unique within the level.
  package var code: String
  /// The name, where the cell has one.
  package var name: String?
  /// The code of the cell above.
  package var parent: String?
  /// The share of the area that lies in the cell above, where it was measured.
  package var parentShare: Double?
  /// Whether the boundary is the union of the cells below.
  package var isDerived: Bool
  /// The least box around the cell: west, south, east, north, in WGS 84 degrees; west is greater than
  /// east where it lies across the antimeridian.
  package var bbox: [Double]

  package enum CodingKeys: String, CodingKey {
    case level, code, name, parent
    case parentShare = "parent_share"
    case isDerived = "derived"
    case bbox
  }
}

/// A cell with the cells above it.
package struct GridDetail: Sendable, Equatable, Codable {
  package var grid: GridSummary
  /// The cells from the top level down to this one.
  package var path: [LocateAnswer.Step]
  /// The generation that it belongs to.
  package var generation: Int64
}

/// A level of the active generation as lists and pages show it.
package struct LevelSummary: Sendable, Equatable, Codable {
  package var level: String
  /// The depth: 0 is the top level.
  package var rank: Int
  /// How many cells it has.
  package var cells: Int
  /// Whether all of its boundaries are unions of the cells below.
  package var isDerived: Bool

  package enum CodingKeys: String, CodingKey {
    case level, rank, cells
    case isDerived = "derived"
  }
}
