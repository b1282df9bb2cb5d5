import Geometry
import Testing

@testable import Grids

struct ContiguityTests {
  @Test func `queens meet in corners and rooks only along edges`() {
    let coverage = Coverage(cells: Shapes.squares(3, 3))

    let queen = coverage.queenContiguity()
    let rook = coverage.rookContiguity()

    #expect(row(queen, 4) == [0, 1, 2, 3, 5, 6, 7, 8])
    #expect(row(rook, 4) == [1, 3, 5, 7])
    #expect(row(queen, 0) == [1, 3, 4])
    #expect(row(rook, 0) == [1, 3])
  }

  @Test func `cells without a position in common are no neighbours`() {
    let coverage = Coverage(cells: [
      Shapes.cell(Shapes.box(0, 0, 1, 1)), Shapes.cell(Shapes.box(2, 0, 3, 1)),
    ])

    #expect(coverage.queenContiguity().offsets == [0, 0, 0])
  }

  @Test func `neighbours are those that share a position, pair by pair`() {
    let cells = SyntheticCoverage(seed: 3, columns: 5, rows: 4, bends: 3, step: 1 / 64).cells
    let queen = Coverage(cells: cells).queenContiguity()
    let positions = cells.map { Set($0.rings.flatMap(\.coordinates)) }

    for cell in cells.indices {
      let expected = cells.indices.filter {
        $0 != cell && !positions[$0].isDisjoint(with: positions[cell])
      }
      #expect(row(queen, cell) == expected.map(Int32.init))
    }
  }

  private func row(_ rows: Contiguity, _ cell: Int) -> [Int32] {
    Array(rows.neighbours(of: cell))
  }
}
