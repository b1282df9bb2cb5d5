/// Draws of spans and of ages, by sums and products alone: the same on every machine.
extension Draw {
  /// An exponential draw: -ln(u) by the series of the inverse hyperbolic tangent.
  mutating func exponential(mean: Double) -> Double {
    let bits = next() | 1
    let shift = bits.leadingZeroBitCount
    let mantissa = Double(bits << UInt64(shift)) * 0x1p-63
    let t = (mantissa - 1) / (mantissa + 1)
    let t2 = t * t
    let log = 2 * t * (1 + t2 * (1 / 3 + t2 * (1 / 5 + t2 * (1 / 7 + t2 * (1 / 9 + t2 / 11)))))
    return mean * (Double(shift + 1) * 0.693_147_180_559_945_3 - log)
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
