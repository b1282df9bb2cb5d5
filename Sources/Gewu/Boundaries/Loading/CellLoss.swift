/// The refusal to activate a generation because too many of the cells that answer now are not in it;
/// nothing was changed.
package struct CellLoss: UseCaseError, Equatable, Sendable {
  /// The share of a level's cells, 0…1, that an activation may take away where nobody says otherwise.
  package static let usualLimit = 0.5

  package var generation: Int64
  /// The level that loses the greatest share of its cells.
  package var level: String
  /// How many of its cells have a code that the generation does not have.
  package var gone: Int
  /// How many cells it has now.
  package var before: Int
  /// The share that may go.
  package var limit: Double

  package init(generation: Int64, level: String, gone: Int, before: Int, limit: Double) {
    self.generation = generation
    self.level = level
    self.gone = gone
    self.before = before
    self.limit = limit
  }

  /// The share of its cells that the level loses, 0…1.
  package var share: Double { before == 0 ? 0 : Double(gone) / Double(before) }

  package var kind: FailureKind { .refused }
}
