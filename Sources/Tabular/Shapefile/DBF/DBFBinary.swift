import Time

/// Values of a DBF table that are no text.
enum DBFBinary {
  /// Whether values of a type are no text: whole numbers (`I`) and doubles (`O`), times (`@`, `T`), and what lies
  /// in another file: memos (`M`), OLE objects (`G`) and pictures (`P`).
  static func isBinary(_ type: UInt8) -> Bool {
    switch type {
    case UInt8(ascii: "I"), UInt8(ascii: "O"), UInt8(ascii: "@"), UInt8(ascii: "T"),
      UInt8(ascii: "M"), UInt8(ascii: "G"), UInt8(ascii: "P"):
      true
    default: false
    }
  }

  /// Whether a field of this type and width is read here.
  static func isBinary(_ type: UInt8, width: UInt8) -> Bool {
    switch type {
    case UInt8(ascii: "I"): width == 4
    case UInt8(ascii: "O"), UInt8(ascii: "@"), UInt8(ascii: "T"): width == 8
    default: isBinary(type)
    }
  }

  /// What a value is; nil where there is none.
  ///
  /// A memo or a picture is an error of its cell, for what it says is in another file.
  static func value(
    _ bytes: UnsafeRawBufferPointer, _ type: UInt8
  ) -> (text: String, kind: TableField.Kind)? {
    switch type {
    case UInt8(ascii: "I"):
      return (String(Int32(bitPattern: word(bytes, 0))), .text)
    case UInt8(ascii: "O"):
      let bits = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
      let number = Double(bitPattern: bits)
      return number.isFinite ? (NumberText.digits(number), .number) : nil
    case UInt8(ascii: "@"), UInt8(ascii: "T"):
      return time(day: Int(word(bytes, 0)), milliseconds: Int(word(bytes, 4)))
        .map { ($0, .date) }
    default:
      // The number of a block in the other file: digits, or a word of four bytes.
      let isEmpty = bytes.allSatisfy { $0 == 0 || $0 == 0x20 || $0 == 0x30 }
      return isEmpty ? nil : ("#MEMO", .error)
    }
  }

  /// Whether the text of a number has a point or an exponent.
  static func isDecimal(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let first = bytes.first, first &- 0x30 < 10 || first == UInt8(ascii: "-") else {
      return false
    }
    return bytes.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }
  }

  /// A day by its Julian number and a time of it in ISO 8601; nil for no day, or one of no year of
  /// four digits.
  private static func time(day: Int, milliseconds: Int) -> String? {
    // From 0001-01-01 to 9999-12-31; 1970-01-01 is 2440588.
    guard 1_721_426...5_373_484 ~= day, milliseconds < 86_400_000 else { return nil }
    let date = Day(ordinal: day - 2_440_588)
    // Writers that keep a day as a fraction are a millisecond off.
    let seconds = min(86_399, (milliseconds + 500) / 1000)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let year = String(repeating: "0", count: 4 - String(date.year).count) + String(date.year)
    let text = "\(year)-\(two(date.month))-\(two(date.day))"
    guard seconds > 0 else { return text }
    return text + "T\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
  }
}
