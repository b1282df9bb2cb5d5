package import Geometry

/// From a manifest's reference system to the store's, one position at a time.
package struct PositionConversion {
  /// The position in the store's system, or nil where it is no place in one of the two.
  package let convert: (Coordinate) -> Coordinate?
  private let transform: CoordinateTransform

  /// - Parameter area: where the positions are; nil where that is not known.
  /// - Throws: `CoordinateTransformError` where a system is not known, there is no way, or nobody
  ///   knows how far off positions would be.
  package init(
    from crs: CRSName, srid: Int, within area: @autoclosure () throws -> DegreeArea? = nil
  ) throws {
    let transform = try CoordinateTransform(from: crs, to: .epsg(srid), within: try area())
    self.transform = transform
    if transform.isIdentity, crs == .wgs84 || crs == .cgcs2000 {
      convert = { abs($0.x) <= 180 && abs($0.y) <= 90 ? $0 : nil }
      return
    }
    let one = Single()
    convert = { position in
      one.position[0] = position
      return transform.transformInPlace(&one.position) == 0 ? one.position[0] : nil
    }
  }

  /// How far off the positions that were converted may be, in metres; see
  /// ``CoordinateTransform/accuracy``.
  package var accuracy: Double? { transform.accuracy }

  /// An array of one that is used again for every position.
  private final class Single {
    var position = [Coordinate(x: 0, y: 0)]
  }
}
