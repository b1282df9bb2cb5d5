import Foundation
import HotSpots
import Synchronization
import Testing

struct HotSpotAnalysisTests {
  /// A square of cells with a hot corner and a cold one.
  static let side = 8
  static let codes = (0..<64).map { "990101\(100 + $0)" }
  static let counts = (0..<64).map { cell in
    let (x, y) = (cell % side, cell / side)
    return x + y < 4 ? 60 - (x + y) : (x + y > 11 ? (x + y) % 2 : 20 + (cell * 7) % 5)
  }
  static let weights = SpatialWeights(
    rows: (0..<64).map { cell in
      (0..<64).filter {
        $0 != cell && abs($0 % side - cell % side) <= 1 && abs($0 / side - cell / side) <= 1
      }
    })

  static let result = Result {
    try HotSpotAnalysis(permutations: 999).report(codes: codes, counts: counts, weights: weights)
  }

  @Test func `the hot corner is hot, the cold corner cold, and the rest is not`() throws {
    let report = try Self.result.get()
    #expect(report.cells[0].hotSpotClass == .hot95)
    #expect(report.cells[63].hotSpotClass.bin < 0)
    #expect(report.cells[36].hotSpotClass == .none)
    for cell in report.cells where cell.hotSpotClass.bin != 0 {
      #expect((cell.hotSpotClass.bin > 0) == ((cell.z ?? 0) > 0))
    }
  }

  @Test func `classes follow the permutation p, the analytic p without, and the adjustment`() throws
  {
    let report = try Self.result.get()
    let raw = try HotSpotAnalysis(permutations: 999, fdr: .none)
      .report(codes: Self.codes, counts: Self.counts, weights: Self.weights)
    let analytic = try HotSpotAnalysis(permutations: 0, fdr: .none)
      .report(codes: Self.codes, counts: Self.counts, weights: Self.weights)

    #expect(raw.cells[0].hotSpotClass == .hot99)
    #expect(raw.cells.allSatisfy { $0.pAdjusted == nil && $0.pPermutation != nil })
    #expect(analytic.cells.allSatisfy { $0.pPermutation == nil && $0.p != nil })
    #expect(analytic.warnings.map(\.kind) == [.analyticOnly])
    #expect(
      report.cells.map(\.pAdjusted)
        == BenjaminiHochberg.adjust(report.cells.map(\.pPermutation)))
  }

  @Test func `a row is the same in whatever order the cells come, on any number of threads`() throws
  {
    let report = try Self.result.get()
    let order = Array(Self.codes.indices.reversed())
    let turned = try HotSpotAnalysis(permutations: 999, threads: 2).report(
      codes: order.map { Self.codes[$0] }, counts: order.map { Self.counts[$0] },
      weights: SpatialWeights(
        rows: order.map { Self.weights.neighbours(of: $0).map { 63 - Int($0) } }))

    #expect(turned.cells == order.map { report.cells[$0] })
    #expect(turned.summary == report.summary)
  }

  @Test func `a rate needs an exposure; without one a cell is left out`() throws {
    var exposures: [Double?] = Self.counts.map { Double($0 * 50 + 1000) }
    exposures[5] = nil
    exposures[6] = 0
    exposures[7] = -.infinity

    let rates = try HotSpotAnalysis(permutations: 99)
      .report(codes: Self.codes, counts: Self.counts, exposures: exposures, weights: Self.weights)

    for cell in 5...7 {
      #expect(rates.cells[cell].hotSpotClass == .lowData)
      #expect(rates.cells[cell].rate == nil && rates.cells[cell].z == nil)
      #expect(rates.cells[cell].count == Self.counts[cell])
    }
    #expect(rates.cells[0].rate == Double(Self.counts[0]) / Double(Self.counts[0] * 50 + 1000))
    #expect(rates.summary.used == 61 && rates.summary.lowData == 3)
    #expect(rates.warnings.map(\.kind).contains(.noExposure))
  }

  @Test func `the summary says what the permutations can attain`() throws {
    let report = try Self.result.get()
    let summary = report.summary
    #expect(summary.cells == 64 && summary.used == 64 && summary.tested == 64)
    #expect(summary.permutations == 999 && summary.seed == 1 && summary.smallestP == 0.002)
    #expect(summary.attainability.map(\.level) == [0.10, 0.05, 0.01])
    // 0.002 · 64 / 0.05 = 2.56, so 3 cells together; alone 2 · 64 / 0.05 − 1.
    #expect(summary.attainability.map(\.cellsNeeded) == [2, 3, 13])
    #expect(summary.attainability.map(\.permutationsNeeded) == [1279, 2559, 12_799])
    #expect(summary.attainability.allSatisfy { !$0.isLoneDiscoveryPossible })

    let enough = try HotSpotAnalysis(permutations: 2559)
      .report(codes: Self.codes, counts: Self.counts, weights: Self.weights).summary
    #expect(enough.attainability.map(\.isLoneDiscoveryPossible) == [true, true, false])
    #expect(enough.attainability.map(\.cellsNeeded) == [1, 1, 5])
  }

  @Test func `warnings say what to beware of, with the figures`() throws {
    let report = try Self.result.get()
    let weights = SpatialWeights(rows: [[1], [0], []])
    let few = try HotSpotAnalysis().report(
      codes: ["a", "b", "c"], counts: [1, 1, 1], weights: weights)
    let flat = try HotSpotAnalysis().report(
      codes: Self.codes, counts: Self.counts.map { _ in 0 }, weights: Self.weights)

    #expect(
      few.warnings == [
        .fewCells(used: 3, enough: 30), .constant, .isolates(cells: 1, areDropped: false),
      ])
    #expect(
      report.warnings == [
        .fewPermutations(permutations: 999, tested: 64, needed: 3, permutationsNeeded: 2559)
      ])
    #expect(flat.warnings == [.constant])
    #expect(flat.cells.allSatisfy { $0.hotSpotClass == .none })
  }

  @Test func `a row is written with the keys of the contract, null included`() throws {
    let row = HotSpotCell(code: "990101001", count: 3, hotSpotClass: .lowData)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys

    let text = try String(decoding: encoder.encode(row), as: UTF8.self)

    #expect(
      text == """
        {"class":"low_data","code":"990101001","count":3,"expected":null,"exposure":null,\
        "name":null,"neighbours":null,"p":null,"p_adjusted":null,"p_attainable":null,"p_permutation":null,"permutations":null,"rate":null,"statistic":null,"z":null}
        """)
    #expect(try JSONDecoder().decode(HotSpotCell.self, from: Data(text.utf8)) == row)
  }

  @Test func `one huge cell amid the lowest is not a hot spot, and the report says why`() throws {
    let around = Set(Self.weights.neighbours(of: 27).map { Int($0) })
    let counts = (0..<64).map { $0 == 27 ? 5000 : (around.contains($0) ? 0 : 50 + $0 % 3) }

    let report = try HotSpotAnalysis(permutations: 199, fdr: .none)
      .report(codes: Self.codes, counts: counts, weights: Self.weights)

    let cell = report.cells[27]
    #expect((cell.z ?? 0) > 2 && (cell.pPermutation ?? 1) <= 0.05)
    #expect(cell.hotSpotClass == .none)
    #expect(report.warnings.contains { $0 == .oppositeSides(cells: 1) })
  }

  @Test func `a rate that is not finite is no rate, and extreme ones have the z of their shape`()
    throws
  {
    func report(_ exposure: @escaping (Int) -> Double) throws -> HotSpotReport {
      try HotSpotAnalysis(permutations: 99).report(
        codes: Self.codes, counts: Self.counts.map { $0 + 1 },
        exposures: Self.counts.indices.map(exposure), weights: Self.weights)
    }
    let plain = try report { Double(100 + $0) }
    let tiny = try report { Double(100 + $0) * 0x1p-990 }
    let huge = try report { Double(100 + $0) * 0x1p990 }
    let broken = try report { $0 == 5 ? .leastNonzeroMagnitude : Double(100 + $0) }

    // A power of two apart, all digits are the same.
    for other in [tiny, huge] {
      #expect(other.cells.map(\.z) == plain.cells.map(\.z))
      #expect(other.cells.map(\.pPermutation) == plain.cells.map(\.pPermutation))
      #expect(other.cells.map(\.hotSpotClass) == plain.cells.map(\.hotSpotClass))
    }
    #expect(broken.cells[5].hotSpotClass == .lowData && broken.cells[5].rate == nil)
    #expect(broken.summary.lowData == 1 && broken.summary.used == 63)
    #expect(throws: Never.self) { try JSONEncoder().encode(broken.cells + tiny.cells + huge.cells) }
  }

  @Test func `a cell says how many neighbours it has and how many are expected in it`() throws {
    let report = try Self.result.get()
    var exposures: [Double?] = Array(repeating: 50, count: 64)
    (exposures[0], exposures[9]) = (150, nil)
    let rates = try HotSpotAnalysis(permutations: 9)
      .report(codes: Self.codes, counts: Self.counts, exposures: exposures, weights: Self.weights)

    #expect(report.cells[0].neighbours == 3 && report.cells[9].neighbours == 8)
    #expect(report.cells[0].expected == Double(Self.counts.reduce(0, +)) / 64)
    let counted = Double(Self.counts.reduce(0, +) - Self.counts[9])
    #expect(rates.cells[0].expected == 150 * (counted / Double(62 * 50 + 150)))
    #expect(rates.cells[0].neighbours == 2)
    #expect(rates.cells[9].expected == nil && rates.cells[9].neighbours == nil)
  }

  @Test func `a high cell among ordinary ones is explained`() throws {
    let counts = (0..<64).map { $0 == 27 ? 100 : 2 + $0 % 2 }

    let report = try HotSpotAnalysis()
      .report(codes: Self.codes, counts: counts, weights: Self.weights)

    #expect(report.cells[27].hotSpotClass == .none && (report.cells[27].z ?? 0) > 2)
    #expect(
      report.warnings.contains(.loneHigh(cells: 1, highest: Self.codes[27], count: 100)))
    let hot = try Self.result.get()
    #expect(!hot.warnings.map(\.kind).contains(.loneHigh))
  }

  @Test func `a run can be given up, and one that is not gives the same report`() throws {
    let report = try Self.result.get()
    let same = try HotSpotAnalysis(permutations: 999, threads: 2).report(
      codes: Self.codes, counts: Self.counts, weights: Self.weights, isCancelled: { false })
    let asked = Atomic(0)

    #expect(same == report)
    #expect(throws: CancellationError.self) {
      // Half a minute's work, were it not given up at the third cell.
      try HotSpotAnalysis(permutations: 20_000).report(
        codes: (0..<1000).map { "990101\($0)" }, counts: Array(0..<1000),
        weights: SpatialWeights(rows: (0..<1000).map { [($0 + 1) % 1000] }),
        isCancelled: { asked.add(1, ordering: .relaxed).newValue > 2 })
    }
    #expect(asked.load(ordering: .relaxed) < 10)
  }
}
