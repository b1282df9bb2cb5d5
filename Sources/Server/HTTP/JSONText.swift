/// Writes pieces of JSON straight into bytes, where an encoder would be the greater part of the work.
enum JSONText {
  /// Appends `text` as a JSON string, quoted and escaped (RFC 8259, section 7).
  static func append(_ text: String, to output: inout [UInt8]) {
    output.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: output += [0x5C, byte]
      case 0x0A: output += #"\n"#.utf8
      case 0x0D: output += #"\r"#.utf8
      case 0x09: output += #"\t"#.utf8
      case 0x00..<0x20:
        output += "\\u00".utf8
        output += [hex(byte >> 4), hex(byte & 15)]
      default: output.append(byte)
      }
    }
    output.append(0x22)
  }

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

  private static func hex(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x57 + digit }
}
