import Glibc

/// Decimal numbers read where they stand in bytes, rounded to the nearest double.
///
/// Digits with an optional sign, point and exponent; no hexadecimal, no `nan`, no `inf`.
public enum DecimalReader {
  /// The number that all of `bytes` is, spaces and tabs around it left out; nil where it is none.
  ///
  /// A number beyond all doubles is infinite.
  public static func value(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
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
  @inlinable @inline(__always)
  public static func read(
    _ at: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> Double? {
    let start = at
    let digits = Digits(&at, end, decimal: UInt8(ascii: "."), group: 0)
    guard digits.count > 0 else { return nil }
    if digits.count > 19 || at < end && at[0] | 0x20 == UInt8(ascii: "e") {
      return readSlowly(from: start, &at, end)
    }
    let value = digits.value
    return digits.isNegative ? -value : value
  }

  /// The finite number that all of `bytes` is; nil where it is none.
  ///
  /// - Parameters:
  ///   - decimal: the point: `.` or `,`.
  ///   - group: what divides groups of digits; 0 for nothing.
  ///   - size: how many digits a group has, but for the first, which has as many or fewer.
  public static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, decimal: UInt8, group: UInt8, size: Int = 3
  ) -> Double? {
    if group != 0, !isGrouped(bytes, decimal: decimal, group: group, size: size) { return nil }
    guard var at = bytes.baseAddress else { return nil }
    let end = at + bytes.count
    let digits = Digits(&at, end, decimal: decimal, group: group)
    guard digits.count > 0 else { return nil }
    guard at == end, digits.count <= 19 else {
      return numberSlowly(bytes, decimal: decimal, group: group)
    }
    let value = digits.value
    return digits.isNegative ? -value : value
  }

  /// A whole number with an optional sign; nil where it is not one or exceeds 64 bits.
  ///
  /// - Parameters:
  ///   - group: what divides groups of digits; 0 for nothing.
  ///   - size: how many digits a group has, but for the first, which has as many or fewer.
  public static func integer(
    _ bytes: UnsafeBufferPointer<UInt8>, group: UInt8, size: Int = 3
  ) -> Int64? {
    if group != 0, !isGrouped(bytes, decimal: 0, group: group, size: size) { return nil }
    guard let start = bytes.baseAddress else { return nil }
    var at = start
    let end = start + bytes.count
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { at += 1 }
    var value: Int64 = 0
    var count = 0
    while at < end {
      let byte = at[0]
      if byte &- 0x30 < 10 {
        let (scaled, over) = value.multipliedReportingOverflow(by: 10)
        let digit = Int64(byte &- 0x30)
        let (sum, more) =
          isNegative
          ? scaled.subtractingReportingOverflow(digit) : scaled.addingReportingOverflow(digit)
        if over || more { return nil }
        value = sum
        count &+= 1
      } else if !Digits.isGroup(at, end, group, count) {
        return nil
      }
      at += 1
    }
    return count > 0 ? value : nil
  }

  /// Whether the separators of a number divide it rightly, or there are none.
  ///
  /// `1,234.5` and, by four, `12,3456`; not `635,50`, `1,5` or `1,234,5`, whose comma is a point or
  /// a slip, nor one behind the point.
  private static func isGrouped(
    _ bytes: UnsafeBufferPointer<UInt8>, decimal: UInt8, group: UInt8, size: Int
  ) -> Bool {
    var run = 0
    var hasGroups = false
    var isWhole = true
    for byte in bytes {
      if byte == group {
        guard isWhole, hasGroups ? run == size : 1...size ~= run else { return false }
        hasGroups = true
        run = 0
      } else if byte &- 0x30 < 10 {
        run += isWhole ? 1 : 0
      } else if byte != UInt8(ascii: "-"), byte != UInt8(ascii: "+") {
        isWhole = false
      }
    }
    return !hasGroups || run == size
  }

  /// The digits of a number up to its exponent, with their sign and the place of the point.
  @usableFromInline
  struct Digits {
    @usableFromInline var isNegative: Bool
    /// Right for up to 19 digits.
    @usableFromInline var mantissa: UInt64 = 0
    @usableFromInline var count = 0
    /// What the mantissa is divided by: 10 to this power.
    ///
    /// As many as the digits behind the point, and the zeros that stand for more.
    @usableFromInline var places = 0

    /// The number without its sign.
    @inlinable @inline(__always)
    var value: Double {
      // As nearly all are: both are exact doubles, see `quotient`.
      if places == 8, mantissa <= 1 << 53 { return Double(mantissa) / 1e8 }
      return DecimalReader.quotient(mantissa, places)
    }

    @inlinable @inline(__always)
    init(
      _ at: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, decimal: UInt8, group: UInt8
    ) {
      let start = at
      isNegative = at < end && at[0] == UInt8(ascii: "-")
      if at < end, isNegative || at[0] == UInt8(ascii: "+") { at += 1 }
      while at < end {
        let digit = at[0] &- 0x30
        if digit < 10 {
          mantissa = mantissa &* 10 &+ UInt64(digit)
          count &+= 1
        } else if !Self.isGroup(at, end, group, count) {
          break
        }
        at += 1
      }
      guard at < end, at[0] == decimal else { return }
      at += 1
      let behind = at
      if count <= 11, end - start >= 8 {
        mantissa = mantissa &* 100_000_000 &+ Self.eightPlaces(&at, end)
        places = 8
      }
      while at < end, at[0] &- 0x30 < 10 {
        mantissa = mantissa &* 10 &+ UInt64(at[0] &- 0x30)
        places &+= 1
        at += 1
      }
      count &+= at - behind
    }

    /// The next digits, at most eight, as if zeros followed until they are eight: half of the time that
    /// a table of positions takes to be read went into them one by one.
    ///
    /// All bytes of a word at once (D. Lemire, Number Parsing at a Gigabyte per Second, Software:
    /// Practice and Experience 51, 2021, doi:10.1002/spe.2984, section 5).
    ///
    /// - Precondition: the eight bytes before `end` may be read.
    @inlinable @inline(__always)
    static func eightPlaces(
      _ at: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
    ) -> UInt64 {
      let rest = end - at
      var word = UInt64(
        littleEndian: UnsafeRawPointer(rest >= 8 ? at : end - 8).loadUnaligned(as: UInt64.self))
      // What comes before `at` goes; the bytes behind `end` become zeros, which are not digits.
      if rest < 8 { word >>= UInt64(8 &- rest) &* 8 }
      word ^= 0x3030_3030_3030_3030
      let others = ((word &+ 0x7676_7676_7676_7676) | word) & 0x8080_8080_8080_8080
      let digits = others.trailingZeroBitCount >> 3
      at += digits
      if digits < 8 { word &= (1 &<< UInt64(digits &* 8)) &- 1 }
      // Two, four and eight digits in a lane.
      word = (word &* 10 &+ (word >> 8)) & 0x00FF_00FF_00FF_00FF
      word = (word &* 100 &+ (word >> 16)) & 0x0000_FFFF_0000_FFFF
      return (word &* 10_000 &+ (word >> 32)) & 0xFFFF_FFFF
    }

    /// Whether a separator of thousands stands between two digits here.
    @inlinable @inline(__always)
    static func isGroup(
      _ at: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ group: UInt8, _ count: Int
    ) -> Bool {
      group != 0 && at[0] == group && count > 0 && at + 1 < end && at[1] &- 0x30 < 10
    }
  }

  /// `mantissa` / 10^`places`, rounded once.
  ///
  /// Up to 2^53 and 10^22 both are exact doubles (W. D. Clinger, How to Read Floating Point
  /// Numbers Accurately, PLDI 1990, doi:10.1145/93542.93557). Otherwise the quotient is computed
  /// in whole numbers to 63 bits and more; a rest sets the last bit, which lies far below the
  /// half that decides the rounding.
  @usableFromInline
  static func quotient(_ mantissa: UInt64, _ places: Int) -> Double {
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
  @usableFromInline @inline(never)
  static func readSlowly(
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

  /// The same for a number with other signs: its separators left out and its point made one.
  @inline(never)
  private static func numberSlowly(
    _ bytes: UnsafeBufferPointer<UInt8>, decimal: UInt8, group: UInt8
  ) -> Double? {
    let point = UInt8(ascii: ".")
    guard decimal == point || group == point || !bytes.contains(point) else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for byte in bytes where group == 0 || byte != group {
      text.append(byte == decimal ? point : byte)
    }
    return text.withUnsafeBufferPointer { text in
      guard var at = text.baseAddress else { return nil }
      let end = at + text.count
      guard let value = read(&at, end), at == end, value.isFinite else { return nil }
      return value
    }
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
