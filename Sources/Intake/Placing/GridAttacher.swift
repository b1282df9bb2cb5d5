package import Geometry

/// What an import needs to know of the active generation: which cell a point is in, and which row
/// of `grid` that cell is.
package struct GridAttacher: Sendable {
  package let generation: Int64
  /// The leaf level, which points are looked up in.
  package let level: String
  /// For each cell of the locator its row in `grid`.
  package let gridIDs: [Int64]
  /// The cell that a position in the store's reference system is in, or -1.
  package let locate: @Sendable (Coordinate) -> Int32
  /// For each level the rows of its cells by code.
  package let codes: [String: [String: Int64]]

  /// For a level that was asked for: each leaf cell's ancestor there as its row in `grid`, 0 for
  /// none.
  package let ancestors: [String: [Int64]]
  /// How far the district reaches; nil where it has no cell.
  package let extent: DistrictExtent?

  package init(
    generation: Int64, level: String, gridIDs: [Int64], codes: [String: [String: Int64]] = [:],
    ancestors: [String: [Int64]] = [:], extent: DistrictExtent? = nil,
    locate: @escaping @Sendable (Coordinate) -> Int32
  ) {
    self.generation = generation
    self.level = level
    self.gridIDs = gridIDs
    self.codes = codes
    self.ancestors = ancestors
    self.extent = extent
    self.locate = locate
  }
}
