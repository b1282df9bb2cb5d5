/// Bytes written as hexadecimal digits, for fixtures.
func bytes(_ hex: String) -> [UInt8] {
  var result: [UInt8] = []
  var digits = hex.unicodeScalars.compactMap { Character($0).hexDigitValue }[...]
  while let high = digits.popFirst(), let low = digits.popFirst() {
    result.append(UInt8(high * 16 + low))
  }
  return result
}
