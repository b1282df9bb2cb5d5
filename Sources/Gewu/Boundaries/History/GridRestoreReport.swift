package import Warehouse

/// What restoring an earlier generation did.
package struct GridRestoreReport: Sendable, Equatable, Encodable {
  /// The cells of one level.
  package struct Level: Sendable, Equatable, Encodable {
    package var level: String
    /// How many cells it has.
    package var cells: Int
    /// How it differs from the generation made last before.
    package var changes: GridChanges
  }

  /// The new generation.
  package var generation: Int64
  /// The generation whose cells it has.
  package var restored: Int64
  /// The generation that was being prepared, and no more is.
  package var setAside: Int64?
  /// Whether the new generation is now the active one.
  package var activated: Bool
  /// The levels that have cells, top first.
  package var levels: [Level]
  /// What the check before activation found; nil where nothing was activated.
  package var check: GridCheckReport?

  private enum CodingKeys: String, CodingKey {
    case generation, restored, activated, levels
    case setAside = "set_aside"
  }
}
