public import Geometry
import Grids
import Warehouse

/// A block of positions with their answers; its memory is used again for the next block.
public struct PointBatch: Sendable {
  /// The positions; answered, they are in the store's system.
  public var positions: [Coordinate] = []
  /// The answers, in the order of the positions.
  public private(set) var slots: [GridSlot] = []
  private var locations: [Location] = []

  /// Makes an empty block.
  public init() {}

  /// Answers all positions from one generation.
  public mutating func locate(with locator: PointLocator) {
    locator.locate(&positions, &locations)
    slots.removeAll(keepingCapacity: true)
    slots.reserveCapacity(positions.count)
    for (position, location) in zip(positions, locations) {
      let slot =
        location.cell >= 0
        ? location.cell << 1 | (location.isBorder ? 1 : 0) : position.x.isFinite ? -1 : -2
      slots.append(GridSlot(rawValue: slot))
    }
  }
}

extension PointLocator {
  /// Brings positions into the store's system, NaN where that cannot be, and finds their cells.
  fileprivate func locate(_ positions: inout [Coordinate], _ locations: inout [Location]) {
    toStore.transformInPlace(&positions)
    if locations.count < positions.count {
      locations = Array(repeating: .outside, count: positions.count)
    }
    positions.withUnsafeBufferPointer { points in
      locations.withUnsafeMutableBufferPointer { index.locator.locate(points, into: $0) }
    }
  }
}
