import Geometry
import TestSupport
import Testing

@testable import Grids

struct GarbageTests {
  @Test func `rings drawn at random cross and overlap, and the even-odd rule still decides`() {
    var generator = SeededGenerator(seed: 20)
    var differing = 0
    var unreported = 0
    for _ in 0..<150 {
      let cells = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        Shapes.cell(
          Shapes.ring(
            (0..<2 * Int.random(in: 1...6, using: &generator)).map { _ in
              Double(Int.random(in: 0...5, using: &generator))
            }))
      }
      let coverage = Coverage(cells: cells)
      let locator = Locator(coverage: coverage)
      let oracle = LocationOracle(cells)
      for _ in 0..<40 {
        let point = Coordinate(
          x: Double(Int.random(in: 0...20, using: &generator)) / 4,
          y: Double(Int.random(in: 0...20, using: &generator)) / 4)
        guard let truth = oracle.locate(point) else { continue }
        let location = locator.locate(point)
        let isInSome = truth.containing > 0 && !(truth.location.isBorder && truth.containing == 1)
        if isInSome && location.cell != truth.location.cell { differing += 1 }
        if isInSome && truth.containing > 1 && coverage.isValid { unreported += 1 }
      }
    }

    #expect(differing == 0)
    #expect(unreported == 0)
  }
}
