package import GRDB

/// The public name of a report: 128 random bits, which nobody guesses and which say nothing of how
/// many reports there are.
///
/// Written as 26 characters of Crockford's Base32 (without I, L, O and U), in upper case; read in
/// either case, with hyphens anywhere, `O` as 0, `I` and `L` as 1.
package struct Receipt: Hashable, Sendable {
  /// The 26 characters.
  package let text: String

  private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
  private static let length = 26

  /// A new one, from the system's generator of random numbers for cryptography.
  package static func random() -> Receipt {
    var generator = SystemRandomNumberGenerator()
    return Receipt(high: generator.next(), low: generator.next())
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

  /// `gewu_receipt()` in SQL: a new one for each row.
  static let function = DatabaseFunction("gewu_receipt", argumentCount: 0) { _ in random() }
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
