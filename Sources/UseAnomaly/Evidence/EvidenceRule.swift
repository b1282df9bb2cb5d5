/// From when on a piece of evidence counts, and how much.
package struct EvidenceRule: Sendable, Equatable {
  /// From which number on it counts, or up to which where less is more telling.
  package var limit: Double
  /// Points; they are taken off where it speaks against.
  package var points: Double

  package init(limit: Double, points: Double) { (self.limit, self.points) = (limit, points) }
}
