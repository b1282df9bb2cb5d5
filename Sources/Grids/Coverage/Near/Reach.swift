public import Geometry

/// Within what distance cells that do not touch are taken to be meant to.
///
/// ```swift
/// let reach = Reach(metres: 0.1) { _ in (x: 1, y: 1) }
/// let coverage = Coverage(cells: cells, reach: reach)
/// ```
public struct Reach: Sendable {
  /// The width of the widest slit, in metres.
  public let metres: Double
  /// How many metres a unit of `x` and one of `y` are long at a position.
  let scale: @Sendable (Coordinate) -> (x: Double, y: Double)

  /// - Parameters:
  ///   - metres: the width of the widest slit; nothing is near anything else where it is 0.
  ///   - scale: how many metres a unit of `x` and one of `y` are long at a position.
  public init(
    metres: Double, scale: @escaping @Sendable (Coordinate) -> (x: Double, y: Double)
  ) {
    self.metres = metres
    self.scale = scale
  }
}
