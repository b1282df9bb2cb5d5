import Time

/// Days as texts write them, read byte by byte.
enum CalendarDate {
  /// Whether the day exists; years 1 to 9999.
  @inline(__always)
  static func isValid(year: Int, month: Int, day: Int) -> Bool {
    Day.exists(year: year, month: month, day: day)
  }

  /// The value of digits, or -1 where one is not a digit.
  @inline(__always)
  static func digits(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int {
    var value = 0
    for index in start..<(start &+ count) {
      let digit = bytes[index] &- 48
      if digit > 9 { return -1 }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }

  /// Whether bytes are a day in the form YYYY-MM-DD.
  @inline(__always)
  static func isISO(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return false }
    return isValid(
      year: digits(bytes, 0, 4), month: digits(bytes, 5, 2), day: digits(bytes, 8, 2))
  }
}

/// The dates of a field that mean "no value".
struct DateSentinels {
  private let texts: ByteTable?
  /// The first four bytes of each; nearly every date has others.
  private let beginnings: [UInt32]

  init(_ texts: [String]) {
    self.texts = texts.isEmpty ? nil : ByteTable(texts.map { (text: $0, value: 1) })
    beginnings = texts.map { text in
      Array(text.utf8.prefix(4)).reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  /// Whether a text is one of them, or one of them with a time behind it.
  @inline(__always)
  func contains(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let texts, bytes.count >= 4 else { return false }
    let beginning =
      UInt32(bytes[0]) << 24 | UInt32(bytes[1]) << 16 | UInt32(bytes[2]) << 8 | UInt32(bytes[3])
    guard beginnings.contains(beginning) else { return false }
    if texts.value(of: bytes) >= 0 { return true }
    guard bytes.count > 10, bytes[10] == 0x20 || bytes[10] | 0x20 == UInt8(ascii: "t") else {
      return false
    }
    return texts.value(of: UnsafeBufferPointer(rebasing: bytes[..<10])) >= 0
  }
}
