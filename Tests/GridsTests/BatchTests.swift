import Geometry
import TestSupport
import Testing

@testable import Grids

struct BatchTests {
  @Test func `a batch answers as single calls do`() {
    let cells = SyntheticCoverage(seed: 4, columns: 5, rows: 5, bends: 3, step: 1 / 32).cells
    let coverage = Coverage(cells: cells)
    let locator = Locator(coverage: coverage)
    var generator = SeededGenerator(seed: 8)
    let points =
      Array(coverage.edges.vertices)
      + (0..<333).map { _ in
        Coordinate(
          x: .random(in: -1...6, using: &generator), y: .random(in: -1...6, using: &generator))
      } + [Coordinate(x: .nan, y: 1)]

    #expect(locator.locate(points) == points.map { locator.locate($0) })
    #expect(Locator(coverage: Coverage(cells: [])).locate(points).allSatisfy { $0 == .outside })
  }

  @Test(arguments: [2, 3, 7])
  func `the answers do not depend on the number of threads`(threads: Int) {
    let coverage = Coverage(cells: SyntheticCoverage(seed: 4, columns: 5, rows: 5, bends: 3).cells)
    let locator = Locator(coverage: coverage)
    var generator = SeededGenerator(seed: 15)
    // More than the threads share out at a time, and no whole number of blocks.
    let points = (0..<100_003).map { _ in
      Coordinate(
        x: .random(in: -1...6, using: &generator), y: .random(in: -1...6, using: &generator))
    }

    #expect(locator.locate(points, threads: threads) == locator.locate(points))
  }

  @Test func `the nearest cell is the one that trying every edge finds`() {
    let cells = SyntheticCoverage(seed: 6, columns: 4, rows: 5, bends: 3).cells
    let coverage = Coverage(cells: cells)
    let locator = Locator(coverage: coverage)
    var generator = SeededGenerator(seed: 12)

    var differing = 0
    for _ in 0..<200 {
      let point = Coordinate(
        x: .random(in: -9...9, using: &generator), y: .random(in: -9...9, using: &generator))
      if locator.locate(point).cell >= 0 { continue }
      let best = (0..<Int32(coverage.edges.count)).map {
        distance(point, coverage.edges.lowerEnd($0), coverage.edges.upperEnd($0), xScale: 0.5)
      }.min()
      guard let found = locator.nearest(to: point, xScale: 0.5), let best else { continue }
      let x = (found.point.x - point.x) * 0.5
      let y = found.point.y - point.y
      if abs((x * x + y * y).squareRoot() - best) > 1e-12 { differing += 1 }
    }

    #expect(differing == 0)
  }

  private func distance(
    _ p: Coordinate, _ a: Coordinate, _ b: Coordinate, xScale: Double
  ) -> Double {
    let (dx, dy) = ((b.x - a.x) * xScale, b.y - a.y)
    let (px, py) = ((p.x - a.x) * xScale, p.y - a.y)
    let share = min(max((px * dx + py * dy) / (dx * dx + dy * dy), 0), 1)
    let (x, y) = (px - share * dx, py - share * dy)
    return (x * x + y * y).squareRoot()
  }
}
