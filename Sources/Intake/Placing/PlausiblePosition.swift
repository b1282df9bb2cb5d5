package import Datasets
package import Geometry

/// Positions on their way to the store's reference system, judged by how far they are from the
/// district.
package struct PlausiblePosition {
  private let convert: (Coordinate) -> Coordinate?
  private let extent: DistrictExtent?

  package init(convert: @escaping (Coordinate) -> Coordinate?, extent: DistrictExtent?) {
    self.convert = convert
    self.extent = extent
  }

  /// Why a position is none, from what was given and what became of it; nil where it is one.
  @inline(__always)
  package func fault(_ given: Coordinate, _ converted: Coordinate?) -> RowReason? {
    guard let point = converted, point.isFinite else {
      return isSwapped(given) ? .coordinateSwapped : .coordinateInvalid
    }
    if let extent, !extent.reach.contains(point) {
      return isSwapped(given) ? .coordinateSwapped : .coordinateFar
    }
    return nil
  }

  /// Whether the position would lie in the district's box with its ordinates exchanged.
  private func isSwapped(_ given: Coordinate) -> Bool {
    guard let extent, let point = convert(Coordinate(x: given.y, y: given.x)) else { return false }
    return extent.district.contains(point)
  }
}

/// How far a district reaches, in the store's reference system.
package struct DistrictExtent: Hashable, Sendable {
  /// The least box around all cells.
  package var district: Box
  /// The box within which a position is plausible: 50 km more on every side.
  package var reach: Box

  /// How far from the district's box a position may lie, in metres.
  package static let margin = 50_000.0

  package init(district: Box, reach: Box) {
    self.district = district
    self.reach = reach
  }
}
