/// Weights that are drawn from often: one number and a binary search a draw.
package struct CumulativeWeights: Sendable {
  private let sums: [Int]

  /// As many weights as there are things; none negative.
  package init(_ weights: some Sequence<Int>) {
    var sum = 0
    sums = weights.map { weight in
      sum += weight
      return sum
    }
  }

  /// The sum of all.
  package var total: Int { sums.last ?? 0 }

  /// A place in the list, as often as its weight says.
  @inline(__always)
  package func draw(_ draw: inout Draw) -> Int { place(of: draw.below(total)) }

  /// A place whose weight lies in one of `count` equal parts of the sum: who draws from each part once has every
  /// place about as often as its weight says, without the gaps of chance.
  package func draw(_ draw: inout Draw, part: Int, of count: Int) -> Int {
    let (first, next) = (total * part / count, total * (part + 1) / count)
    return place(of: first + (next > first ? draw.below(next - first) : 0))
  }

  /// A place of a part of the list, as often as its weight says; nil where none has any.
  package func draw(_ draw: inout Draw, among places: Range<Int>) -> Int? {
    guard let last = places.last else { return nil }
    let first = places.lowerBound == 0 ? 0 : sums[places.lowerBound - 1]
    return sums[last] > first ? place(of: first + draw.below(sums[last] - first)) : nil
  }

  /// The place whose share of the sum holds a number from 0 to `total - 1`.
  package func place(of number: Int) -> Int {
    var (low, high) = (0, max(sums.count - 1, 0))
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > number { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
