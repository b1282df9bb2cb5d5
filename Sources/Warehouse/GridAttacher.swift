public import Geometry

/// What an import needs to know of the active generation: which cell a point is in, and which row
/// of `grid` that cell is.
public struct GridAttacher: Sendable {
  /// The generation.
  public let generation: Int64
  /// The leaf level, which points are looked up in.
  public let level: String
  /// For each cell of the locator its row in `grid`.
  public let gridIDs: [Int64]
  /// The cell that a position in the store's reference system is in, or -1.
  public let locate: @Sendable (Coordinate) -> Int32
  /// For each level the rows of its cells by code.
  public let codes: [String: [String: Int64]]

  /// Makes an attacher.
  public init(
    generation: Int64, level: String, gridIDs: [Int64], codes: [String: [String: Int64]] = [:],
    locate: @escaping @Sendable (Coordinate) -> Int32
  ) {
    self.generation = generation
    self.level = level
    self.gridIDs = gridIDs
    self.codes = codes
    self.locate = locate
  }
}
