public import Geometry

extension District {
  /// The levels of the active generation that have cells, top first.
  public func levels() throws -> [LevelSummary] {
    try snapshot().levels
  }

  /// The cells of one level, or of all; see ``GridSnapshot/grids(level:within:)``.
  public func grids(level: String? = nil, within box: Box? = nil) throws -> [GridSummary] {
    try snapshot().grids(level: level, within: box)
  }

  /// The cells of one level with their boundaries; see ``GridSnapshot/boundaries(level:within:)``.
  public func boundaries(
    level: String, within box: Box? = nil
  ) throws -> [(grid: GridSummary, boundary: MultiPolygon)] {
    try snapshot().boundaries(level: level, within: box)
  }

  /// One cell with the cells above it; see ``GridSnapshot/grid(code:level:)``.
  public func grid(code: String, level: String? = nil) throws -> GridDetail {
    try snapshot().grid(code: code, level: level)
  }

  /// One cell with its boundary; see ``GridSnapshot/boundary(code:level:)``.
  public func boundary(
    code: String, level: String? = nil
  ) throws -> (grid: GridSummary, boundary: MultiPolygon) {
    try snapshot().boundary(code: code, level: level)
  }
}
