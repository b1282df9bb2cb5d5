import Geometry
import Testing

@testable import Grids

/// Strips that are open to the outside, and what they do to neighbours and pieces.
struct SlitTests {
  private static let metres: @Sendable (Coordinate) -> (x: Double, y: Double) = { _ in (1, 1) }
  private let reach = Reach(metres: 0.1, scale: Self.metres)

  /// Squares of 100 m, those from a column on shifted to the east.
  private func squares(shifted: Double, from column: Int = 3) -> [MultiPolygon] {
    var cells: [MultiPolygon] = []
    for row in 0..<6 {
      for place in 0..<6 {
        let x: Double = Double(place) * 100 + (place >= column ? shifted : 0)
        let y: Double = Double(row) * 100
        cells.append(Shapes.cell(Shapes.box(x, y, x + 100, y + 100)))
      }
    }
    return cells
  }

  @Test(arguments: [0.001, 0.01, 0.05, 0.0999])
  func `a slit from border to border is named with the cells on both sides`(width: Double) {
    let coverage = Coverage(cells: squares(shifted: width), reach: reach)

    let slits = coverage.problems
    var pairs: [[Int32]] = []
    for row in 0..<6 { pairs.append([Int32(row * 6 + 2), Int32(row * 6 + 3)]) }
    #expect(slits.map(\.cells) == pairs)
    for slit in slits {
      #expect(slit.kind == .slit)
      #expect(abs(slit.length - 100) < 1e-9)
      #expect(abs(slit.area - 100 * width) < 1e-6)
    }
    #expect(!coverage.isValid)
    #expect(coverage.pieces().map(\.count) == [18, 18])
  }

  @Test func `a slit that is wider than asked for, or closed, or not asked for, is none`() {
    #expect(Coverage(cells: squares(shifted: 0.2), reach: reach).isValid)
    #expect(Coverage(cells: squares(shifted: 0.01)).isValid)
    let closed =
      squares(shifted: 0.05) + [
        Shapes.cell(Shapes.ring(200, -100, 300, -100, 300.05, 0, 300, 0, 200, 0)),
        Shapes.cell(Shapes.ring(200, 600, 300, 600, 300.05, 600, 300, 700)),
      ]
    let kinds = Set(Coverage(cells: closed, reach: reach).problems.map(\.kind))
    #expect(kinds.contains(.gap) && !kinds.contains(.slit))
  }

  @Test func `a slit that is open at one end is named`() {
    let cells = [
      Shapes.cell(Shapes.ring(0, 0, 50, 0, 50, 50, 0, 50)),
      Shapes.cell(Shapes.ring(50, 0, 100, 0, 100, 50, 50.03, 50)),
    ]

    let slits = Coverage(cells: cells, reach: reach).problems

    #expect(slits.map(\.kind) == [.slit])
    #expect(slits.first?.cells == [0, 1])
  }

  @Test func `degrees are measured on the ground`() {
    let degree = 111_195.0
    let ground = Reach(metres: 0.1) { (degree * ($0.y == 0 ? 1 : 0.5), degree) }
    let cells = squares(shifted: 0.15).map { cell -> MultiPolygon in
      let ring = cell.rings[0].coordinates.map { (position: Coordinate) -> Coordinate in
        Coordinate(x: position.x / degree, y: 60 + position.y / degree)
      }
      return Shapes.cell(Ring(ring))
    }

    // 15 cm of longitude are 7.5 cm at 60 degrees north.
    #expect(Coverage(cells: cells, reach: ground).problems.map(\.kind).allSatisfy { $0 == .slit })
    #expect(!Coverage(cells: cells, reach: ground).isValid)
  }

  @Test func `the two sides of one cell, and sides that turn their backs, are no slit`() {
    // A bay of 5 cm in one cell; a cell of 5 cm beyond another.
    let bay = Shapes.cell(
      Shapes.ring(0, 0, 100, 0, 100, 100, 50.05, 100, 50.05, 10, 50, 10, 50, 100, 0, 100))
    let thin = Shapes.cell(Shapes.ring(100, 0, 100.05, 0, 100.05, 100, 100, 100))

    #expect(Coverage(cells: [bay, thin], reach: reach).isValid)
  }

  /// mbloch/mapshaper#88: slits between the parts of one shape stay.
  @Test func `a slit between two parts of one cell is named, with that cell`() {
    let parts = MultiPolygon([
      Polygon(rings: [Shapes.box(0, 0, 100, 100)]),
      Polygon(rings: [Shapes.box(100.03, 0, 200, 100)]),
    ])
    let lid = Shapes.cell(Shapes.ring(0, 100, 100, 100, 100.03, 100, 200, 100, 200, 200, 0, 200))

    let coverage = Coverage(cells: [parts, lid], reach: reach)

    #expect(coverage.problems.map(\.kind) == [.slit])
    #expect(coverage.problems.first?.cells == [0])
    #expect(abs((coverage.problems.first?.area ?? 0) - 3) < 1e-6)
    #expect(abs((coverage.problems.first?.length ?? 0) - 100) < 1e-9)
    // One part alone, or parts farther apart, have none.
    let apart = MultiPolygon([
      parts.polygons[0], Polygon(rings: [Shapes.box(100.2, 0, 200, 100)]),
    ])
    #expect(Coverage(cells: [apart], reach: reach).isValid)
    #expect(Coverage(cells: [parts]).isValid)
  }

  @Test func `a repair leaves a slit within a cell to those who know`() {
    let parts = MultiPolygon([
      Polygon(rings: [Shapes.box(0, 0, 100, 100)]),
      Polygon(rings: [Shapes.box(100.03, 0, 200, 100)]),
    ])
    var repair = CoverageRepair(cells: [parts], reach: reach)

    repair.run()

    #expect(repair.cells == [parts] && repair.after.problems.map(\.kind) == [.slit])
  }

  @Test func `a slit parts no neighbours where a reach is given`() {
    let cells = squares(shifted: 0.001)
    let coverage = Coverage(cells: cells)
    let whole = Coverage(cells: squares(shifted: 0)).queenContiguity()

    #expect(coverage.queenContiguity(reach: reach) == whole)
    #expect(coverage.queenContiguity().neighbours(of: 14).count == 5)
    #expect(whole.neighbours(of: 14).count == 8)
    #expect(Coverage(cells: squares(shifted: 0)).queenContiguity(reach: reach) == whole)
  }

  @Test func `cells that have a border with other positions are neighbours within a reach`() {
    let cells = [
      Shapes.cell(Shapes.box(0, 0, 200, 100)), Shapes.cell(Shapes.box(0, 100.01, 100, 200)),
      Shapes.cell(Shapes.box(100, 100.01, 200, 200)),
    ]
    let coverage = Coverage(cells: cells)

    #expect(coverage.queenContiguity().offsets == [0, 0, 1, 2])
    #expect(coverage.queenContiguity(reach: reach).offsets == [0, 2, 4, 6])
  }

  @Test func `islands are pieces, the largest first`() {
    let squares = Shapes.squares(2, 2)
    let islands = [Shapes.cell(Shapes.box(10, 0, 11, 1)), Shapes.cell(Shapes.box(20, 0, 21, 1))]
    let corner = Shapes.cell(Shapes.box(21, 1, 22, 2))

    let pieces = Coverage(cells: islands + squares + [corner, MultiPolygon([])]).pieces()

    #expect(pieces == [[2, 3, 4, 5], [1, 6], [0]])
  }
}
