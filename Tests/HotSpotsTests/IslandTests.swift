import HotSpots
import Testing

/// A cell that has no neighbour with a value: kept, dropped, or linked to the nearest.
struct IslandTests {
  private static let side = 6
  /// A square of cells, and an island with a thousand.
  private static let counts = (0..<36).map { ($0 * 7) % 5 + ($0 < 2 ? 9 : 0) } + [1000]
  private static let codes = (0..<37).map { "c\($0)" }
  private static let weights = SpatialWeights(
    rows: (0..<36).map { cell in
      (0..<36).filter {
        $0 != cell && abs($0 % side - cell % side) <= 1 && abs($0 / side - cell / side) <= 1
      }
    } + [[]])

  private static func report(
    _ islands: SpatialWeights.Islands, exposures: [Double?]? = nil
  ) throws -> HotSpotReport {
    try HotSpotAnalysis(permutations: 99, islands: islands).report(
      codes: codes, counts: counts, exposures: exposures, weights: weights,
      nearest: { cell, isMeant in (0..<cell).last(where: isMeant) })
  }

  @Test func `dropped, it changes nothing for the others`() throws {
    let report = try Self.report(.drop)
    let without = try HotSpotAnalysis(permutations: 99).report(
      codes: Array(Self.codes.dropLast()), counts: Array(Self.counts.dropLast()),
      weights: SpatialWeights(rows: (0..<36).map { Self.weights.neighbours(of: $0).map(Int.init) }))

    #expect(Array(report.cells.dropLast()) == without.cells)
    #expect(report.cells[36].hotSpotClass == .isolate && report.cells[36].count == 1000)
    #expect(report.cells[36].z == nil)
    #expect(report.summary.used == 36 && report.summary.isolates == 1)
    #expect(report.warnings.contains(.isolates(cells: 1, areDropped: true)))
  }

  @Test func `kept, it has no class but moves the mean`() throws {
    let report = try Self.report(.keep)
    let dropped = try Self.report(.drop)

    #expect(report.cells[36].hotSpotClass == .isolate)
    #expect(report.summary.used == 37 && report.summary.islands == .keep)
    #expect(report.cells[0].z != dropped.cells[0].z)
    #expect(report.warnings.contains(.isolates(cells: 1, areDropped: false)))
  }

  @Test func `with the nearest cell as a neighbour it is tested, and so is that cell with it`()
    throws
  {
    let report = try Self.report(.nearest)
    let linked = try HotSpotAnalysis(permutations: 99).report(
      codes: Self.codes, counts: Self.counts, weights: Self.weights.linking([(36, 35)]))

    #expect(report.cells == linked.cells)
    #expect(report.cells[36].z != nil && report.summary.isolates == 0)
    #expect(report.summary.linked == 1)
    #expect(report.warnings.contains(.linkedIslands(cells: 1)))
  }

  @Test func `a cell whose neighbours all lack a value is an island too`() throws {
    var exposures: [Double?] = Array(repeating: 100, count: 37)
    for neighbour in Self.weights.neighbours(of: 0) { exposures[Int(neighbour)] = nil }

    let kept = try Self.report(.keep, exposures: exposures)
    let dropped = try Self.report(.drop, exposures: exposures)
    let linked = try Self.report(.nearest, exposures: exposures)

    #expect(kept.summary.isolates == 2 && kept.summary.used == 34)
    #expect(dropped.summary.isolates == 2 && dropped.summary.used == 32)
    #expect(dropped.cells[0].hotSpotClass == .isolate && dropped.cells[1].hotSpotClass == .lowData)
    // Nothing lies before the first cell, so it stays alone.
    #expect(linked.summary.linked == 1 && linked.summary.isolates == 1)
  }

  @Test func `a link is made both ways, and once`() {
    let weights = SpatialWeights(rows: [[1], [0], []]).linking([(2, 0), (0, 2), (0, 1), (1, 1)])

    #expect(weights == SpatialWeights(rows: [[1, 2], [0], [0]]))
  }
}
