import Geometry
import TestSupport
import Testing

@testable import Grids

/// The index of cells that are taken for a coverage, and of several threads.
struct ValidCellsTests {
  @Test(arguments: 1...11)
  func `cells known to be a coverage have the index of the checked ones`(world: Int) {
    let cells = HostileWorlds.cells(world)
    let codes = cells.indices.map { "990101\($0)" }

    let checked = Locator(coverage: Coverage(cells: cells), codes: codes)

    #expect(image(Locator(validCells: cells, codes: codes)) == image(checked))
  }

  @Test(.enabled(if: LeedsData.isThere))
  func `real cells known to be a coverage have the index of the checked ones`() throws {
    let (cells, coverage) = try LeedsData.outputAreas.get()

    #expect(image(Locator(validCells: cells, threads: 2)) == image(Locator(coverage: coverage)))
  }

  @Test func `cells without edges have the index of the checked ones`() {
    let empty = [MultiPolygon([]), MultiPolygon([])]

    #expect(
      image(Locator(validCells: empty)) == image(Locator(coverage: Coverage(cells: empty))))
    #expect(Locator(validCells: []).locate(Coordinate(x: 0, y: 0)) == .outside)
  }

  @Test func `gaps and junctions do not set the two apart`() {
    var cells = Shapes.squares(4, 4)
    cells.remove(at: 5)
    cells += [Shapes.cell(Shapes.box(0, 4, 1.5, 5)), Shapes.cell(Shapes.box(1.5, 4, 4, 5))]
    let coverage = Coverage(cells: cells)

    #expect(Set(coverage.problems.map(\.kind)) == [.gap, .tJunction, .mismatchedEdge])
    #expect(image(Locator(validCells: cells)) == image(Locator(coverage: coverage)))
  }

  @Test(arguments: [1, 7, 9, 12], [2, 3, 7])
  func `the index does not depend on the number of threads`(world: Int, threads: Int) {
    let cells = HostileWorlds.cells(world)
    let coverage = Coverage(cells: cells)

    #expect(
      image(Locator(coverage: coverage, threads: threads)) == image(Locator(coverage: coverage)))
    #expect(
      image(Locator(validCells: cells, threads: threads)) == image(Locator(validCells: cells)))
  }

  @Test func `overlapping cells taken for a coverage answer with one of the cells or none`() {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<30 {
      let cells = (0..<Int.random(in: 1...20, using: &generator)).map { _ in
        Shapes.cell(
          Shapes.ring(
            (0..<2 * Int.random(in: 1...6, using: &generator)).map { _ in
              Double(Int.random(in: 0...5, using: &generator))
            }))
      }
      expectAnswers(cells, count: 200, &generator)
    }
  }

  @Test func `cells of which each lies over others answer with one of the cells or none`() {
    var generator = SeededGenerator(seed: 22)
    let squares = Shapes.squares(4, 4)

    expectAnswers(HostileWorlds.cells(12), count: 5000, &generator)
    expectAnswers(squares + squares, count: 2000, &generator)
    expectAnswers(
      (1...20).map { Shapes.cell(Shapes.box(0, 0, Double($0) / 4, Double($0) / 4)) },
      count: 2000, &generator)
  }

  /// Holds the answers at random positions and in vertices to the numbers of the cells.
  private func expectAnswers(
    _ cells: [MultiPolygon], count: Int, _ generator: inout SeededGenerator
  ) {
    let locator = Locator(validCells: cells, threads: 2)
    let points =
      (0..<count).map { _ in
        Coordinate(
          x: .random(in: -0.5...7, using: &generator), y: .random(in: -0.5...7, using: &generator))
      } + cells.flatMap { $0.rings.flatMap(\.coordinates) }
    let possible = -1..<Int32(cells.count)

    let locations = points.map { locator.locate($0) }

    #expect(locations.allSatisfy { possible.contains($0.cell) })
    #expect(locator.locate(points) == locations)
    #expect(points.allSatisfy { possible.contains(locator.nearest(to: $0)?.cell ?? -1) })
    let near = points.prefix(100).flatMap { locator.cells(within: 0.5, of: $0) }
    #expect(near.allSatisfy { possible.contains($0.cell) })
  }

  private func image(_ locator: Locator) -> [UInt8] {
    withExtendedLifetime(locator.storage) { image in
      Array(UnsafeRawBufferPointer(start: image.base, count: image.byteCount))
    }
  }
}
