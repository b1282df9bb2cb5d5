/// Writes pieces of JSON straight into bytes, where an encoder would be the greater part of the work.
package enum JSONText {
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
}
