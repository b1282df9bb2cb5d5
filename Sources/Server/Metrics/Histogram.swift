/// How often values fell under each of a row of bounds, as Prometheus counts them.
struct Histogram: Equatable {
  /// Upper bounds in seconds: from a look-up to a long computation.
  static let seconds = [0.0001, 0.00025, 0.0005, 0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10]

  let bounds: [Double]
  private(set) var counts: [Int]
  private(set) var count = 0
  private(set) var sum = 0.0

  init(bounds: [Double] = Self.seconds) {
    self.bounds = bounds
    counts = [Int](repeating: 0, count: bounds.count)
  }

  /// Counts `value` in; a value on a bound is under it.
  mutating func record(_ value: Double) {
    count += 1
    sum += value
    if let index = bounds.firstIndex(where: { value <= $0 }) { counts[index] += 1 }
  }

  /// The values of both.
  static func + (a: Histogram, b: Histogram) -> Histogram {
    var sum = a
    for index in sum.counts.indices { sum.counts[index] += b.counts[index] }
    sum.count += b.count
    sum.sum += b.sum
    return sum
  }

  /// The number of values up to each bound.
  var cumulative: [(bound: Double, count: Int)] {
    var total = 0
    return zip(bounds, counts).map { bound, count in
      total += count
      return (bound, total)
    }
  }
}
