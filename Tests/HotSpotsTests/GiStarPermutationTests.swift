import HotSpots
import TestSupport
import Testing

struct GiStarPermutationTests {
  @Test(arguments: Fixture.names)
  func `permutation p agrees with esda's two-sided within the error of both`(
    name: String
  ) throws {
    let set = try Fixture(name)
    let runs = 1999

    let results = try GiStar(permutations: .fixed(runs), seed: 2, threads: 2)
      .statistics(of: set.values, weights: set.weights)

    for (cell, result) in results.enumerated() where result.status == .defined {
      let p = try #require(result.pPermutation)
      let tail = set.pTails[cell] / 2
      let error = (tail * (1 - tail) * (1 / Double(runs) + 1 / 99_999)).squareRoot()
      let allowed = 2 * 4 * error + 2 / Double(runs + 1)
      #expect(abs(p - set.pTails[cell]) <= allowed, "cell \(cell)")
      // esda's percentiles are off by up to 0.005 of the same draws.
      #expect(abs(p - min(1, set.pEsda[cell])) <= allowed + 0.005, "cell \(cell)")
    }
  }

  @Test func `Gi and Gi* have the same permutation p, since the cell itself is held`() throws {
    let set = try Fixture("columbus_CRIME_queen")
    let giStar = try GiStar(permutations: 199).statistics(of: set.values, weights: set.weights)
    let gi = try GiStar(permutations: 199, window: .neighboursOnly)
      .statistics(of: set.values, weights: set.weights)

    #expect(gi.map(\.pPermutation) == giStar.map(\.pPermutation))
  }

  @Test func `the result is the same with 1, 2 and 7 threads, and again`() throws {
    let set = try Fixture("stl_HR7984_queen")
    let runs = try [1, 2, 7, 1].map { threads in
      try GiStar(permutations: 299, seed: 42, threads: threads)
        .statistics(of: set.values, weights: set.weights)
    }

    #expect(runs.allSatisfy { $0 == runs[0] })
    let other = try GiStar(permutations: 299, seed: 43).statistics(
      of: set.values, weights: set.weights)
    #expect(other.map(\.z) == runs[0].map(\.z))
    #expect(other.map(\.pPermutation) != runs[0].map(\.pPermutation))
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `cells in another order have the same results to the last bit`(seed: UInt64) throws {
    let set = try Fixture("columbus_CRIME_rook")
    let keys = set.values.indices.map { UInt64($0 * 7919 % 104_729) }
    var generator = SeededGenerator(seed: seed)
    let order = set.values.indices.shuffled(using: &generator)
    var place = [Int](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { place[old] = new }
    let method = GiStar(permutations: 99, seed: seed)

    let straight = try method.statistics(of: set.values, weights: set.weights, keys: keys)
    let shuffled = try method.statistics(
      of: order.map { set.values[$0] },
      weights: SpatialWeights(rows: order.map { set.rows[$0].map { place[$0] } }),
      keys: order.map { keys[$0] })

    #expect(shuffled == order.map { straight[$0] })
  }

  @Test func `rows longer than half of the cells have a p near that of z`() throws {
    let count = 80
    let values = (0..<count).map { Double(($0 * 31) % 17) }
    for size in [24, 25, 39, 40, 60] {
      let rows = (0..<count).map { cell in (1...size).map { (cell + $0) % count } }
      let results = try GiStar(permutations: 199, window: .neighboursOnly)
        .statistics(of: values, weights: SpatialWeights(rows: rows))

      for result in results {
        // z of Gi has the moments of the permutations, so the two are near.
        let p = try #require(result.p)
        let error = (p / 2 * (1 - p / 2) / 199).squareRoot()
        #expect(abs(p - (result.pPermutation ?? 9)) < 0.03 + 9 * error, "\(size) \(result)")
      }
    }
  }
}
