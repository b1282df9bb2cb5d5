import TestSupport
import Testing

@testable import UseAnomaly

@Suite struct `The numbers of the method` {
  @Test(arguments: [
    (0.0, 0.5), (1, 0.158655253931457), (1.959963984540054, 0.025),
    (2.9999, 0.00135034128295492), (3, 0.00134989803163010), (3.5, 2.32629079035525e-4),
    (6, 9.86587645037698e-10), (-1, 0.841344746068543),
  ])
  func `the upper tail of the normal distribution is that of the tables`(z: Double, above: Double) {
    #expect(abs(NormalTail.above(z) / above - 1) < 1e-8, "\(z): \(NormalTail.above(z))")
  }

  @Test func `the tail falls everywhere, also where its two formulas meet`() {
    let values = stride(from: -6.0, through: 12, by: 0.01).map(NormalTail.above)

    #expect(zip(values, values.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test func `logarithm and exponential undo each other`() {
    for x in [1e-9, 0.001, 0.5, 1, 1.5, 2, 10, 12_345.678] {
      #expect(abs(Powers.exponential(Powers.logarithm(x)) / x - 1) < 1e-13)
    }
    #expect(abs(Powers.logarithm(2) - 0.693147180559945) < 1e-15)
  }

  /// The median by counting: a number with as many below as above, with nothing sorted.
  private func median(_ numbers: [Double]) -> Double {
    let half = Double(numbers.count) / 2
    let lower = numbers.filter { x in Double(numbers.count { $0 <= x }) >= half }.min() ?? .nan
    let upper = numbers.filter { x in Double(numbers.count { $0 >= x }) >= half }.max() ?? .nan
    return (lower + upper) / 2
  }

  @Test(arguments: 1...60) func `median and deviation are those by counting`(count: Int) throws {
    var dice = SeededGenerator(seed: UInt64(count))
    // Few values, so that there are ties.
    let numbers = (0..<count).map { _ in Double(Int.random(in: 0...12, using: &dice)) / 4 }

    let spread = try #require(Spread(numbers))

    let middle = median(numbers)
    #expect(spread.count == count && spread.median == middle)
    #expect(spread.deviation == median(numbers.map { abs($0 - middle) }))
    #expect(Spread(numbers.shuffled(using: &dice)) == spread)
  }

  @Test func `of nothing there is no middle`() {
    #expect(Spread([]) == nil && Spread.median([]) == nil)
  }

  @Test(arguments: 0...20) func `rates of false ones are those by the definition`(count: Int) {
    var dice = SeededGenerator(seed: UInt64(count) + 7)
    let p = (0..<count).map { _ in Double(Int.random(in: 1...9, using: &dice)) / 100 }

    let rates = FalseDiscoveries.rates(p)

    for index in p.indices {
      // Over every limit at or above p: how many are expected below it, for each that is there.
      let shares = p.filter { $0 >= p[index] }.map { limit in
        limit * Double(count) / Double(p.count { $0 <= limit })
      }
      #expect(abs(rates[index] - min(1, shares.min() ?? 1)) < 1e-12)
    }
  }
}
