import Geometry
import TestSupport
import Testing

@testable import Grids

struct DissolveTests {
  @Test func `four squares dissolve into two halves`() throws {
    let coverage = Coverage(cells: Shapes.squares(2, 2))

    let halves = try coverage.dissolved(into: [0, 0, 1, 1], count: 2)

    #expect(halves[0].polygons[0].rings[0] == Shapes.ring(0, 0, 1, 0, 2, 0, 2, 1, 1, 1, 0, 1))
    #expect(halves.map(\.area) == [2, 2])
  }

  @Test func `a ring of squares around another has a hole`() throws {
    let coverage = Coverage(cells: Shapes.squares(3, 3))

    let both = try coverage.dissolved(into: [0, 0, 0, 0, 1, 0, 0, 0, 0], count: 2)

    #expect(both[0].polygons.count == 1)
    #expect(both[0].polygons[0].rings.count == 2)
    #expect(both[0].area == 8)
    #expect(both[1].area == 1)
  }

  @Test func `squares that meet in a corner stay two polygons, and holes in a corner two holes`()
    throws
  {
    let coverage = Coverage(cells: Shapes.squares(4, 4))
    var parents = [Int32](repeating: 0, count: 16)
    parents[5] = 1
    parents[10] = 1

    let both = try coverage.dissolved(into: parents, count: 2)

    #expect(both[1].polygons.map(\.rings.count) == [1, 1])
    #expect(both[0].polygons.map(\.rings.count) == [3])
    #expect(both[0].area == 14)
  }

  @Test func `a parent without cells has no polygons`() throws {
    let coverage = Coverage(cells: Shapes.squares(1, 1))

    #expect(try coverage.dissolved(into: [1], count: 2)[0].polygons.isEmpty)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `parents have the area of their children and form a coverage themselves`(seed: UInt64) throws
  {
    let coverage = Coverage(
      cells: SyntheticCoverage(seed: seed, columns: 6, rows: 5, bends: 3).cells)
    var generator = SeededGenerator(seed: seed)
    let parents = (0..<coverage.cellCount).map { _ in Int32.random(in: 0..<5, using: &generator) }

    let dissolved = try coverage.dissolved(into: parents, count: 5)
    let upper = Coverage(cells: dissolved)

    #expect(upper.isValid)
    #expect(coverage.areaBalance(of: upper.areas, into: parents).isEmpty)
    #expect(coverage.areaBalance(of: dissolved.map(\.area), into: parents).isEmpty)
    let locator = Locator(coverage: coverage)
    let upperLocator = Locator(coverage: upper)
    for vertex in coverage.edges.vertices {
      let inside = Coordinate(x: vertex.x + 0.01, y: vertex.y + 0.003)
      let cell = locator.locate(inside).cell
      #expect(upperLocator.locate(inside).cell == (cell < 0 ? -1 : parents[Int(cell)]))
    }
  }

  @Test func `the order of the cells does not change the union`() throws {
    let cells = SyntheticCoverage(seed: 7, columns: 5, rows: 4, bends: 2).cells
    let parents = cells.indices.map { Int32($0 % 3) }

    let one = try Coverage(cells: cells).dissolved(into: parents, count: 3)
    let other = try Coverage(cells: cells.reversed()).dissolved(into: parents.reversed(), count: 3)

    #expect(one == other)
  }
}
