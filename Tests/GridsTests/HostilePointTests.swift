import Geometry
import Testing

@testable import Grids

/// A million positions on and beside borders, in twelve worlds, by exact arithmetic.
///
/// The long form runs over real boundaries: scripts/hostile-points.
struct HostilePointTests {
  static let perWorld = 84_000

  @Test(arguments: 1...12)
  func `hostile positions have the cell that exact arithmetic says`(world: Int) {
    let cells = HostileWorlds.cells(world)
    let coverage = Coverage(cells: cells)
    let isValid = coverage.problems.allSatisfy { $0.kind == .gap || $0.isNote }

    let run = HostileRun(
      cells, locator: Locator(coverage: coverage), oracle: LocationOracle(cells),
      isValid: isValid, count: Self.perWorld, seed: UInt64(world))

    #expect(isValid == (world != 12))
    #expect(run.wrong.isEmpty, "\(run.wrong.prefix(3)) and \(run.wrong.count) in all")
    #expect(run.several.isEmpty, "\(run.several.prefix(3))")
    #expect(run.checked > Self.perWorld * 99 / 100)
    #expect(run.onBorder > Self.perWorld / 20)
  }
}
