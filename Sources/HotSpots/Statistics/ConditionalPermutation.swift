/// The permutations of one variable, a cell held fixed: draws of k distinct
/// values from all the others, summed and compared with what was observed.
///
/// One worker owns one of these: it keeps a copy of the values and a scratch
/// table. What it returns depends on the arguments alone.
struct ConditionalPermutation {
  /// How many permuted sums reached the observed one from either side.
  struct Tail: Equatable {
    /// Sums at least as large as observed, ties included.
    var atLeast = 0

    /// Sums at most as large as observed, ties included.
    var atMost = 0

    /// The number of sums.
    var draws = 0

    /// The side of the smaller tail.
    var side: CellStatistic.Side? {
      atLeast == atMost ? nil : (atLeast < atMost ? .high : .low)
    }

    /// Counts one sum on the sides on which it reaches the observed one.
    @inline(__always)
    mutating func count(_ sum: Double, low: Double, high: Double) {
      if sum >= low { atLeast &+= 1 }
      if sum <= high { atMost &+= 1 }
      draws &+= 1
    }

    /// The sums of the rarer side.
    var rarer: Int { min(atLeast, atMost) }

    /// The two-sided p, twice that of the rarer side: h/l where drawing ended with its h-th sum,
    /// else (g + 1)/(R + 1).
    func twoSidedP(_ rule: DrawRule) -> Double {
      let tail =
        rarer >= rule.exceedances
        ? Double(rarer) / Double(draws) : Double(rarer + 1) / (Double(rule.limit) + 1)
      return min(1, 2 * tail)
    }
  }

  /// The least two-sided p that drawing `k` of `others` values can show, however often: 2/C(others, k).
  static func leastP(others: Int, k: Int) -> Double {
    let count = min(k, others - k)
    guard count > 0 else { return 1 }
    // Each step is the exact number of arrangements of fewer values, so long as it fits into a Double.
    let arrangements = (1...count).reduce(1.0) { $0 * Double(others - count + $1) / Double($1) }
    return min(1, 2 / arrangements)
  }

  /// Below this many draws duplicates are sought among the draws themselves.
  static let shortRow = 24

  private var pool: [Double]
  private var seenIn: [UInt64]
  private var draw: UInt64 = 0
  private let total: Double
  private let tieWidth: Double

  /// Prepares to permute `values`, all of them finite.
  ///
  /// Sums of numbers that are whole and below 2^53 are exact, and compared
  /// exactly. Other sums depend on the order of addition in the last bits, so
  /// two sums that differ by at most 2^-44 of (number of terms × largest
  /// magnitude) count as equal, that is, for both tails.
  init(values: [Double]) {
    pool = values
    seenIn = []
    total = values.reduce(0, +)
    let largest = values.reduce(0) { max($0, $1.magnitude) }
    let isExact =
      largest * Double(values.count) < 0x1p53 && values.allSatisfy { $0.rounded() == $0 }
    tieWidth = isExact ? 0 : largest * 0x1p-44
  }

  /// Counts the permuted sums of `k` values other than the one at `position`, as many as `rule` has.
  ///
  /// `0 < k < values.count - 1`. Where k is more than half of the others, the
  /// values left out are drawn instead.
  mutating func tail(
    position: Int, k: Int, observed: Double, rule: DrawRule, base: UInt64
  ) -> Tail {
    let others = pool.count - 1
    precondition(k > 0 && k < others, "Cannot permute \(k) of \(others) other values.")
    let isComplement = k > others / 2
    let count = isComplement ? others - k : k
    let target = isComplement ? total - pool[position] - observed : observed
    let tolerance = tieWidth * Double(isComplement ? others : k)

    // The last value takes the fixed one's place, so that 0..<others are the others.
    let kept = pool[position]
    pool[position] = pool[others]
    defer { pool[position] = kept }
    let sums = Comparison(
      low: target - tolerance, high: target + tolerance, count: count,
      bound: CounterStream.Bound(others), rule: rule, base: base)
    var tail =
      count <= Self.shortRow ? short(sums) : long(sums)
    if isComplement { swap(&tail.atLeast, &tail.atMost) }
    return tail
  }

  private struct Comparison {
    let low: Double
    let high: Double
    let count: Int
    let bound: CounterStream.Bound
    let rule: DrawRule
    let base: UInt64
  }

  /// A few draws: a mask of 64 bits tells at once that most are new, and only
  /// the others are compared with the draws before them.
  private func short(_ work: Comparison) -> Tail {
    pool.withUnsafeBufferPointer { pool in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: work.count) { drawn in
        var tail = Tail()
        while tail.draws < work.rule.limit, tail.rarer < work.rule.exceedances {
          var stream = CounterStream(base: work.base, permutation: tail.draws)
          var mask: UInt64 = 0
          var sum = 0.0
          var filled = 0

          func take(_ half: UInt32) {
            guard let index = work.bound.index(for: half) else { return }
            let bit: UInt64 = 1 &<< UInt64(index & 63)
            guard mask & bit == 0 || !drawn[..<filled].contains(index) else { return }
            mask |= bit
            drawn[filled] = index
            filled &+= 1
            sum += pool[Int(index)]
          }

          while filled < work.count {
            let word = stream.next()
            take(UInt32(truncatingIfNeeded: word))
            if filled < work.count { take(UInt32(truncatingIfNeeded: word >> 32)) }
          }
          tail.count(sum, low: work.low, high: work.high)
        }
        return tail
      }
    }
  }

  /// Many draws: a table remembers in which draw each value was last taken.
  private mutating func long(_ work: Comparison) -> Tail {
    if seenIn.isEmpty { seenIn = [UInt64](repeating: 0, count: pool.count) }
    let firstDraw = draw
    draw += UInt64(work.rule.limit)
    return pool.withUnsafeBufferPointer { pool in
      seenIn.withUnsafeMutableBufferPointer { seenIn in
        var tail = Tail()
        while tail.draws < work.rule.limit, tail.rarer < work.rule.exceedances {
          var stream = CounterStream(base: work.base, permutation: tail.draws)
          let draw = firstDraw + UInt64(tail.draws) + 1
          var sum = 0.0
          var filled = 0

          func take(_ half: UInt32) {
            guard let index = work.bound.index(for: half), seenIn[Int(index)] != draw else {
              return
            }
            seenIn[Int(index)] = draw
            filled &+= 1
            sum += pool[Int(index)]
          }

          while filled < work.count {
            let word = stream.next()
            take(UInt32(truncatingIfNeeded: word))
            if filled < work.count { take(UInt32(truncatingIfNeeded: word >> 32)) }
          }
          tail.count(sum, low: work.low, high: work.high)
        }
        return tail
      }
    }
  }
}
