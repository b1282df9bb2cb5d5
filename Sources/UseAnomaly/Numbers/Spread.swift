/// The middle of some numbers and how far they lie from it, neither moved by a few that lie far out.
struct Spread: Equatable {
  var count: Int
  var median: Double
  /// The median of the distances from the median.
  var deviation: Double

  /// Of at least one number; their order does not matter.
  init?(_ numbers: [Double]) {
    guard let median = Self.median(numbers) else { return nil }
    count = numbers.count
    self.median = median
    deviation = Self.median(numbers.map { abs($0 - median) }) ?? 0
  }

  /// The middle one in order of size, of an even number the mean of the two in the middle.
  static func median(_ numbers: [Double]) -> Double? {
    guard !numbers.isEmpty else { return nil }
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1
      ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
