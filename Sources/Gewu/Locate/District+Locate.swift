public import Geometry
import Warehouse

extension District {
  /// The grid of a position, with the cells above it.
  ///
  /// - Parameters:
  ///   - position: longitude or easting first, in `crs`.
  ///   - date: answer as of this date or moment; now, where it is nil.
  /// - Throws: `GewuError` where no generation is active (then), or a reference
  ///   system is unknown. A position that is no position is an answer, not an error.
  public func locate(
    _ position: Coordinate, crs: CrsName = .wgs84, at date: String? = nil
  ) throws -> LocateAnswer {
    try pointLocator(crs: crs, at: date).answer(for: position)
  }

  /// A value that answers for many positions from one generation of the base net.
  public func pointLocator(crs: CrsName = .wgs84, at date: String? = nil) throws -> PointLocator {
    try pointLocator(net: Net.base, crs: crs, at: date)
  }

  /// The grid of a position with its boundary in WGS 84 degrees, from the generation that
  /// `locator` answers from; nil for a position in no grid.
  public func boundary(
    of slot: GridSlot, in locator: PointLocator
  ) throws -> (code: String, boundary: MultiPolygon)? {
    guard slot.cell >= 0, let leaf = locator.index.levels.last else { return nil }
    let code = leaf.codes[Int(slot.cell)]
    let snapshot = GridSnapshot(index: locator.index, store: store)
    return (code, try snapshot.boundary(code: code, level: leaf.level.name).boundary)
  }
}
