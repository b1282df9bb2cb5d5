public import Geometry

extension Locator {
  /// The cells that come as near as `distance` to a position, the nearest first.
  ///
  /// The cell of the position itself is the first, at distance 0. Other cells at equal distances
  /// come in the order of the coverage. A cell counts with its border, and so does one that
  /// only touches the circle.
  ///
  /// Distances are those of the plane, computed in doubles. For longitudes and latitudes, and a
  /// radius in metres, divide the metres by those of a degree of latitude at the position and give
  /// as `xScale` the metres of a degree of longitude over those of a degree of latitude:
  ///
  /// ```swift
  /// let near = locator.cells(
  ///   within: 500 / ground.metresPerY, of: point, xScale: ground.metresPerX / ground.metresPerY)
  /// let metres = near.map { $0.distance * ground.metresPerY }
  /// ```
  ///
  /// Over a few kilometres the scale hardly changes (for 10 km at latitude 55°, by 0.2 %); where
  /// metres matter that far out, measure the distance to ``NearestCell/point`` anew.
  ///
  /// On a coverage that is not valid, cells that contain the whole circle besides the one that
  /// ``locate(_:)`` names are left out.
  ///
  /// - Parameters:
  ///   - distance: how far, in the units of `y`; nothing is found for a negative one or one that is
  ///     no finite number.
  ///   - point: the position; nothing is found for one that is no pair of finite numbers.
  ///   - xScale: what a unit of `x` counts in units of `y`; must be positive.
  /// - Complexity: linear in the squares of the index that the circle's box meets.
  public func cells(
    within distance: Double, of point: Coordinate, xScale: Double = 1
  ) -> [NearestCell] {
    precondition(xScale > 0 && xScale.isFinite, "xScale must be positive, not \(xScale)")
    guard distance >= 0, distance.isFinite, point.isFinite else { return [] }
    var found = withExtendedLifetime(storage) {
      index.borders(within: distance, of: point, xScale: xScale)
    }
    let own = locate(point).cell
    if own >= 0 { found[own] = nil }
    let others = found.values.sorted { ($0.distance, $0.cell) < ($1.distance, $1.cell) }
    return own < 0 ? others : [NearestCell(cell: own, point: point, distance: 0)] + others
  }
}
