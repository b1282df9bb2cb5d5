import Geometry
import Grids

extension GroundScale {
  /// The width in metres up to which a strip between cells is taken for a slip of the pen: 10 cm, the
  /// accuracy of a good survey, and as far as a repair moves positions where nothing else is said.
  static let gapWidth = 0.1

  /// What is near on the ground of the store; nil where nothing is to be.
  func reach(metres: Double) -> Reach? {
    guard metres > 0 else { return nil }
    return Reach(metres: metres) { position in
      guard let ground = ground(at: position) else { return (1, 1) }
      // At a pole, where meridians meet, a degree of longitude is no length.
      return (max(ground.metresPerX, ground.metresPerY / 100), ground.metresPerY)
    }
  }
}
