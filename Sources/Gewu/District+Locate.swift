public import Geometry

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
    guard let date else { return try activeLocator(crs: crs) }
    return try PointLocator(index: index(at: date), from: crs, storeCRS: self.crs)
  }
}
