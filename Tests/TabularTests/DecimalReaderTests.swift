import Tabular
import Testing

@Suite struct `Decimal numbers in bytes` {
  static func value(_ text: String) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer { DecimalReader.value($0) }
  }

  static func number(
    _ text: String, _ decimal: UInt8 = UInt8(ascii: "."), _ group: UInt8 = 0
  ) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer {
      DecimalReader.number($0, decimal: decimal, group: group)
    }
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

  @Test func `of any digits, signs and exponents are those of the standard library`() {
    var random = SystemRandomNumberGenerator()
    let signs = Array("0123456789012345678900..-+eE x".utf8)
    var count = 0
    for _ in 0..<100_000 {
      let length = Int.random(in: 1...26, using: &random)
      let bytes = (0..<length).map { _ in signs[Int.random(in: 0..<signs.count, using: &random)] }
      // The standard library takes white space and what is not finite; a column of numbers does not.
      let text = String(decoding: bytes, as: UTF8.self)
      let expected = text.contains("x") ? nil : Double(text).flatMap { $0.isFinite ? $0 : nil }
      let read = Self.number(text)
      #expect(read?.bitPattern == expected?.bitPattern, "\(text)")
      count += read == nil ? 0 : 1
    }
    #expect(count > 1000)
  }

  @Test func `end where the digits end, whatever follows and stands before`() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<100_000 {
      let number = (0..<2).map { _ in
        String(UInt64.random(in: .min ... .max, using: &random)).prefix(.random(in: 1...9))
      }.joined(separator: ".")
      let around = { (0..<Int.random(in: 0...9)).map { _ in UInt8.random(in: 0x3A...0xFF) } }
      var behind = around()
      if behind.first.map({ $0 | 0x20 }) == UInt8(ascii: "e") { behind[0] = UInt8(ascii: ",") }
      let before = around()
      let bytes = before + Array(number.utf8) + behind
      let (value, length) = try bytes.withUnsafeBufferPointer { buffer in
        let start = try #require(buffer.baseAddress) + before.count
        var at = start
        return (DecimalReader.read(&at, start + number.utf8.count + behind.count), at - start)
      }
      #expect(value?.bitPattern == Double(number)?.bitPattern, "\(number)")
      #expect(length == number.utf8.count, "\(number)")
    }
  }

  @Test(
    arguments: [
      ("1.234.567,5", ",", ".", 1_234_567.5), ("1,5", ",", nil, 1.5), ("12,345", ".", ",", 12_345),
      ("1 234 567 890 123 456 789 012", ".", " ", 1.2345678901234568e21),
      ("1,5e3", ",", nil, 1500),
      // A separator stands before groups of three, and not behind the point.
      ("635,50", ".", ",", nil), ("1,5", ".", ",", nil), ("12,34,5", ".", ",", nil),
      ("1,200,300", ".", ",", 1_200_300), ("1,234.50", ".", ",", 1234.5),
      ("1234,567", ".", ",", nil),
      ("1,234.5,6", ".", ",", nil), ("1,234,", ".", ",", nil), ("-1,234e2", ".", ",", -123_400),
      ("1,2e5", ".", ",", nil), ("1.5", ",", nil, nil), ("1,5", ".", nil, nil),
      (",5", ".", ",", nil),
      ("1e400", ".", nil, nil),
    ] as [(String, Character, Character?, Double?)])
  func `have the point and the separator of their column`(
    text: String, decimal: Character, group: Character?, value: Double?
  ) {
    let read = Self.number(text, decimal.asciiValue ?? 0, group?.asciiValue ?? 0)
    #expect(read == value)
  }

  @Test(
    arguments: [
      ("0", 0), ("-7", -7), ("+12", 12), ("9223372036854775807", Int64.max),
      ("-9223372036854775808", Int64.min), ("9223372036854775808", nil), ("1,234", 1234),
      ("1,23", nil), ("1234,567", nil), ("-1,234,567", -1_234_567), ("", nil), ("-", nil),
      ("1.0", nil), ("1,", nil), (",1", nil),
    ] as [(String, Int64?)])
  func `without a fraction are whole`(text: String, value: Int64?) {
    let read = Array(text.utf8).withUnsafeBufferPointer {
      DecimalReader.integer($0, group: UInt8(ascii: ","))
    }
    #expect(read == value)
  }
}
