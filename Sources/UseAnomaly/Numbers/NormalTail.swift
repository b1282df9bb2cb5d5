/// How much of a normal distribution lies above a number of standard deviations.
enum NormalTail {
  private static let sqrtTwoPi = 2.506628274631000502416

  /// The share above `z`, to about 1e-14 of it.
  ///
  /// A power series below 3, a continued fraction above (Abramowitz and Stegun, 26.2.11 and 26.2.14).
  static func above(_ z: Double) -> Double {
    if z < 0 { return 1 - above(-z) }
    if z > 37 { return 0 }
    let density = Powers.exponential(-z * z / 2) / sqrtTwoPi
    if z < 3 {
      var (sum, term) = (z, z)
      for odd in stride(from: 3.0, through: 121, by: 2) {
        term *= z * z / odd
        sum += term
      }
      return 0.5 - density * sum
    }
    var below = z
    for n in stride(from: 160.0, through: 1, by: -1) { below = z + n / below }
    return density / below
  }
}
