import Geometry
import Grids
import TestSupport
import Testing

@Suite struct CoverageRepairTests {
  private func cell(_ positions: [(Double, Double)]) -> MultiPolygon {
    MultiPolygon([Polygon(rings: [Ring(positions.map { Coordinate(x: $0.0, y: $0.1) })])])
  }

  private func run(
    _ cells: [MultiPolygon], tolerance: Double, width: Double, share: Double = 0.05
  ) -> CoverageRepair {
    var options = CoverageRepair.Options()
    options.tolerance = tolerance
    options.sliverWidth = width
    options.share = share
    let reach = Reach(metres: tolerance) { _ in (x: 1, y: 1) }
    var repair = CoverageRepair(cells: cells, reach: reach, options: options)
    repair.run()
    return repair
  }

  /// Repairs and compares the result with what every repair promises: a second run has nothing to do,
  /// and no cell became invalid or lost or won more than its share.
  private func safelyRepaired(
    _ cells: [MultiPolygon], tolerance: Double = 1e-3, width: Double = 0.05
  ) -> CoverageRepair {
    let repair = run(cells, tolerance: tolerance, width: width)
    let again = run(repair.cells, tolerance: tolerance, width: width)
    #expect(again.steps.isEmpty && again.cells == repair.cells)
    for (old, new) in zip(cells, repair.cells) where old != new {
      // Its holes are gaps where it is alone.
      #expect(Coverage(cells: [new]).problems.allSatisfy { $0.kind == .gap })
      #expect(abs(new.area - old.area) <= 0.05 * old.area)
    }
    let faulty = Set(repair.before.problems.filter { !$0.isNote }.flatMap(\.cells))
    for problem in repair.after.problems where !problem.isNote {
      #expect(problem.cells.allSatisfy(faulty.contains))
    }
    return repair
  }

  /// Repairs so that nothing is left.
  private func repaired(
    _ cells: [MultiPolygon], tolerance: Double = 1e-3, width: Double = 0.05
  ) -> CoverageRepair {
    let repair = safelyRepaired(cells, tolerance: tolerance, width: width)
    #expect(repair.after.problems.filter { !$0.isNote } == [])
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

  /// Cells of 10 m whose corners are moved each by itself: most of them lose or win too much by some
  /// change, which must not keep the others from being mended.
  @Test(
    arguments: [(0.1, 1), (0.1, 2), (0.1, 3), (0.2, 1), (0.2, 2), (0.4, 1)] as [(Double, UInt64)])
  func `cells that must stay as they are do not hold up all others`(shift: Double, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func moved(_ ordinate: Int) -> Double {
      10 * Double(ordinate) + .random(in: -shift...shift, using: &generator)
    }
    let cells = (0..<196).map { number in
      let (x, y) = (number % 14, number / 14)
      return cell(
        [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)].map { (moved($0.0), moved($0.1)) })
    }

    let repair = run(cells, tolerance: 0.1, width: 1)

    let count = { (coverage: Coverage) in coverage.problems.count { !$0.isNote } }
    #expect(count(repair.after) * 2 < count(repair.before))
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

    let repair = safelyRepaired(cells)

    #expect(repair.steps.isEmpty && repair.cells == cells)
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

  /// Three small cells that lie over each other by half a metre and more.
  private let bays = [
    [(0.0, 0.0), (8, 0), (8, 1.6), (0, 1.6)], [(1, 0.5), (9, 0.5), (9, 2.1), (1, 2.1)],
    [(2, -1.2), (10, -1.2), (10, 0.4), (2, 0.4)],
  ]

  @Test func `an overlap that is narrow but much of a cell is left and stays a problem`() {
    let cells = bays.map { cell($0) }

    let repair = safelyRepaired(cells, tolerance: 0.1, width: 1)

    #expect(repair.steps.isEmpty && repair.cells == cells)
    #expect(repair.after.problems == repair.before.problems)
    #expect(!repair.after.isValid)
  }

  @Test func `cells that are all but the same are not made the same`() {
    let cells = [
      cell([(0, 0), (2, 0), (2, 4), (0, 4)]),
      cell([(0.09, 0.04), (2.09, 0.04), (2.09, 4.04), (0.09, 4.04)]),
    ]

    let repair = safelyRepaired(cells, tolerance: 0.1, width: 1)

    #expect(repair.cells == cells)
  }

  @Test func `what a large and a small cell both have stays with the small one`() {
    let cells = [
      cell([(0, 0), (100, 0), (100, 100), (0, 100)]),
      cell([(99.5, 10), (105, 10), (105, 20), (99.5, 20)]),
    ]

    let repair = repaired(cells, tolerance: 0.1, width: 1)

    #expect(repair.steps.map(\.kind) == [.cutOverlap])
    #expect(repair.steps.first?.cells == [0, 1])
    #expect(abs((repair.steps.first?.share ?? 0) - 5 / 10_000) < 1e-9)
    #expect(repair.cells[1].area == 55)
  }

  @Test func `a slit is closed, and a cell in the middle of a gap is not drawn over`() {
    let slit = [
      cell([(0, 0), (10, 0), (10, 10), (0, 10)]),
      cell([(10.03, 0), (20, 0), (20, 10), (10.03, 10)]),
    ]
    let around = Polygon(
      rings: [
        [(0.0, 0.0), (40, 0), (40, 40), (0, 40)], [(10.0, 10.0), (30, 10), (30, 30), (10, 30)],
      ]
      .map { ring in Ring(ring.map { Coordinate(x: $0.0, y: $0.1) }) })
    let moat = [
      MultiPolygon([around]), cell([(10.4, 10.4), (29.6, 10.4), (29.6, 29.6), (10.4, 29.6)]),
    ]

    #expect(repaired(slit, tolerance: 0.1, width: 1).steps.map(\.kind) == [.snap, .snap])
    let left = safelyRepaired(moat, tolerance: 0.1, width: 10)
    #expect(left.cells == moat && !left.after.isValid)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `whatever was drawn, no cell is made worse and a second run finds nothing`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let side = 5
    let size = Double.random(in: 0.3...20, using: &generator)
    let far = Double.random(in: 0.001...0.2, using: &generator)
    var cells: [MultiPolygon] = []
    for number in 0..<side * side {
      let x = Double(number % side) * size
      let y = Double(number / side) * size
      var ring: [(Double, Double)] = []
      for (u, v) in [(0.0, 0.0), (0.5, 0), (1, 0), (1, 0.4), (1, 1), (0, 1)] {
        let dx = Double.random(in: -far...far, using: &generator)
        let dy = Double.random(in: -far...far, using: &generator)
        ring.append((x + u * size + dx, y + v * size + dy))
      }
      cells.append(cell(ring))
    }

    let repair = safelyRepaired(cells, tolerance: 0.1, width: 1)

    #expect(
      repair.after.problems.count { !$0.isNote } <= repair.before.problems.count { !$0.isNote })
  }
}
