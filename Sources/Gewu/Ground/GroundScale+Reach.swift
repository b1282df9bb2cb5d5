import Geometry
import Grids
import Synchronization

extension GroundScale {
  /// The width in metres up to which a strip between cells is taken for a slip of the pen: 10 cm, the
  /// accuracy of a good survey, and as far as a repair moves positions where nothing else is said.
  static let gapWidth = 0.1

  /// What is near on the ground of the store; nil where nothing is to be.
  ///
  /// The lengths of units are those in the middle of a square of some 100 m around a position: they
  /// change by less than a hundred-thousandth within it up to 60 degrees of latitude.
  func reach(metres: Double) -> Reach? {
    guard metres > 0 else { return nil }
    let side = isGeographic ? 1.0 / 1024 : 128
    let known = Squares()
    return Reach(metres: metres) { position in
      let square = Squares.Key(x: (position.x / side).rounded(), y: (position.y / side).rounded())
      // Near a pole too much changes within a square.
      guard !isGeographic || abs(position.y) < 85 else { return lengths(at: position) }
      return known.lengths(in: square) {
        lengths(at: Coordinate(x: square.x * side, y: square.y * side))
      }
    }
  }

  /// How many metres a unit of `x` and one of `y` are long.
  private func lengths(at position: Coordinate) -> (x: Double, y: Double) {
    guard let ground = ground(at: position) else { return (1, 1) }
    // At a pole, where meridians meet, a degree of longitude is no length.
    return (max(ground.metresPerX, ground.metresPerY / 100), ground.metresPerY)
  }
}

/// The lengths of units in squares that were asked for: a repair asks millions of times, and each
/// answer takes three changes of the reference system.
private final class Squares: Sendable {
  struct Key: Hashable {
    var x: Double
    var y: Double
  }

  private let known = Mutex<[Key: (x: Double, y: Double)]>([:])
  /// More are not kept: the border of a country.
  private static let most = 1 << 20

  func lengths(
    in square: Key, _ measure: () -> (x: Double, y: Double)
  ) -> (x: Double, y: Double) {
    if let lengths = known.withLock({ $0[square] }) { return lengths }
    let lengths = measure()
    known.withLock { if $0.count < Self.most { $0[square] = lengths } }
    return lengths
  }
}
