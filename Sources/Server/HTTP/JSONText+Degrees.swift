import Gewu

extension JSONText {
  /// Appends `degrees` with seven decimals, trailing zeros left out.
  ///
  /// Seven decimals of a degree are about a centimetre: exact for drawing, and
  /// finer than boundaries are surveyed. Not for computing; export does that.
  static func append(degrees: Double, to output: inout [UInt8]) {
    guard degrees.isFinite, abs(degrees) < 9e10 else {
      output += "null".utf8
      return
    }
    let scaled = Int64((degrees * 1e7).rounded())
    if scaled < 0 { output.append(0x2D) }
    let (whole, part) = scaled.magnitude.quotientAndRemainder(dividingBy: 10_000_000)
    output += String(whole).utf8
    guard part != 0 else { return }
    output.append(0x2E)
    var rest = part
    var unit: UInt64 = 1_000_000
    while rest != 0 {
      output.append(0x30 + UInt8(rest / unit))
      rest %= unit
      unit /= 10
    }
  }
}
