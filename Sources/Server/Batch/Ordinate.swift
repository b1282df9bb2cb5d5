import Foundation

/// One number of a position, read where it stands in the bytes of a body.
enum Ordinate {
  /// The number in `range` of `bytes`, spaces around it left out; nil where it is none.
  ///
  /// Reads decimal notation only: no hexadecimal, no `nan`, no `inf`, no
  /// thousands separators. Correctly rounded, being `strtod`; `bytes` must go on
  /// after `range` with something that is not part of a number.
  static func value(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Double? {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, bytes[lower] == 0x20 || bytes[lower] == 0x09 { lower += 1 }
    while upper > lower, bytes[upper - 1] == 0x20 || bytes[upper - 1] == 0x09 { upper -= 1 }
    guard lower < upper, upper < bytes.count, let base = bytes.baseAddress else { return nil }
    for index in lower..<upper where !isPart(bytes[index]) { return nil }
    return (base + lower).withMemoryRebound(to: CChar.self, capacity: upper - lower + 1) { text in
      var end: UnsafeMutablePointer<CChar>?
      let number = strtod(text, &end)
      guard let end, UnsafePointer(end) == text + (upper - lower) else { return nil }
      return number
    }
  }

  /// Whether `byte` can stand in a decimal number: digits, sign, point, exponent.
  static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: true
    default: false
    }
  }
}
