import Geometry
import Testing

@testable import Grids

struct CoverageProblemTests {
  @Test func `squares that share their edges are a valid coverage`() {
    let coverage = Coverage(cells: Shapes.squares(3, 3))

    #expect(coverage.problems.isEmpty)
    #expect(coverage.isValid)
  }

  @Test func `the direction of rings does not matter`() {
    let cells = Shapes.squares(2, 1)
    let turned = [cells[0], Shapes.cell(cells[1].rings[0].reversed)]

    let coverage = Coverage(cells: turned)

    #expect(coverage.isValid)
    #expect(coverage.edges.count == 7)
  }

  @Test func `a bow tie is an invalid ring, at the crossing`() {
    let coverage = Coverage(cells: [Shapes.cell(Shapes.ring(0, 0, 2, 2, 2, 0, 0, 2))])

    let problem = coverage.problems.first { $0.kind == .invalidRing }
    #expect(problem?.cells == [0])
    #expect(problem?.at == Coordinate(x: 1, y: 1))
    #expect(!coverage.isValid)
  }

  @Test func `a ring that crosses itself in a position on its own edge is invalid`() {
    let ring = Shapes.ring(0, 0, 4, 0, 4, 2, 2, 0, 1, -2, 0, -2)

    #expect(kinds([Shapes.cell(ring)]).contains(.invalidRing))
  }

  @Test func `two rings of a cell that cross are invalid`() {
    let cell = MultiPolygon([
      Polygon(rings: [Shapes.box(0, 0, 2, 2)]), Polygon(rings: [Shapes.box(1, 1, 3, 3)]),
    ])

    #expect(kinds([cell]).contains(.invalidRing))
  }

  @Test(arguments: [
    [0.0, 0, 1, 1], [0, 0, 1, 1, 2, 2], [0, 0, 1, 0, .nan, 1], [0, 0, 1, 0, 1, .infinity],
    [0, 0, 1, 0, 1, 1e300],
  ])
  func `a ring that bounds nothing is invalid`(ordinates: [Double]) {
    let coverage = Coverage(cells: [Shapes.cell(Shapes.ring(ordinates))])

    #expect(coverage.problems.contains { $0.kind == .invalidRing && $0.cells == [0] })
    #expect(coverage.problems.allSatisfy { $0.at.isFinite })
  }

  @Test func `a cell without polygons is reported`() {
    let coverage = Coverage(cells: Shapes.squares(1, 1) + [MultiPolygon([])])

    #expect(coverage.problems.map(\.cells) == [[1]])
  }

  @Test func `a ring that touches itself in a point is a note and keeps its surface`() {
    let coverage = Coverage(cells: [
      Shapes.cell(Shapes.ring(0, 0, 1, 0, 1, 1, 2, 1, 2, 2, 1, 2, 1, 1, 0, 1))
    ])

    #expect(coverage.problems.map(\.kind) == [.selfTouch])
    #expect(coverage.problems.first?.at == Coordinate(x: 1, y: 1))
    #expect(coverage.isValid)
    #expect(coverage.areas == [2])
  }

  @Test func `a spike and repeated positions bound nothing`() {
    let ring = Shapes.ring(0, 0, 1, 0, 1, 0, 3, 0, 1, 0, 1, 1, 0, 1)

    let coverage = Coverage(cells: [Shapes.cell(ring)])

    #expect(coverage.isValid)
    #expect(coverage.areas == [1])
    #expect(Locator(coverage: coverage).locate(Coordinate(x: 2, y: 0)) == .outside)
  }

  @Test func `parts of a cell that share an edge are one surface`() {
    let cell = MultiPolygon([
      Polygon(rings: [Shapes.box(0, 0, 1, 1)]), Polygon(rings: [Shapes.box(1, 0, 2, 1)]),
    ])

    let coverage = Coverage(cells: [cell])

    #expect(coverage.isValid)
    #expect(
      Locator(coverage: coverage).locate(Coordinate(x: 1, y: 0.5))
        == Location(cell: 0, isBorder: false))
  }

  @Test func `a missing cell is a gap with its area and its neighbours`() {
    var cells = Shapes.squares(3, 3)
    cells.remove(at: 4)

    let problems = Coverage(cells: cells).problems

    var gap = CoverageProblem(
      kind: .gap, cells: [1, 3, 4, 6], at: Coordinate(x: 1, y: 1), area: 1)
    gap.outline = Ring(
      [(1, 1), (2, 1), (2, 2), (1, 2)].map { Coordinate(x: $0.0, y: $0.1) })
    #expect(problems == [gap])
  }

  @Test func `gaps that touch in a point are two`() {
    var cells = Shapes.squares(4, 4)
    cells.remove(at: 10)
    cells.remove(at: 5)

    #expect(Coverage(cells: cells).problems.map(\.area) == [1, 1])
  }

  @Test func `an outer border that touches itself in a point encloses no gap`() {
    let cells = Shapes.squares(2, 2)

    #expect(Coverage(cells: [cells[0], cells[3]]).problems.isEmpty)
    #expect(Coverage(cells: Array(Shapes.squares(3, 3)[1...])).problems.isEmpty)
  }

  @Test func `a gap that touches the outer border in a point is one`() {
    var cells = Shapes.squares(3, 3)
    cells.remove(at: 4)
    cells.remove(at: 0)

    #expect(Coverage(cells: cells).problems.map(\.kind) == [.gap])
  }

  @Test func `a hairline between two cells is a gap where it is closed`() {
    let west = Shapes.cell(Shapes.ring(0, 0, 1, 0, 1, 1, 1, 2, 0, 2))
    let east = Shapes.cell(Shapes.ring(1, 0, 2, 0, 2, 2, 1, 2, 1.0.nextUp, 1))

    let problems = Coverage(cells: [west, east]).problems

    #expect(problems.map(\.kind) == [.gap])
    #expect(problems.first?.cells == [0, 1])
    #expect(problems.first?.area == 0x1p-52)
  }

  @Test func `a hairline whose area is lost in rounding is found`() {
    // The middle position is beside the line by less than the digits of a product can tell.
    let (a, b) = (7.6267451792972745, 14.20553178677109)
    let south = Shapes.cell(
      Shapes.ring(a, 10, b, 10, b, 21.861046742920774, a, 22.59146596366313))
    let north = Shapes.cell(
      Shapes.ring(
        a, 22.59146596366313, 10.650274031468594, 22.25577433542486, b, 21.861046742920774, b, 30,
        a, 30))

    let problems = Coverage(cells: [south, north]).problems

    #expect(problems.count == 1)
    #expect(problems.first?.cells == [0, 1])
    #expect((problems.first?.area ?? 0) > 0 && (problems.first?.area ?? 1) < 1e-16)
  }

  @Test func `cells that overlap are reported with the area they share`() {
    let coverage = Coverage(cells: [
      Shapes.cell(Shapes.box(0, 0, 2, 2)), Shapes.cell(Shapes.box(1, 1, 3, 3)),
    ])

    #expect(
      coverage.problems == [
        CoverageProblem(kind: .overlap, cells: [0, 1], at: Coordinate(x: 1, y: 1), area: 1)
      ])
  }

  @Test func `a cell inside another is an overlap with both`() {
    let coverage = Coverage(cells: [
      Shapes.cell(Shapes.box(0, 0, 4, 4)), Shapes.cell(Shapes.box(1, 1, 2, 2)),
    ])

    #expect(
      coverage.problems == [
        CoverageProblem(kind: .overlap, cells: [0, 1], at: Coordinate(x: 1, y: 1), area: 1)
      ])
  }

  @Test func `a cell given twice is an overlap`() {
    let cells = Shapes.squares(2, 2) + [Shapes.squares(2, 2)[1]]

    let problems = Coverage(cells: cells).problems

    #expect(problems.map(\.kind) == [.overlap])
    #expect(problems.first?.cells == [1, 4])
    #expect(problems.first?.area == 1)
  }

  @Test func `a position inside the edge of a neighbour is a T-junction`() {
    let coverage = Coverage(cells: [
      Shapes.cell(Shapes.box(0, 0, 2, 1)), Shapes.cell(Shapes.box(0, 1, 1, 2)),
      Shapes.cell(Shapes.box(1, 1, 2, 2)),
    ])

    let junctions = coverage.problems.filter { $0.kind == .tJunction }
    let lines = coverage.problems.filter { $0.kind == .mismatchedEdge }
    #expect(junctions.map(\.cells) == [[0, 1, 2]])
    #expect(junctions.map(\.at) == [Coordinate(x: 1, y: 1)])
    #expect(lines.map(\.cells) == [[0, 1], [0, 2]])
    #expect(lines.map(\.length) == [1, 1])
    #expect(coverage.problems.count == 3)
    #expect(!coverage.isValid)
  }

  @Test func `the sum of the children is held against the area of the parent`() {
    let coverage = Coverage(cells: Shapes.squares(2, 2))

    let problems = coverage.areaBalance(of: [2, 2.5], into: [0, 0, 1, 1])

    #expect(problems.map(\.kind) == [.areaBalance])
    #expect(problems.first?.cells == [2, 3])
    #expect(problems.first?.area == 0.5)
    #expect(problems.first?.at == Coordinate(x: 0, y: 1))
  }

  private func kinds(_ cells: [MultiPolygon]) -> Set<CoverageProblem.Kind> {
    Set(Coverage(cells: cells).problems.map(\.kind))
  }
}
