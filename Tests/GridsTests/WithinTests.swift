import Geometry
import TestSupport
import Testing

@testable import Grids

struct WithinTests {
  @Test func `the cells of a circle are those that it meets, the nearest first`() {
    let locator = Locator(coverage: Coverage(cells: Shapes.squares(3, 3)))

    let near = locator.cells(within: 0.5, of: Coordinate(x: 1.25, y: 1.75))

    #expect(near.map(\.cell) == [4, 3, 7, 6])
    #expect(near.map(\.distance) == [0, 0.25, 0.25, 0.125.squareRoot()])
    #expect(near[1].point == Coordinate(x: 1, y: 1.75))
    #expect(near[3].point == Coordinate(x: 1, y: 2))
  }

  @Test func `a circle that only touches a cell meets it`() {
    let locator = Locator(coverage: Coverage(cells: Shapes.squares(2, 1)))

    #expect(locator.cells(within: 0.5, of: Coordinate(x: 0.5, y: 0.5)).map(\.cell) == [0, 1])
    #expect(locator.cells(within: 0.5.nextDown, of: Coordinate(x: 0.5, y: 0.5)).map(\.cell) == [0])
    #expect(locator.cells(within: 2, of: Coordinate(x: 4, y: 0.5)).map(\.cell) == [1])
    #expect(locator.cells(within: 0, of: Coordinate(x: 1, y: 0.5)).map(\.cell) == [1, 0])
  }

  @Test func `the scale of x makes the circle an ellipse`() {
    let locator = Locator(coverage: Coverage(cells: Shapes.squares(3, 1)))

    let near = locator.cells(within: 0.5, of: Coordinate(x: 0.5, y: 0.5), xScale: 0.25)

    #expect(near.map(\.cell) == [0, 1, 2])
    #expect(near.map(\.distance) == [0, 0.125, 0.375])
  }

  @Test(arguments: [-1, Double.nan, .infinity])
  func `no circle meets no cell`(distance: Double) {
    let locator = Locator(coverage: Coverage(cells: Shapes.squares(1, 1)))

    #expect(locator.cells(within: distance, of: Coordinate(x: 0.5, y: 0.5)).isEmpty)
    #expect(locator.cells(within: 1, of: Coordinate(x: .nan, y: 0.5)).isEmpty)
    #expect(Locator(coverage: Coverage(cells: [])).cells(within: 1, of: .init(x: 0, y: 0)).isEmpty)
  }

  @Test(arguments: [0.01, 0.3, 1.5, 40])
  func `the cells are those that measuring every edge finds`(distance: Double) {
    let cells = SyntheticCoverage(seed: 7, columns: 5, rows: 4, bends: 3).cells
    let coverage = Coverage(cells: cells)
    let locator = Locator(coverage: coverage)
    var generator = SeededGenerator(seed: 31)

    for _ in 0..<100 {
      let point = Coordinate(
        x: .random(in: -2...7, using: &generator), y: .random(in: -2...6, using: &generator))
      var expected: Set<Int32> = []
      for edge in 0..<Int32(coverage.edges.count)
      where away(point, coverage.edges.lowerEnd(edge), coverage.edges.upperEnd(edge)) <= distance {
        coverage.edges.cells(onLeft: true, of: edge).forEach { expected.insert($0) }
        coverage.edges.cells(onLeft: false, of: edge).forEach { expected.insert($0) }
      }
      let own = locator.locate(point).cell
      if own >= 0 { expected.insert(own) }

      let near = locator.cells(within: distance, of: point, xScale: 0.5)

      #expect(Set(near.map(\.cell)) == expected)
      #expect(near.count == expected.count)
      #expect(zip(near, near.dropFirst()).allSatisfy { $0.distance <= $1.distance })
    }
  }

  /// The distance to an edge with `x` counting half.
  private func away(_ p: Coordinate, _ a: Coordinate, _ b: Coordinate) -> Double {
    let (dx, dy) = ((b.x - a.x) / 2, b.y - a.y)
    let (px, py) = ((p.x - a.x) / 2, p.y - a.y)
    let share = min(max((px * dx + py * dy) / (dx * dx + dy * dy), 0), 1)
    let (x, y) = (px - share * dx, py - share * dy)
    return (x * x + y * y).squareRoot()
  }
}
