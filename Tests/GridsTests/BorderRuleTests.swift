import Geometry
import Testing

@testable import Grids

struct BorderRuleTests {
  @Test func `a point inside a square belongs to it and is on no border`() {
    let locator = Locator(coverage: Coverage(cells: Shapes.squares(3, 2)))

    let location = locator.locate(Coordinate(x: 1.5, y: 1.25))

    #expect(location == Location(cell: 4, isBorder: false))
  }

  @Test func `a point on a shared edge belongs to the cell on its right or above`() {
    let locator = Locator(coverage: Coverage(cells: Shapes.squares(2, 2)))

    #expect(locator.locate(Coordinate(x: 1, y: 0.5)) == Location(cell: 1, isBorder: true))
    #expect(locator.locate(Coordinate(x: 0.5, y: 1)) == Location(cell: 2, isBorder: true))
    #expect(locator.locate(Coordinate(x: 1, y: 1)) == Location(cell: 3, isBorder: true))
  }

  @Test(arguments: [
    (2.0, 0.5, 1), (2.0, 1.0, 3), (2.0, 2.0, 3), (1.0, 2.0, 2), (0.5, 2.0, 2), (0.0, 2.0, 2),
    (2.0, 0.0, 1), (0.0, 0.0, 0), (1.0, 0.0, 1), (0.0, 1.0, 2),
  ])
  func `the outer border is inside`(x: Double, y: Double, cell: Int32) {
    let locator = Locator(coverage: Coverage(cells: Shapes.squares(2, 2)))

    #expect(locator.locate(Coordinate(x: x, y: y)) == Location(cell: cell, isBorder: true))
  }

  @Test(arguments: [
    (-0.5, 0.5), (2.5, 0.5), (0.5, 2.5), (Double.nan, 0), (0, .infinity), (2.0.nextUp, 1),
  ])
  func `a point beyond the outer border or that is no number is outside`(x: Double, y: Double) {
    let locator = Locator(coverage: Coverage(cells: Shapes.squares(2, 2)))

    #expect(locator.locate(Coordinate(x: x, y: y)) == .outside)
  }

  @Test func `a set without cells holds no point`() {
    let coverage = Coverage(cells: [])
    let locator = Locator(coverage: coverage)

    #expect(coverage.isValid)
    #expect(locator.locate(Coordinate(x: 0, y: 0)) == .outside)
    #expect(locator.nearest(to: Coordinate(x: 0, y: 0)) == nil)
  }

  @Test func `minus zero is zero`() {
    let west = Shapes.cell(Shapes.box(-1, 0, -0.0, 1))
    let east = Shapes.cell(Shapes.box(0, -0.0, 1, 1))
    let coverage = Coverage(cells: [west, east])

    #expect(coverage.edges.count == 7)
    #expect(
      Locator(coverage: coverage).locate(Coordinate(x: -0.0, y: 0.5))
        == Location(cell: 1, isBorder: true))
  }

  @Test func `the nearest cell to a point outside is the one whose border is nearest`() {
    let locator = Locator(coverage: Coverage(cells: Shapes.squares(3, 3)))

    let right = locator.nearest(to: Coordinate(x: 7, y: 1.25))
    let inside = locator.nearest(to: Coordinate(x: 0.5, y: 0.5))
    #expect(inside?.distance == 0)
    #expect(locator.locate(Coordinate(x: 0.5, y: 0.5)).cellIndex == inside.map { Int($0.cell) })
    #expect(Location.outside.cellIndex == nil)

    #expect(right?.cell == 5)
    #expect(right?.point == Coordinate(x: 3, y: 1.25))
    #expect(inside?.cell == 0)
  }
}
