import Geometry
import Grids
import Warehouse

/// Mends the boundaries of one level that came from files.
struct LevelRepair {
  /// The cells that have a boundary of their own.
  let loaded: [Int]
  private(set) var repair: CoverageRepair
  /// The check of the whole level before; nil where some of its cells take no part.
  let before: Coverage?

  /// Checks the cells of a level, and changes nothing yet; nil where none came from a file.
  init?(
    _ records: [GridRecord], isGeographic: Bool, options: GridRepairOptions, scale: GroundScale
  ) {
    loaded = records.indices.filter {
      records[$0].origin == .loaded && records[$0].boundary != nil
    }
    guard !loaded.isEmpty, let reach = scale.reach(metres: GroundScale.gapWidth) else { return nil }
    var limits = CoverageRepair.Options()
    limits.tolerance = options.tolerance
    limits.sliverWidth = options.sliverWidth
    limits.share = options.maximumShare
    repair = CoverageRepair(
      cells: loaded.map { records[$0].boundary ?? MultiPolygon([]) }, reach: reach,
      options: limits)
    // A check goes across the antimeridian, a repair does not.
    let box = repair.before.box
    let isCut = isGeographic && (box.minX <= -180 || box.maxX >= 180)
    before = loaded.count == records.count && !isCut ? repair.before : nil
  }

  /// Does all that can be done within the options, but for gaps that are accepted.
  mutating func run(without accepted: [Coordinate]) {
    repair.keepGaps(at: accepted)
    repair.run()
  }

  /// The check of the whole level after; nil where some of its cells take no part.
  var after: Coverage? { before == nil ? nil : repair.after }
}
