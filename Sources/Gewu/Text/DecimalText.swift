import Foundation

/// Decimal numbers read where they stand in bytes, rounded to the nearest double.
///
/// Digits with an optional sign, point and exponent; no hexadecimal, no `nan`, no `inf`, no
/// separators of thousands.
package enum DecimalText {
  /// The number that all of `bytes` is, spaces and tabs around it left out; nil where it is none.
  package static func value(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard var at = bytes.baseAddress else { return nil }
    var end = at + bytes.count
    while at < end, at[0] == 0x20 || at[0] == 0x09 { at += 1 }
    while end > at, end[-1] == 0x20 || end[-1] == 0x09 { end -= 1 }
    guard let number = read(&at, end), at == end else { return nil }
    return number
  }

  /// Reads the number that begins at `at` and leaves `at` behind its last byte.
  ///
  /// - Returns: nil where no number begins there; then `at` is somewhere in what was tried. A
  ///   number beyond all doubles is infinite.
  @inline(__always)
  package static func read(
    _ at: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> Double? {
    let start = at
    let isNegative = at < end && at[0] == UInt8(ascii: "-")
    if at < end, isNegative || at[0] == UInt8(ascii: "+") { at += 1 }
    var mantissa: UInt64 = 0
    var digits = 0
    var places = 0
    while at < end, at[0] &- 0x30 < 10 {
      mantissa = mantissa &* 10 &+ UInt64(at[0] &- 0x30)
      digits &+= 1
      at += 1
    }
    if at < end, at[0] == UInt8(ascii: ".") {
      at += 1
      while at < end, at[0] &- 0x30 < 10 {
        mantissa = mantissa &* 10 &+ UInt64(at[0] &- 0x30)
        places &+= 1
        at += 1
      }
      digits &+= places
    }
    guard digits > 0 else { return nil }
    if digits > 19 || at < end && at[0] | 0x20 == UInt8(ascii: "e") {
      return readSlowly(from: start, &at, end)
    }
    let value = quotient(mantissa, places)
    return isNegative ? -value : value
  }

  /// `mantissa` / 10^`places`, rounded once.
  ///
  /// Up to 2^53 and 10^22 both are exact doubles (W. D. Clinger, How to Read Floating Point
  /// Numbers Accurately, PLDI 1990, doi:10.1145/93542.93557). Otherwise the quotient is computed
  /// in whole numbers to 63 bits and more; a rest sets the last bit, which lies far below the
  /// half that decides the rounding.
  @inline(__always)
  private static func quotient(_ mantissa: UInt64, _ places: Int) -> Double {
    if mantissa <= 1 << 53 { return Double(mantissa) / doubles[places] }
    if places == 0 { return Double(mantissa) }
    let divisor = integers[places]
    let up = mantissa.leadingZeroBitCount
    let down = divisor.leadingZeroBitCount
    let scaled = mantissa << up
    // (scaled · 2^63) / (divisor · 2^down) lies between 2^62 and 2^64.
    let (bits, rest) = (divisor << down).dividingFullWidth((scaled >> 1, scaled << 63))
    let rounded = Double(bits | (rest == 0 ? 0 : 1))
    return Double(sign: .plus, exponent: down - up - 63, significand: rounded)
  }

  /// More than 19 digits, or an exponent: the C library's way, which rounds correctly too.
  @inline(never)
  private static func readSlowly(
    from start: UnsafePointer<UInt8>, _ at: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> Double? {
    if at < end, at[0] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < end, at[0] == UInt8(ascii: "+") || at[0] == UInt8(ascii: "-") { at += 1 }
      guard at < end, at[0] &- 0x30 < 10 else { return nil }
      while at < end, at[0] &- 0x30 < 10 { at += 1 }
    }
    let text = UnsafeBufferPointer(start: start, count: at - start)
    return strtod(String(decoding: text, as: UTF8.self), nil)
  }

  private static let doubles: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19,
  ]

  private static let integers: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
    1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
  ]
}
