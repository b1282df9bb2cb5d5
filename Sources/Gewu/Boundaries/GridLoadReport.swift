package import Grids
package import Warehouse

/// What loading a level did.
package struct GridLoadReport: Sendable, Equatable {
  /// How the cells of the level came to their parents, in cells.
  package struct Parents: Sendable, Equatable, Codable {
    /// By a field of the file.
    package var field = 0
    /// By a table of children and parents.
    package var table = 0
    /// By the largest shared area.
    package var containment = 0
    /// Not at all: there is no level above, or nothing tells.
    package var none = 0
  }

  /// The generation that the level was loaded into.
  package var generation: Int64
  package var level: String
  /// How many cells the level now has.
  package var cells: Int
  /// The numbers of the features left out: neither a surface nor a code.
  package var skipped: [Int]
  /// The codes of the cells that cross the antimeridian, and were cut along it or taken the shorter way
  /// across it.
  package var cut: [String] = []
  /// The codes of the cells whose parts were joined and overlap; what these share is there once.
  package var overlapping: [String] = []
  /// The cells with edges more than 0.1 m off their places in the file; nil where there are none.
  package var bent: BentEdges?
  /// How the level differs from the generation before.
  package var changes: GridChanges
  /// How its cells came to their parents.
  package var parents: Parents
  /// Whether the generation is now the active one.
  package var activated: Bool
  /// The codes of the level that break the grammar of the net; empty where they may be any.
  package var badCodes: [CodeFault] = []
  /// What a drawing holds besides its cells; nil for any other file.
  package var drawing: DrawingReport?
  /// What the check before activation found; nil where nothing was activated.
  package var check: GridCheckReport?
}
