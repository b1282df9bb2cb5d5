/// Logarithm and exponential by arithmetic alone: the libraries of two systems may differ in the last
/// bit, and a home just at a limit would be on a list on one of them only.
enum Powers {
  private static let ln2 = 0.693147180559945309417

  /// The natural logarithm of a positive number, to about 1e-15.
  static func logarithm(_ x: Double) -> Double {
    var (m, e) = (x.significand, Double(x.exponent))
    if m > 1.4142135623730951 { (m, e) = (m / 2, e + 1) }
    let t = (m - 1) / (m + 1)
    var (sum, power) = (0.0, t)
    for odd in stride(from: 1.0, through: 23, by: 2) {
      sum += power / odd
      power *= t * t
    }
    return 2 * sum + e * ln2
  }

  /// The exponential of a number between -700 and 700, to about 1e-14 of it.
  static func exponential(_ x: Double) -> Double {
    let k = (x / ln2).rounded()
    let r = x - k * ln2
    var (sum, term) = (1.0, 1.0)
    for n in stride(from: 1.0, through: 18, by: 1) {
      term *= r / n
      sum += term
    }
    return Double(sign: .plus, exponent: Int(k), significand: 1) * sum
  }
}
