import Geometry
import Grids
import Warehouse

/// Mends the boundaries of one level: borders joined, overlaps cut, gaps filled.
struct LevelRepair {
  private let overlay: BoundaryOverlay
  private let metresPerUnit: Double
  private let options: GridRepairOptions
  private(set) var repair: CoverageRepair

  init(
    _ cells: [MultiPolygon], options: GridRepairOptions, overlay: BoundaryOverlay,
    scale: GroundScale
  ) {
    self.overlay = overlay
    self.options = options
    let box = cells.reduce(into: Box.empty) { $0.extend(by: $1.box) }
    let middle = Coordinate(x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2)
    let ground = scale.ground(at: middle)
    metresPerUnit = ground?.metresPerY ?? 1
    repair = CoverageRepair(
      cells: cells, tolerance: options.tolerance / metresPerUnit,
      xScale: ground.map { $0.metresPerX / $0.metresPerY } ?? 1)
  }

  /// Metres that a distance of the repair is long.
  func metres(_ distance: Double) -> Double { distance * metresPerUnit }

  /// Does all that can be done within the options.
  mutating func run() throws {
    repair.joinBorders()
    if try cutOverlaps() { repair.joinBorders() }
    repair.fillGaps(maximumWidth: options.sliverWidth / metresPerUnit)
  }

  /// Leaves what two cells hold, where it is narrow, to the one with the longer border to it.
  ///
  /// - Returns: whether there was any.
  private mutating func cutOverlaps() throws -> Bool {
    let pairs = Set(
      Coverage(cells: repair.cells).problems.filter { $0.kind == .overlap && $0.cells.count == 2 }
        .map(\.cells))
    var isChanged = false
    for pair in pairs.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let (first, second) = (repair.cells[Int(pair[0])], repair.cells[Int(pair[1])])
      let (one, other) = (try overlay.operand(first), try overlay.operand(second))
      let shared = try overlay(.shared, one, other)
      let widest = shared.polygons.compactMap(\.rings.first).map { metres(repair.width(of: $0)) }
        .max()
      guard let widest, widest <= options.sliverWidth, let place = shared.rings.first else {
        continue
      }
      // The part of the overlap's outline that is the second's border lies within the first.
      let isFirst =
        length(of: shared, along: second) >= length(of: shared, along: first)
      let (winner, loser) = isFirst ? (pair[0], pair[1]) : (pair[1], pair[0])
      let rest = try isFirst ? overlay(.onlyFirst, other, one) : overlay(.onlyFirst, one, other)
      guard !rest.polygons.isEmpty else { continue }
      repair.replace(
        loser, with: rest,
        step: .init(
          kind: .cutOverlap, cells: [loser, winner], at: place.coordinates[0], area: shared.area))
      isChanged = true
    }
    return isChanged
  }

  /// How much of the outline of `area` runs along the border of a cell.
  private func length(of area: MultiPolygon, along cell: MultiPolygon) -> Double {
    let edges = cell.rings.flatMap { zip($0.coordinates, $0.coordinates.dropFirst()) }
    var length = 0.0
    for ring in area.rings {
      for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst()) {
        let middle = Coordinate(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
        let size = max(abs(b.x - a.x), abs(b.y - a.y))
        let isAlong = edges.contains { Self.distance(middle, $0.0, $0.1) <= 1e-6 * size }
        if isAlong { length += size }
      }
    }
    return length
  }

  private static func distance(_ p: Coordinate, _ a: Coordinate, _ b: Coordinate) -> Double {
    let (x, y) = (b.x - a.x, b.y - a.y)
    let square = x * x + y * y
    let share =
      square > 0 ? max(0, min(1, ((p.x - a.x) * x + (p.y - a.y) * y) / square)) : 0
    let (u, v) = (p.x - a.x - share * x, p.y - a.y - share * y)
    return (u * u + v * v).squareRoot()
  }
}
