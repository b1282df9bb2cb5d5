import Geometry
import Grids

/// Holds a locator to the oracle on hostile positions.
struct HostileRun {
  /// How many positions were compared.
  private(set) var checked = 0
  /// How many of them lie exactly on a border.
  private(set) var onBorder = 0
  /// How many had too many digits for the oracle.
  private(set) var skipped = 0
  /// The positions with another answer.
  private(set) var wrong: [Coordinate] = []
  /// The positions in several cells, or in none though the locator is to find one.
  private(set) var several: [Coordinate] = []

  /// - Parameters:
  ///   - cells: cells whose rings run as `LocationOracle` needs it.
  ///   - isValid: whether no two cells overlap.
  init(
    _ cells: [MultiPolygon], locator: Locator, oracle: LocationOracle, isValid: Bool, count: Int,
    seed: UInt64
  ) {
    var hostile = HostilePoints(cells, seed: seed)
    while checked + skipped < count {
      let points = hostile.next()
      let batch = locator.locate(points)
      for (point, inBatch) in zip(points, batch) {
        guard let truth = oracle.locate(point) else {
          skipped += 1
          continue
        }
        checked += 1
        if truth.location.isBorder { onBorder += 1 }
        let found = locator.locate(point)
        if found != inBatch || !Self.agrees(found, truth, isValid) { wrong.append(point) }
        if isValid && truth.containing > 1 { several.append(point) }
      }
    }
  }

  private static func agrees(
    _ found: Location, _ truth: LocationOracle.Truth, _ isValid: Bool
  ) -> Bool {
    if found == truth.location { return true }
    // Where cells overlap, any of the cells whose outer border a position lies on may answer.
    return !isValid && truth.containing == 0 && found.isBorder == truth.location.isBorder
      && truth.touching.contains(found.cell)
  }
}
