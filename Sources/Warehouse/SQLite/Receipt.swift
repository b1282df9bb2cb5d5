package import GRDB

/// The public name of a report: 128 bits that nobody guesses, and which say nothing of how many reports
/// there are.
///
/// Written as 26 characters of Crockford's Base32 (without I, L, O and U), in upper case; read in
/// either case, with hyphens anywhere, `O` as 0, `I` and `L` as 1.
package struct Receipt: Hashable, Sendable {
  /// The 26 characters.
  package let text: String

  private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
  private static let length = 26

  /// That of a report that is not kept yet.
  package static let none = Receipt(high: 0, low: 0)

  /// Its 128 bits.
  var halves: (high: UInt64, low: UInt64) {
    text.utf8.reduce((high: 0, low: 0)) { halves, byte in
      let digit = Self.digits.firstIndex(of: byte) ?? 0
      return (halves.high << 5 | halves.low >> 59, halves.low << 5 | UInt64(digit))
    }
  }

  /// Whether it is the same as another one; how long that takes does not tell how much of it is.
  func isSame(as other: Receipt) -> Bool {
    zip(text.utf8, other.text.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// The receipt of 128 bits.
  package init(high: UInt64, low: UInt64) {
    var (high, low) = (high, low)
    var bytes = [UInt8](repeating: 0, count: Self.length)
    for place in bytes.indices.reversed() {
      bytes[place] = Self.digits[Int(low & 31)]
      low = low >> 5 | high << 59
      high >>= 5
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// Reads a receipt as a person may have written it; nil for another text.
  package init?(_ text: some StringProtocol) {
    var bytes: [UInt8] = []
    for byte in text.utf8 where byte != UInt8(ascii: "-") {
      let upper = byte &- 97 < 26 ? byte &- 32 : byte
      let digit: UInt8 =
        switch upper {
        case UInt8(ascii: "O"): UInt8(ascii: "0")
        case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
        default: upper
        }
      guard bytes.count < Self.length, Self.digits.contains(digit) else { return nil }
      bytes.append(digit)
    }
    // 26 characters have room for 130 bits.
    guard bytes.count == Self.length, let first = bytes.first, first < UInt8(ascii: "8") else {
      return nil
    }
    self.text = String(decoding: bytes, as: UTF8.self)
  }
}

/// In the store it is its ``text``.
extension Receipt: DatabaseValueConvertible {
  package var databaseValue: DatabaseValue { text.databaseValue }

  package static func fromDatabaseValue(_ value: DatabaseValue) -> Receipt? {
    String.fromDatabaseValue(value).flatMap { Receipt($0) }
  }

  /// `gewu_receipt()` in SQL: 128 random bits for each row, as receipts were before they led to a number.
  static let function = DatabaseFunction("gewu_receipt", argumentCount: 0) { _ in
    var generator = SystemRandomNumberGenerator()
    return Receipt(high: generator.next(), low: generator.next())
  }
}

/// In JSON it is its ``text``.
extension Receipt: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let receipt = Receipt(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is not a receipt")
    }
    self = receipt
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
