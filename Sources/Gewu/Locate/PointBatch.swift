import Projections
package import Geometry
import Grids
import Warehouse

/// A block of positions with their answers; its memory is used again for the next block.
package struct PointBatch: Sendable {
  /// The positions; answered, they are in the store's system.
  package var positions: [Coordinate] = []
  /// The answers, in the order of the positions.
  package private(set) var slots: [GridSlot] = []
  /// The answers of other nets, net by net, each in the order of the positions.
  package private(set) var netSlots: [[GridSlot]] = []
  private var locations: [Location] = []

  package init() {}

  /// Answers all positions from one generation, and beside it from those of other nets.
  package mutating func locate(with locator: PointLocator, beside others: [NetLocator] = []) {
    if locator.isGeographic {
      for place in positions.indices where abs(positions[place].x) > 180 {
        positions[place] = Antimeridian.normalised(positions[place])
      }
    }
    locator.toStore.transformInPlace(&positions)
    if locations.count < positions.count {
      locations = Array(repeating: .outside, count: positions.count)
    }
    Self.find(positions, with: locator, &locations, into: &slots)
    if netSlots.count != others.count { netSlots = Array(repeating: [], count: others.count) }
    for (place, other) in others.enumerated() {
      Self.find(positions, with: other.locator, &locations, into: &netSlots[place])
    }
  }

  /// Finds the cells of positions that are in the store's system, NaN where they cannot be.
  private static func find(
    _ positions: [Coordinate], with locator: PointLocator, _ locations: inout [Location],
    into slots: inout [GridSlot]
  ) {
    positions.withUnsafeBufferPointer { points in
      locations.withUnsafeMutableBufferPointer {
        locator.index.locator.locate(points, into: $0)
      }
    }
    if locator.index.meetsAntimeridian {
      for place in positions.indices where abs(positions[place].x) == 180 {
        locations[place] = locator.index.locate(positions[place])
      }
    }
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
