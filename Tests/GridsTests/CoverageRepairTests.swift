import Geometry
import Grids
import TestSupport
import Testing

@Suite struct CoverageRepairTests {
  private func cell(_ positions: [(Double, Double)]) -> MultiPolygon {
    MultiPolygon([Polygon(rings: [Ring(positions.map { Coordinate(x: $0.0, y: $0.1) })])])
  }

  /// Repairs and holds the result to what every repair promises: it is valid, and a second run has
  /// nothing to do.
  private func repaired(
    _ cells: [MultiPolygon], tolerance: Double = 1e-3, width: Double = 0.05
  ) -> CoverageRepair {
    var repair = CoverageRepair(cells: cells, tolerance: tolerance)
    repair.joinBorders()
    repair.fillGaps(maximumWidth: width)
    #expect(Coverage(cells: repair.cells).problems.filter { !$0.isNote } == [])
    var again = CoverageRepair(cells: repair.cells, tolerance: tolerance)
    again.joinBorders()
    again.fillGaps(maximumWidth: width)
    #expect(again.steps.isEmpty && again.cells == repair.cells)
    return repair
  }

  @Test(arguments: [0, 1e-12, -1e-12, 5e-4, -5e-4])
  func `a position on or beside a neighbour's edge is put into it`(offset: Double) {
    let cells = [
      cell([(0, 0), (1, 0), (1, 2), (0, 2)]),
      cell([(1, 0), (2, 0), (2, 1), (1 + offset, 1)]),
      cell([(1 + offset, 1), (2, 1), (2, 2), (1, 2)]),
    ]

    let repair = repaired(cells)

    #expect(repair.steps.map(\.kind) == [.split])
    #expect(repair.steps.first?.cells == [0, 1, 2])
    #expect(repair.steps.first?.at == Coordinate(x: 1 + offset, y: 1))
    #expect(repair.cells[1...] == cells[1...])
    #expect(repair.cells[0].vertexCount == cells[0].vertexCount + 1)
    #expect(abs((repair.steps.first?.area ?? -1) - abs(offset)) < 1e-12)
  }

  @Test func `corners that should be one become one`() {
    let cells = [
      cell([(0, 0), (1, 0), (1, 1), (0, 1)]),
      cell([(1.0002, 0), (2, 0), (2, 1), (1, 1.0003)]),
    ]

    let repair = repaired(cells)

    #expect(repair.steps.map(\.kind) == [.snap, .snap])
    #expect(abs(repair.cells.reduce(0) { $0 + $1.area } - 2) < 1e-3)
  }

  @Test func `a narrow gap goes to the cell with the longest border to it`() {
    let cells = [
      cell([(0, 0), (3, 0), (3, 1), (2, 1), (1, 1), (0, 1)]),
      cell([(0, 1), (1, 1), (1.5, 1.04), (1.5, 2), (0, 2)]),
      cell([(1.5, 1.04), (2, 1), (3, 1), (3, 2), (1.5, 2)]),
    ]

    let repair = repaired(cells)

    #expect(repair.steps.map(\.kind) == [.fillGap])
    // One along the cell below, half of it along each of those above.
    #expect(repair.steps.first?.cells == [0, 1, 2])
    #expect(abs((repair.steps.first?.area ?? 0) - 0.02) < 1e-12)
    #expect(abs(repair.cells.reduce(0) { $0 + $1.area } - 6) < 1e-12)
  }

  @Test func `a lake is no gap to be filled`() {
    let lake = [(1.0, 1.0), (2, 1), (2, 2), (1, 2)]
    let ring = MultiPolygon([
      Polygon(
        rings: [[(0.0, 0.0), (3, 0), (3, 3), (0, 3)], lake].map {
          Ring($0.map { Coordinate(x: $0.0, y: $0.1) })
        })
    ])
    let cells = [ring, cell([(3, 0), (4, 0), (4, 3), (3, 3)])]

    let repair = CoverageRepair(cells: cells, tolerance: 1e-3)
    var filled = repair
    filled.joinBorders()
    filled.fillGaps(maximumWidth: 0.05)

    #expect(filled.steps.isEmpty && filled.cells == cells)
  }

  @Test func `positions of one cell that are near each other stay apart`() {
    let cells = [
      cell([(0, 0), (1, 0), (1, 0.5), (1.0004, 0.5002), (1, 0.5004), (1, 1), (0, 1)]),
      cell([(-1, 0), (0, 0), (0, 1), (-1, 1)]),
    ]

    let repair = repaired(cells)

    #expect(repair.steps.isEmpty && repair.cells == cells)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a lattice whose cells were each jittered is one again`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let tolerance = 1e-3
    var cells: [MultiPolygon] = []
    for row in 0..<6 {
      for column in 0..<6 {
        // Every other row has a position more in each edge: T-junctions as well.
        let detail = row % 2 == 0 ? [0, 1] : [0, 0.5, 1]
        let south = detail.map { (Double(column) + $0, Double(row)) }
        let north = detail.reversed().map { (Double(column) + $0, Double(row + 1)) }
        cells.append(
          cell(
            (south + north).map {
              (
                $0.0 + Double.random(in: -1...1, using: &generator) * tolerance / 6,
                $0.1 + Double.random(in: -1...1, using: &generator) * tolerance / 6
              )
            }))
      }
    }
    #expect(!Coverage(cells: cells).isValid)

    let repair = repaired(cells, tolerance: tolerance)

    #expect(abs(repair.cells.reduce(0) { $0 + $1.area } - 36) < 0.02)
    #expect(repair.steps.allSatisfy { $0.distance <= tolerance })
  }

  @Test func `a sound coverage is left as it is`() {
    let cells = (0..<4).map { index -> MultiPolygon in
      let (x, y) = (Double(index % 2), Double(index / 2))
      return cell([(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)])
    }

    #expect(repaired(cells).steps.isEmpty)
  }
}
