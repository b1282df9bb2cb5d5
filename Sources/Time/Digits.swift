/// Numbers with a fixed count of digits.
package enum Digits {
  /// A number that is not negative, with zeros in front.
  package static func text(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }
}

/// Reads days and times of day from ASCII text, piece by piece.
struct DigitReader {
  private let bytes: [UInt8]
  private var at = 0

  init(_ text: some StringProtocol) {
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { at == bytes.count }

  /// Reads one of some characters; nil for another one.
  mutating func character(_ accepted: String) -> UInt8? {
    guard at < bytes.count, accepted.utf8.contains(bytes[at]) else { return nil }
    defer { at += 1 }
    return bytes[at]
  }

  /// Reads exactly so many digits.
  mutating func number(_ count: Int) -> Int? {
    guard at + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[at..<(at + count)] {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    at += count
    return value
  }

  /// Reads `YYYY-MM-DD`, of a day that exists.
  mutating func day() -> Day? {
    guard let year = number(4), character("-") != nil, let month = number(2),
      character("-") != nil, let day = number(2)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// Reads `.` and digits as milliseconds, rounded; 0 where there are none, nil for a point alone.
  mutating func milliseconds() -> Int? {
    guard character(".") != nil else { return 0 }
    var tenths = 0
    var count = 0
    while let digit = number(1) {
      // The fourth digit rounds, those behind it say nothing more.
      if count < 4 { tenths = tenths * 10 + digit }
      count += 1
    }
    guard count > 0 else { return nil }
    for _ in count..<max(count, 4) { tenths *= 10 }
    return (tenths + 5) / 10
  }
}
