import Testing

@testable import HotSpots

struct ConditionalPermutationTests {
  /// Small worlds with and without ties; whole numbers, tenths and negatives.
  static let worlds: [[Double]] = [
    [1, 2, 4, 8], [0, 0, 1, 5, 5], [3, 1, 4, 1, 5, 9], [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7],
    [-2, 0.5, 7, 0, 0, 1.25, -3], [0, 0, 0, 0, 0, 1, 2],
  ]

  @Test(arguments: worlds)
  func `p of a small world nears that of all its draws`(values: [Double]) {
    let runs = 2000
    var permutation = ConditionalPermutation(values: values)
    for position in values.indices {
      let others = values.indices.filter { $0 != position }
      for k in 1..<(others.count) {
        let draws = combinations(of: others, k)
        for observed in [draws.first, draws.last].compactMap(\.self) {
          let tail = permutation.tail(
            position: position, k: k, observed: sum(observed, values),
            rule: DrawRule(.fixed(runs), tests: 1),
            base: CounterStream.base(seed: 3, key: UInt64(position * 10 + k)))
          let more = share(of: draws) { sum($0, values) >= sum(observed, values) - 1e-9 }
          let less = share(of: draws) { sum($0, values) <= sum(observed, values) + 1e-9 }
          #expect(isNear(tail.atLeast, more, of: runs))
          #expect(isNear(tail.atMost, less, of: runs))
        }
      }
    }
  }

  @Test(arguments: [1, 3, 20, 30, 45, 58])
  func `every other value is drawn equally often and the fixed one never`(k: Int) {
    // Powers of a base let a sum tell which values it is made of: here by
    // asking, value by value, how often the sum of indicators reaches 1.
    let count = 60
    let position = 17
    let runs = 600
    let counts = (0..<count).filter { $0 != position }.map { member in
      var indicator = [Double](repeating: 0, count: count)
      indicator[member] = 1
      var permutation = ConditionalPermutation(values: indicator)
      return permutation.tail(
        position: position, k: k, observed: 1, rule: DrawRule(.fixed(runs), tests: 1),
        base: CounterStream.base(seed: 9, key: 1)
      ).atLeast
    }

    // Exactly k distinct others in every draw, none of them the fixed one.
    #expect(counts.reduce(0, +) == k * runs)
    let share = Double(k) / Double(count - 1)
    let expected = share * Double(runs)
    let variance = expected * (1 - share)
    let chiSquare = counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) }
    let freedom = Double(count - 2)
    let deviate =
      (chiSquare / variance * freedom / (freedom + 1) - freedom) / (2 * freedom).squareRoot()
    #expect(abs(deviate) < 4)
  }

  @Test func `pairs are drawn equally often`() {
    // 4 of 7 others have 35 combinations; each value is a bit, so a sum names its draw.
    let values = (0..<8).map { Double(1 << $0) }
    var permutation = ConditionalPermutation(values: values)
    let draws = combinations(of: Array(1..<8), 2)
    let counts = draws.map { draw in
      let tail = permutation.tail(
        position: 0, k: 2, observed: sum(draw, values), rule: DrawRule(21_000, tests: 1),
        base: CounterStream.base(seed: 4, key: 0))
      return tail.atLeast + tail.atMost - 21_000
    }

    #expect(counts.reduce(0, +) == 21_000)
    #expect(abs(chiSquareDeviate(counts)) < 4)
  }

  @Test func `tenths tie as whole numbers do, in whatever order they are added`() {
    let whole = (0..<40).map { Double($0 * 7 % 11) }
    let tenths = whole.map { $0 / 10 }
    var exact = ConditionalPermutation(values: whole)
    var rounded = ConditionalPermutation(values: tenths)

    for k in [2, 5, 12, 19, 26, 37] {
      let row = Array(1...k)
      let base = CounterStream.base(seed: 8, key: UInt64(k))
      #expect(
        exact.tail(
          position: 0, k: k, observed: sum(row, whole), rule: DrawRule(500, tests: 1), base: base)
          == rounded.tail(
            position: 0, k: k, observed: sum(row.reversed(), tenths), rule: DrawRule(500, tests: 1),
            base: base)
      )
    }
  }

  @Test func `two-sided p is twice the smaller tail, from 2 over R + 1 to 1`() {
    typealias Tail = ConditionalPermutation.Tail
    let rule = DrawRule(999, tests: 1)
    #expect(Tail(atLeast: 0, atMost: 999, draws: 999).twoSidedP(rule) == 0.002)
    #expect(Tail(atLeast: 24, atMost: 975, draws: 999).twoSidedP(rule) == 0.05)
    #expect(Tail(atLeast: 999, atMost: 999, draws: 999).twoSidedP(rule) == 1)
    #expect(Tail(atLeast: 500, atMost: 499, draws: 999).twoSidedP(rule) == 1)
  }

  private func sum(_ draw: [Int], _ values: [Double]) -> Double {
    draw.reduce(0) { $0 + values[$1] }
  }

  private func share(of draws: [[Int]], where test: ([Int]) -> Bool) -> Double {
    Double(draws.count(where: test)) / Double(draws.count)
  }

  private func isNear(_ hits: Int, _ share: Double, of runs: Int) -> Bool {
    let tolerance = 4.5 * (share * (1 - share) / Double(runs)).squareRoot()
    return abs(Double(hits) / Double(runs) - share) <= tolerance
  }

  private func combinations(of items: [Int], _ k: Int) -> [[Int]] {
    guard k > 0 else { return [[]] }
    return items.indices.flatMap { first in
      combinations(of: Array(items[(first + 1)...]), k - 1).map { [items[first]] + $0 }
    }
  }
}
