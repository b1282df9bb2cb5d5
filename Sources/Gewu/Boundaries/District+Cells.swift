package import Geometry

extension District {
  /// The levels of the active generation that have cells, top first.
  package func levels() throws -> [LevelSummary] {
    try snapshot().levels
  }

  /// The cells of one level, or of all; see ``GridSnapshot/grids(level:within:)``.
  package func grids(level: String? = nil, within window: MapWindow? = nil) throws -> [GridSummary]
  {
    try snapshot().grids(level: level, within: window)
  }

  /// The cells of one level with their boundaries; see ``GridSnapshot/boundaries(level:within:)``.
  package func boundaries(
    level: String, within window: MapWindow? = nil
  ) throws -> [(grid: GridSummary, boundary: MultiPolygon)] {
    try snapshot().boundaries(level: level, within: window)
  }

  /// One cell with the cells above it; see ``GridSnapshot/grid(code:level:)``.
  package func grid(code: String, level: String? = nil) throws -> GridDetail {
    try snapshot().grid(code: code, level: level)
  }

  /// One cell with its boundary; see ``GridSnapshot/boundary(code:level:)``.
  package func boundary(
    code: String, level: String? = nil
  ) throws -> (grid: GridSummary, boundary: MultiPolygon) {
    try snapshot().boundary(code: code, level: level)
  }
}
