import Testing

@testable import Gewu

@Suite struct `Decimal numbers in bytes` {
  static func value(_ text: String) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer { DecimalText.value($0) }
  }

  @Test(arguments: [
    "0", "-0", "+1", "1.5", "-1.550626", ".5", "5.", "53.597400", "121.46729579560126", "1e2",
    "-7E-3", "123456789012345", "0.00000000000001", "9007199254740993", "0.1234567890123456789",
    "18446744073709551615", "9999999999999999999", "1.7976931348623157e308", "5e-324", "2.5e-324",
    "9007199254740992.5", "0.9007199254740993", "90071992547409.915", "4503599627370497.5", "1e999",
    "-1e400",
  ])
  func `are rounded to the nearest double`(text: String) throws {
    #expect(Self.value(text)?.bitPattern == Double(text)?.bitPattern)
    #expect(Self.value(" \t\(text) ")?.bitPattern == Double(text)?.bitPattern)
  }

  @Test func `of 16 to 19 digits are those of the standard library`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<100_000 {
      var digits = Array(String(UInt64.random(in: .min ... .max, using: &random)).utf8.prefix(19))
      let point = Int.random(in: 0...digits.count, using: &random)
      digits.insert(UInt8(ascii: "."), at: point)
      let text = String(decoding: digits, as: UTF8.self)
      #expect(Self.value(text)?.bitPattern == Double(text)?.bitPattern, "\(text)")
    }
  }

  @Test func `halfway between two doubles are rounded to the even one`() {
    for step in UInt64(0)..<1000 {
      // 2^53 + odd lies halfway, in 16 digits; divided by ten it seldom does, and stays exact.
      let mantissa = 1 << 53 + 2 * step + 1
      for text in ["\(mantissa)", "\(mantissa / 10).\(mantissa % 10)"] {
        #expect(Self.value(text)?.bitPattern == Double(text)?.bitPattern, "\(text)")
      }
    }
  }

  @Test(arguments: [
    "", " ", "-", ".", "e5", "1e", "1e+", "0x10", "nan", "inf", "1,5", "1 2", "--1", "1.2.3",
  ])
  func `are nothing else`(text: String) {
    #expect(Self.value(text) == nil)
  }
}
