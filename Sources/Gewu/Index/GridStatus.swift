/// Where a position lies in relation to the coverage.
public enum GridStatus: String, Sendable, Codable {
  /// In the interior of exactly one grid.
  case inside
  /// Exactly on an edge or a vertex, and given to exactly one grid.
  case border
  /// In no grid.
  case outside
  /// Not a position at all: not a number, infinite, or outside the reference system.
  case invalid
}
