public import Geometry
import Synchronization

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

extension Reach {
  /// The same, asking for the scale at a position once: where it is asked for again and again, as by a
  /// repair, the reference system is what takes the time.
  func remembering() -> Reach {
    let known = KnownScales()
    return Reach(metres: metres) { [scale] in known.scale(at: $0, scale) }
  }
}

/// The scales at the positions that were asked for.
private final class KnownScales: Sendable {
  private struct Table {
    var positions = IndexTable<Coordinate>(capacity: 1024)
    var scales: ContiguousArray<(x: Double, y: Double)> = []
    /// The one that was asked for last, which often is the next.
    var last: Int32 = -1
  }

  private let table = Mutex(Table())

  func scale(
    at position: Coordinate, _ compute: (Coordinate) -> (x: Double, y: Double)
  ) -> (x: Double, y: Double) {
    table.withLock { table in
      if table.last >= 0, table.positions.keys[Int(table.last)] == position {
        return table.scales[Int(table.last)]
      }
      let (index, isNew) = table.positions.index(of: position)
      if isNew { table.scales.append(compute(position)) }
      table.last = index
      return table.scales[Int(index)]
    }
  }
}
