/// A named part of a score.
package struct ScorePart: Sendable, Equatable {
  package enum Name: Sendable, Hashable {
    /// How far its use lies above its peers'.
    case deviation
    /// How many more people the use implies than are known.
    case excess
    case evidence(Evidence.Kind)
  }

  package var name: Name
  /// Below 0 where it speaks against.
  package var points: Double

  package init(_ name: Name, _ points: Double) { (self.name, self.points) = (name, points) }
}
