/// The share of false ones among those found, by the step-up procedure of Benjamini and Hochberg (1995,
/// doi:10.1111/j.2517-6161.1995.tb02031.x).
enum FalseDiscoveries {
  /// For each p the smallest such share at which it is found, in the order of `p`: with m tests in
  /// ascending order the least of m·p_(j)/j over j ≥ i, at most 1.
  static func rates(_ p: [Double]) -> [Double] {
    let order = p.indices.sorted { (p[$0], $0) < (p[$1], $1) }
    var rates = [Double](repeating: 1, count: p.count)
    var least = 1.0
    for (place, index) in order.enumerated().reversed() {
      least = min(least, p[index] * Double(p.count) / Double(place + 1))
      rates[index] = least
    }
    return rates
  }
}
