import TestSupport
import Testing

@testable import HotSpots

/// The sequential p of Besag and Clifford: valid, a beginning of the fixed run, and the same everywhere.
struct AdaptivePermutationTests {
  /// A ring of cells, each with the two cells on either side as neighbours.
  private static func ring(_ count: Int) -> SpatialWeights {
    SpatialWeights(
      rows: (0..<count).map { cell in [-2, -1, 1, 2].map { (cell + $0 + count) % count } })
  }

  @Test func `one cell alone can reach 0.05, within limits`() {
    #expect(Permutations.adaptive.limit(tests: 4588) == 183_519)
    #expect(Permutations.adaptive.limit(tests: 3) == 9_999)
    #expect(Permutations.adaptive.limit(tests: 25_000) == 999_999)
    #expect(Permutations.adaptive.limit(tests: 1_000_000) == 999_999)
    #expect(Permutations.fixed(199).limit(tests: 4588) == 199)
    #expect(HotSpotClass.reaches(0.05, 2.0 / 183_520 * 4588))
    #expect(!HotSpotClass.reaches(0.05, 2.0 / 183_519 * 4588))
  }

  @Test func `a rule is read and written as a word or a number`() {
    #expect(Permutations(rawValue: "adaptive") == .adaptive)
    #expect(Permutations(rawValue: "999") == 999)
    #expect(Permutations(rawValue: "many") == nil)
    #expect([Permutations.adaptive, 99].map(\.rawValue) == ["adaptive", "99"])
  }

  @Test func `p is h over l where drawing ended, else as in a fixed run`() {
    typealias Tail = ConditionalPermutation.Tail
    var rule = DrawRule(.adaptive, tests: 4588)
    (rule.limit, rule.exceedances) = (199, 10)

    #expect(Tail(atLeast: 10, atMost: 90, draws: 100).twoSidedP(rule) == 0.2)
    #expect(Tail(atLeast: 189, atMost: 10, draws: 199).twoSidedP(rule) == 20.0 / 199)
    #expect(Tail(atLeast: 190, atMost: 9, draws: 199).twoSidedP(rule) == 0.1)
    #expect(Tail(atLeast: 199, atMost: 0, draws: 199).twoSidedP(rule) == 0.01)
    #expect(Tail(atLeast: 10, atMost: 10, draws: 12).twoSidedP(rule) == 1)
  }

  @Test(arguments: [4, 30, 55]) func `its draws are the first ones of the fixed run`(k: Int) {
    var generator = SeededGenerator(seed: 11)
    let values = (0..<60).map { _ in Double(Int.random(in: 0...9, using: &generator)) }
    var rule = DrawRule(.adaptive, tests: 60)
    (rule.limit, rule.exceedances) = (999, 20)
    for position in values.indices {
      var permutation = ConditionalPermutation(values: values)
      let observed = values.filter { $0 != values[position] }.prefix(k).reduce(0, +)
      func tail(_ rule: DrawRule) -> ConditionalPermutation.Tail {
        permutation.tail(
          position: position, k: k, observed: observed, rule: rule,
          base: CounterStream.base(seed: 1, key: UInt64(position)))
      }

      let adaptive = tail(rule)

      #expect(adaptive == tail(DrawRule(.fixed(adaptive.draws), tests: 60)))
      if adaptive.draws < rule.limit {
        #expect(adaptive.rarer == 20)
        #expect(tail(DrawRule(.fixed(adaptive.draws - 1), tests: 60)).rarer == 19)
      }
    }
  }

  @Test func `under the null hypothesis p is at most α as often as α says, at every α there is`() {
    // One cell per map: maps are independent, so the count of p ≤ α is binomial.
    let maps = 6_000
    var rule = DrawRule(.adaptive, tests: 1)
    (rule.limit, rule.exceedances) = (199, 10)
    var generator = SeededGenerator(seed: 2_024)
    let p = (0..<maps).map { map in
      let values = (0..<40).map { _ in Double.random(in: 0..<1, using: &generator) }
      var permutation = ConditionalPermutation(values: values)
      return permutation.tail(
        position: 0, k: 5, observed: values[1...5].reduce(0, +), rule: rule,
        base: CounterStream.base(seed: 5, key: UInt64(map))
      ).twoSidedP(rule)
    }

    for level in [0.01, 0.05, 0.1, 0.2, 0.5] {
      let error = (level * (1 - level) / Double(maps)).squareRoot()
      let share = Double(p.count { $0 <= level }) / Double(maps)
      #expect(abs(share - level) < 4 * error, "\(level): \(share)")
    }
  }

  @Test func `after the adjustment a null map has a discovery no more often than α says`() {
    let (maps, cells) = (400, 24)
    let weights = Self.ring(cells)
    var rule = DrawRule(.adaptive, tests: cells)
    (rule.limit, rule.exceedances) = (Permutations.needed(for: 0.05, tests: cells), 20)
    var generator = SeededGenerator(seed: 77)
    var found = 0
    for map in 0..<maps {
      // Sparse counts, with many ties.
      let values = (0..<cells).map { _ in Double(Int.random(in: 0...3, using: &generator)) }
      var permutation = ConditionalPermutation(values: values)
      let p: [Double?] = values.indices.map { cell in
        let observed = weights.neighbours(of: cell).reduce(0.0) { $0 + values[Int($1)] }
        let base = CounterStream.base(seed: UInt64(map), key: UInt64(cell))
        return permutation.tail(position: cell, k: 4, observed: observed, rule: rule, base: base)
          .twoSidedP(rule)
      }
      if BenjaminiHochberg.adjust(p).contains(where: { ($0 ?? 1) <= 0.05 }) { found += 1 }
    }

    #expect(Double(found) <= 0.05 * Double(maps) + 4 * (0.05 * 0.95 * Double(maps)).squareRoot())
  }

  @Test func `threads and the order of cells change nothing, and quiet cells end early`() throws {
    let count = 40
    let values = (0..<count).map { cell -> Double in cell < 5 ? 90 : Double(cell * 7 % 5) }
    let keys = (0..<count).map { UInt64($0 * 31 + 7) }
    let order = Array((0..<count).reversed())

    let runs = try [1, 2, 7].map { threads in
      try GiStar(seed: 3, threads: threads)
        .statistics(of: values, weights: Self.ring(count), keys: keys)
    }
    let turned = try GiStar(seed: 3).statistics(
      of: order.map { values[$0] }, weights: Self.ring(count), keys: order.map { keys[$0] })

    #expect(runs.allSatisfy { $0 == runs[0] })
    #expect(turned == order.map { runs[0][$0] })
    #expect(runs[0][2].permutations == 9_999)
    #expect(runs[0][2].pPermutation == 2.0 / 10_000)
    #expect((runs[0][20].permutations ?? .max) < 9_999)
    for cell in runs[0] where cell.permutations ?? 0 < 9_999 {
      #expect(cell.pPermutation == min(1, 1_000 / Double(cell.permutations ?? 0)))
    }
  }

  @Test func `the least p is that of the ways to choose the neighbours`() {
    #expect(ConditionalPermutation.leastP(others: 29, k: 1) == 2.0 / 29)
    #expect(ConditionalPermutation.leastP(others: 29, k: 28) == 2.0 / 29)
    #expect(ConditionalPermutation.leastP(others: 10, k: 3) == 2.0 / 120)
    #expect(ConditionalPermutation.leastP(others: 60, k: 30) == 2.0 / 118_264_581_564_861_424)
    #expect(ConditionalPermutation.leastP(others: 1, k: 1) == 1)
    #expect(ConditionalPermutation.leastP(others: 5000, k: 2500) == 0)
  }

  @Test func `no adaptive p is below what the arrangements allow, and a fixed one is as ever`()
    throws
  {
    // Three neighbours among 11 others: 165 arrangements, one of which is the highest.
    let values = [50.0, 40, 30, 20] + (0..<8).map { Double($0 % 3) }
    let weights = SpatialWeights(
      rows: [[1, 2, 3]] + (1..<12).map { cell in (1...3).map { (cell + $0) % 12 } })

    let adaptive = try GiStar().statistics(of: values, weights: weights)
    let fixed = try (1...40).map { seed in
      try GiStar(permutations: 199, seed: UInt64(seed)).statistics(of: values, weights: weights)[0]
        .pPermutation ?? 1
    }

    #expect(adaptive[0].leastP == 2.0 / 165)
    #expect(adaptive.allSatisfy { ($0.pPermutation ?? 1) >= ($0.leastP ?? 0) })
    #expect(fixed.contains { $0 < 2.0 / 165 })
  }

  @Test func `a cell with one neighbour is said to be out of reach, however often one permutes`()
    throws
  {
    // A path: both ends have one neighbour.
    let count = 60
    let rows = (0..<count).map { [$0 - 1, $0 + 1].filter { (0..<count).contains($0) } }
    let report = try HotSpotAnalysis().report(
      codes: (0..<count).map { "c\($0)" }, counts: (0..<count).map { $0 % 4 },
      weights: SpatialWeights(rows: rows))

    #expect(report.cells[0].pAttainable == 2.0 / 59)
    #expect(report.cells[5].pAttainable == 2.0 / 1_711)
    #expect(report.summary.attainability.map(\.cellsBarred) == [2, 60, 60])
    #expect(report.warnings == [.fewArrangements(cells: 60, tested: 60)])
  }
}
