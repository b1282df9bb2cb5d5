import HotSpots
import Testing

/// What has no z, and why.
struct GiStarEdgeTests {
  let ring = SpatialWeights(rows: (0..<6).map { [($0 + 1) % 6, ($0 + 5) % 6] })

  @Test func `a cell without neighbours is an isolate, not a cluster, however high`() throws {
    let weights = SpatialWeights(rows: [[1], [0, 2], [1], []])
    for window in [GiStar.Window.withCell, .neighboursOnly] {
      let results = try GiStar(window: window).statistics(of: [1, 2, 1, 1000], weights: weights)

      #expect(results[3].status == .isolate)
      #expect(results[3].z == nil && results[3].p == nil && results[3].pPermutation == nil)
      #expect(results[0].status == .defined)
    }
  }

  @Test func `a cell linked to itself counts once in Gi* and not in Gi`() throws {
    let values: [Double] = [4, 1, 7, 2, 2, 9]
    for window in [GiStar.Window.withCell, .neighboursOnly] {
      let method = GiStar(permutations: 99, window: window)
      #expect(
        try method.statistics(of: values, weights: ring.includingSelf)
          == method.statistics(of: values, weights: ring))
    }
  }

  @Test func `a window of all cells has no variance`() throws {
    let full = SpatialWeights(rows: (0..<5).map { cell in (0..<5).filter { $0 != cell } })
    for window in [GiStar.Window.withCell, .neighboursOnly] {
      let results = try GiStar(window: window).statistics(of: [1, 2, 3, 4, 50], weights: full)

      #expect(results.allSatisfy { $0.status == .saturated && $0.z == nil })
      #expect(results.allSatisfy { $0.pPermutation == nil })
    }
  }

  @Test(arguments: [0, 3, 0.1])
  func `equal values have no z; the raw statistic is its expectation`(value: Double) throws {
    let results = try GiStar().statistics(of: Array(repeating: value, count: 6), weights: ring)

    #expect(results.allSatisfy { $0.status == .constant && $0.z == nil && $0.p == nil })
    #expect(results.allSatisfy { $0.expectation == 0.5 })
    for result in results {
      #expect(value == 0 ? result.statistic == nil : agree(result.statistic, 0.5))
    }
  }

  @Test func `Gi of the one cell that differs is undefined, Gi* is not`() throws {
    let values = [0.1, 0.1, 0.1, 7, 0.1, 0.1]
    let gi = try GiStar(window: .neighboursOnly).statistics(of: values, weights: ring)
    let giStar = try GiStar().statistics(of: values, weights: ring)

    #expect(gi.map(\.status) == [.defined, .defined, .defined, .constant, .defined, .defined])
    #expect(giStar.allSatisfy { $0.status == .defined })
    // All draws of the others are the same sum: no evidence, though z is far from 0.
    #expect(giStar[3].pPermutation == 1)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `a missing value is as if its cell were not there`(missing: Double) throws {
    let values: [Double] = [4, 1, missing, 2, 3, 9]
    let without = SpatialWeights(rows: [[1, 4], [0], [3], [2, 4], [3, 0]])
    let keys: [UInt64] = [10, 11, 12, 13, 14, 15]
    let method = GiStar(permutations: 99)

    let results = try method.statistics(of: values, weights: ring, keys: keys)
    let smaller = try method.statistics(
      of: [4, 1, 2, 3, 9], weights: without,
      keys: [10, 11, 13, 14, 15])

    #expect(results[2] == CellStatistic(status: .missing))
    #expect([0, 1, 3, 4, 5].map { results[$0] } == smaller)
  }

  @Test func `neighbours that are all missing leave an isolate`() throws {
    let weights = SpatialWeights(rows: [[1], [0], [3], [2], [2, 3]])
    let results = try GiStar().statistics(of: [1, .nan, 2, 3, 4], weights: weights)

    #expect(results.map(\.status) == [.isolate, .missing, .defined, .defined, .defined])
    #expect(results[0].neighbourCount == 0)
  }

  @Test func `negative values have a z and no raw statistic`() throws {
    let results = try GiStar().statistics(of: [-1, 5, 2, -3, 0, 1], weights: ring)

    #expect(results.allSatisfy { $0.statistic == nil && $0.z != nil })
  }

  @Test func `none, one and two cells have no statistic`() throws {
    let method = GiStar()
    #expect(try method.statistics(of: [], weights: SpatialWeights(rows: [])).isEmpty)
    #expect(
      try method.statistics(of: [5], weights: SpatialWeights(rows: [[]])).map(\.status) == [
        .isolate
      ])
    #expect(
      try method.statistics(of: [5, 6], weights: SpatialWeights(rows: [[1], [0]])).map(\.status)
        == [.saturated, .saturated])
  }

  @Test func `a large common part of all values costs no digits`() throws {
    let small: [Double] = [4, 1, 7, 2, 2, 9]
    let far = small.map { $0 + 0x1p40 }
    for window in [GiStar.Window.withCell, .neighboursOnly] {
      let method = GiStar(permutations: 0, window: window)
      let near = try method.statistics(of: small, weights: ring)
      for (a, b) in try zip(near, method.statistics(of: far, weights: ring)) {
        #expect(agree(b.z, a.z ?? .nan, within: 1e-12))
      }
    }
  }

  @Test func `the example of the documentation is hot at the start of the street`() throws {
    let street = SpatialWeights(rows: [[1], [0, 2], [1, 3], [2, 4], [3]])
    let cells = try GiStar(permutations: 999, seed: 1).statistics(
      of: [9, 8, 1, 0, 1], weights: street)

    #expect(agree(cells[0].z, 1.98434155532752))
  }
}
