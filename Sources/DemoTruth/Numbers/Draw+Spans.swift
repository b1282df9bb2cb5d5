/// Draws of spans and of ages, by sums and products alone: the same on every machine.
extension Draw {
  /// A span that ends at a constant rate, by its mean.
  mutating func exponential(mean: Double) -> Double { -Exact.log(1 - unit()) * mean }

  /// A duration that ends at a constant rate: half of them are over after `halfLife`.
  package mutating func duration(halfLife: Double) -> Double {
    exponential(mean: halfLife / 0.693147180559945309417)
  }

  /// A number between two, as likely in each decade (log-uniform): a heavy tail with a bound.
  package mutating func logUniform(_ low: Double, _ high: Double) -> Double {
    low * Exact.exp(unit() * Exact.log(high / low))
  }

  /// How often a rare thing happens that is expected `mean` times (Poisson, by Knuth's product;
  /// beyond 30 in parts of 30).
  package mutating func count(mean: Double) -> Int {
    var (rest, total) = (mean, 0)
    while rest > 0 {
      let part = min(rest, 30)
      let limit = Exact.exp(-part)
      var product = unit()
      while product > limit {
        total += 1
        product *= unit()
      }
      rest -= part
    }
    return total
  }

  /// About a normal draw, within 3.46 deviations: the sum of four equal parts.
  mutating func normal(mean: Double, deviation: Double) -> Double {
    let bits = next()
    let sum = (bits & 0xFFFF) + (bits >> 16 & 0xFFFF) + (bits >> 32 & 0xFFFF) + (bits >> 48)
    return mean + (Double(sum) / 65_536 - 2) * 1.732_050_8 * deviation
  }

  /// A number of days: from a normal draw in years, within bounds in years.
  mutating func days(years mean: Double, deviation: Double, within bounds: ClosedRange<Double>)
    -> Int32
  {
    Int32(
      min(max(normal(mean: mean, deviation: deviation), bounds.lowerBound), bounds.upperBound)
        * 365.25)
  }
}
