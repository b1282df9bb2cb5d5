import Geometry
import Testing

@testable import Grids

struct DissolveTests {
  @Test func `four squares dissolve into two halves`() {
    let coverage = Coverage(cells: Shapes.squares(2, 2))

    let halves = coverage.dissolved(into: [0, 0, 1, 1], count: 2)

    #expect(halves[0].polygons[0].rings[0] == Shapes.ring(0, 0, 1, 0, 2, 0, 2, 1, 1, 1, 0, 1))
    #expect(halves.map(\.area) == [2, 2])
  }

  @Test func `a ring of squares around another has a hole`() {
    let coverage = Coverage(cells: Shapes.squares(3, 3))

    let both = coverage.dissolved(into: [0, 0, 0, 0, 1, 0, 0, 0, 0], count: 2)

    #expect(both[0].polygons.count == 1)
    #expect(both[0].polygons[0].rings.count == 2)
    #expect(both[0].area == 8)
    #expect(both[1].area == 1)
  }

  @Test func `squares that meet in a corner stay two polygons, and holes in a corner two holes`() {
    let coverage = Coverage(cells: Shapes.squares(4, 4))
    var parents = [Int32](repeating: 0, count: 16)
    parents[5] = 1
    parents[10] = 1

    let both = coverage.dissolved(into: parents, count: 2)

    #expect(both[1].polygons.map(\.rings.count) == [1, 1])
    #expect(both[0].polygons.map(\.rings.count) == [3])
    #expect(both[0].area == 14)
  }

  @Test func `a parent without cells has no polygons`() {
    let coverage = Coverage(cells: Shapes.squares(1, 1))

    #expect(coverage.dissolved(into: [1], count: 2)[0].polygons.isEmpty)
  }
}
