/// Numbers from bytes, without strings on the way.
enum NumberParsing {
  /// The powers of ten that doubles hold exactly.
  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// A whole number with an optional sign; nil where it is not one or exceeds 64 bits.
  static func integer(_ bytes: UnsafeBufferPointer<UInt8>, group: UInt8) -> Int64? {
    var at = 0
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { at = 1 }
    var value: Int64 = 0
    var digits = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte &- 48 < 10 {
        let (scaled, over) = value.multipliedReportingOverflow(by: 10)
        let digit = Int64(byte &- 48)
        let (sum, more) =
          isNegative
          ? scaled.subtractingReportingOverflow(digit) : scaled.addingReportingOverflow(digit)
        if over || more { return nil }
        value = sum
        digits &+= 1
      } else if !isGroup(byte, group, bytes, at, digits) {
        return nil
      }
      at &+= 1
    }
    return digits > 0 ? value : nil
  }

  /// A decimal number, optionally with exponent, correctly rounded; nil where it is not one or is
  /// not finite.
  ///
  /// Up to 15 digits and 22 places are exact in one operation (Clinger, PLDI 1990,
  /// doi:10.1145/93542.93557); others take the standard library's way.
  static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, decimal: UInt8, group: UInt8
  ) -> Double? {
    var at = 0
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { at = 1 }
    var mantissa: UInt64 = 0
    var digits = 0
    var places = 0
    var isFraction = false
    scan: while at < bytes.count {
      let byte = bytes[at]
      if byte &- 48 < 10 {
        mantissa = mantissa &* 10 &+ UInt64(byte &- 48)
        digits &+= 1
        if isFraction { places &+= 1 }
      } else if byte == decimal, !isFraction {
        isFraction = true
      } else if !isFraction, isGroup(byte, group, bytes, at, digits) {
        // A separator of thousands between digits.
      } else {
        break scan
      }
      at &+= 1
    }
    guard digits > 0 else { return nil }
    guard at == bytes.count, digits <= 15, places <= 22 else {
      return slow(bytes, decimal: decimal, group: group)
    }
    let value = Double(mantissa) / powers[places]
    return isNegative ? -value : value
  }

  @inline(__always)
  private static func isGroup(
    _ byte: UInt8, _ group: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ digits: Int
  ) -> Bool {
    group != 0 && byte == group && digits > 0 && at &+ 1 < bytes.count && bytes[at &+ 1] &- 48 < 10
  }

  private static func slow(
    _ bytes: UnsafeBufferPointer<UInt8>, decimal: UInt8, group: UInt8
  ) -> Double? {
    var text: [UInt8] = []
    for byte in bytes where group == 0 || byte != group {
      let isNumeral =
        byte &- 48 < 10 || byte == decimal
        || [0x2B, 0x2D, 0x45, 0x65].contains(byte)
      guard isNumeral else { return nil }
      text.append(byte == decimal ? UInt8(ascii: ".") : byte)
    }
    guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return value
  }
}
