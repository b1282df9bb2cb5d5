import Geometry
import TestSupport
import Testing

@testable import Grids

struct LocatorOracleTests {
  /// Seed, columns, rows, bends a line, step of the ordinates.
  static let worlds: [(UInt64, Int, Int, Int, Double)] = [
    (1, 4, 4, 3, 0), (2, 5, 3, 5, 0), (3, 4, 4, 3, 1 / 64), (4, 4, 4, 1, 1 / 8),
    (5, 3, 6, 4, 1 / 16),
  ]

  @Test(arguments: worlds)
  func `every point has the cell that exact arithmetic says`(
    seed: UInt64, columns: Int, rows: Int, bends: Int, step: Double
  ) {
    let cells = SyntheticCoverage(
      seed: seed, columns: columns, rows: rows, bends: bends, step: step
    ).cells
    let coverage = Coverage(cells: cells)
    let locator = Locator(coverage: coverage)
    let oracle = LocationOracle(cells)
    #expect(coverage.isValid, "\(coverage.problems)")

    var wrong: [Coordinate] = []
    var severalOrNone = 0
    var checked = 0
    for point in hostilePoints(coverage, seed: seed) {
      guard let truth = oracle.locate(point) else { continue }
      checked += 1
      if locator.locate(point) != truth.location { wrong.append(point) }
      if truth.containing > 1 { severalOrNone += 1 }
    }

    #expect(wrong.isEmpty, "seed \(seed): \(wrong.prefix(3)) and \(wrong.count) in all")
    #expect(severalOrNone == 0)
    #expect(checked > 900)
  }

  @Test func `every vertex and edge point is inside exactly one cell`() {
    let cells = SyntheticCoverage(seed: 9, columns: 6, rows: 6, bends: 4).cells
    let coverage = Coverage(cells: cells)
    let locator = Locator(coverage: coverage)

    let outside = coverage.edges.vertices.filter { locator.locate($0).cell < 0 }
    let notBorder = coverage.edges.vertices.filter { !locator.locate($0).isBorder }

    #expect(outside.isEmpty)
    #expect(notBorder.isEmpty)
  }

  @Test func `the order of the cells does not matter`() {
    let cells = SyntheticCoverage(seed: 11, columns: 5, rows: 5, bends: 3).cells
    var generator = SeededGenerator(seed: 5)
    let order = cells.indices.shuffled(using: &generator)
    let coverage = Coverage(cells: cells)
    let locator = Locator(coverage: coverage)
    let shuffled = Locator(coverage: Coverage(cells: order.map { cells[$0] }))

    var differing = 0
    for point in hostilePoints(coverage, seed: 3) {
      let one = locator.locate(point)
      let other = shuffled.locate(point)
      let cell = other.cell < 0 ? -1 : Int32(order[Int(other.cell)])
      if one.cell != cell || one.isBorder != other.isBorder { differing += 1 }
    }

    #expect(differing == 0)
  }

  @Test func `overlapping cells answer with the first that contains the point`() {
    let cells = SyntheticCoverage(seed: 21, columns: 4, rows: 3, bends: 3).cells
    let moved = cells.map { cell in
      MultiPolygon(
        cell.polygons.map { polygon in
          Polygon(
            rings: polygon.rings.map { ring in
              Ring(ring.coordinates.map { Coordinate(x: $0.x + 0.375, y: $0.y + 0.25) })
            })
        })
    }
    let coverage = Coverage(cells: cells + moved)
    let locator = Locator(coverage: coverage)
    let oracle = LocationOracle(cells + moved)

    var wrong: [Coordinate] = []
    for point in hostilePoints(coverage, seed: 2).prefix(6000) {
      guard let truth = oracle.locate(point), truth.containing > 0 else { continue }
      if truth.location.isBorder && truth.location.cell < 0 { continue }
      let location = locator.locate(point)
      if location.isBorder != truth.location.isBorder { wrong.append(point) }
      if location.cell != truth.location.cell && !isOuter(point, oracle) { wrong.append(point) }
    }

    #expect(!coverage.isValid)
    #expect(wrong.isEmpty, "\(wrong.prefix(3)) and \(wrong.count) in all")
  }

  /// Whether no cell contains the point by the half-open rule alone.
  private func isOuter(_ point: Coordinate, _ oracle: LocationOracle) -> Bool {
    guard let east = oracle.locate(Coordinate(x: point.x.nextUp, y: point.y)) else { return true }
    return east.location.cell < 0
  }

  /// Vertices, points as near to the edges as doubles get, their neighbours by one unit in
  /// the last place, and random points around.
  private func hostilePoints(_ coverage: Coverage, seed: UInt64) -> [Coordinate] {
    var generator = SeededGenerator(seed: seed)
    var points: [Coordinate] = []
    var around: [Coordinate] = Array(coverage.edges.vertices)
    for edge in 0..<Int32(coverage.edges.count) {
      let a = coverage.edges.lowerEnd(edge)
      let b = coverage.edges.upperEnd(edge)
      for share in [Double.random(in: 0.25...0.75, using: &generator)] {
        around.append(
          Coordinate(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share))
      }
    }
    for point in around {
      points.append(point)
      points.append(Coordinate(x: point.x.nextUp, y: point.y))
      points.append(Coordinate(x: point.x.nextDown, y: point.y))
      points.append(Coordinate(x: point.x, y: point.y.nextUp))
      points.append(Coordinate(x: point.x, y: point.y.nextDown))
    }
    let box = coverage.box
    for _ in 0..<500 {
      points.append(
        Coordinate(
          x: Double.random(in: box.minX - 0.1...box.maxX + 0.1, using: &generator),
          y: Double.random(in: box.minY - 0.1...box.maxY + 0.1, using: &generator)))
    }
    return points
  }
}
