import Foundation

/// Writes pieces of JSON straight into bytes, where an encoder would be the greater part of the work.
package enum JSONText {
  /// The JSON of a value, its keys in a fixed order, so that the same value has the same bytes.
  package static func bytes(of value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }

  /// Appends `text` as a JSON string, quoted and escaped (RFC 8259, section 7), as Foundation's
  /// encoder does without escaping slashes.
  package static func append(_ text: String, to output: inout [UInt8]) {
    output.append(0x22)
    let isPlain =
      text.utf8.withContiguousStorageIfAvailable { bytes in
        guard !bytes.contains(where: isEscaped) else { return false }
        output.append(contentsOf: bytes)
        return true
      } ?? false
    if !isPlain { for byte in text.utf8 { append(escaping: byte, to: &output) } }
    output.append(0x22)
  }

  @inline(__always)
  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C
  }

  @inline(__always)
  private static func append(escaping byte: UInt8, to output: inout [UInt8]) {
    guard isEscaped(byte) else { return output.append(byte) }
    output.append(0x5C)
    switch byte {
    case 0x08: output.append(UInt8(ascii: "b"))
    case 0x09: output.append(UInt8(ascii: "t"))
    case 0x0A: output.append(UInt8(ascii: "n"))
    case 0x0C: output.append(UInt8(ascii: "f"))
    case 0x0D: output.append(UInt8(ascii: "r"))
    case 0x22, 0x5C: output.append(byte)
    default:
      output += "u00".utf8
      output.append(hex(byte >> 4))
      output.append(hex(byte & 15))
    }
  }

  private static func hex(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x57 + digit }

  /// Appends a whole number.
  package static func append(_ number: Int64, to output: inout [UInt8]) {
    if number < 0 { output.append(UInt8(ascii: "-")) }
    var unit: UInt64 = 1
    while number.magnitude / unit >= 10 { unit *= 10 }
    while unit > 0 {
      output.append(UInt8(ascii: "0") + UInt8(number.magnitude / unit % 10))
      unit /= 10
    }
  }

  /// Appends a number that is finite with as few digits as tell it from all others.
  package static func append(_ number: Double, to output: inout [UInt8]) {
    var digits = number.description
    digits.withUTF8 { output.append(contentsOf: $0) }
  }

  /// Appends `degrees` with seven decimals, trailing zeros left out; `null` for what is not finite.
  ///
  /// Seven decimals of a degree are about a centimetre: exact for drawing, and finer than boundaries
  /// are surveyed.
  package static func append(degrees: Double, to output: inout [UInt8]) {
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
