/// Adjusted p-values that hold the share of false discoveries.
///
/// The step-up procedure of Benjamini and Hochberg (1995, DOI
/// 10.1111/j.2517-6161.1995.tb02031.x); for maps of local statistics it is
/// that of Caldas de Castro and Singer (2006, DOI
/// 10.1111/j.0016-7363.2006.00682.x).
public enum BenjaminiHochberg {
  /// The adjusted p of every test: the smallest rate at which it is found.
  ///
  /// With m tests in ascending order, adjusted p_(i) = min over j ≥ i of
  /// min(1, m·p_(j)/j). It keeps the order of p and is never below it. A test
  /// without a p (nil or not a number) is none: it is not counted in m, and
  /// stays without. O(m log m).
  public static func adjust(_ p: [Double?]) -> [Double?] {
    let tests = p.indices
      .compactMap { index in p[index].flatMap { $0.isNaN ? nil : (p: $0, index: index) } }
      .sorted { ($0.p, $0.index) < ($1.p, $1.index) }
    var adjusted = [Double?](repeating: nil, count: p.count)
    var least = 1.0
    for (place, test) in tests.enumerated().reversed() {
      least = min(least, test.p * Double(tests.count) / Double(place + 1))
      adjusted[test.index] = max(least, test.p)
    }
    return adjusted
  }
}

/// How p is adjusted for looking at many cells at once.
public enum FalseDiscoveryRate: String, Sendable, Codable, CaseIterable {
  /// Benjamini and Hochberg's step-up procedure over all tested cells.
  case benjaminiHochberg = "bh"

  /// No adjustment: classes are by each cell's own p.
  case none
}
