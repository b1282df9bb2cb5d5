/// Folding of texts, so that what differs in writing alone becomes equal.
///
/// Full-width signs become narrow, letters lower case, spaces go, the many middle dots and hyphens
/// become one. Other compatibility characters of Unicode stay as they are.
public enum Folding {
  /// The folded text as UTF-8; bytes that are no UTF-8 become the replacement character.
  public static func fold(_ text: some Collection<UInt8>) -> [UInt8] {
    if let ascii = foldASCII(text) { return ascii }
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      guard let kept = fold(scalar) else { continue }
      folded.append(contentsOf: kept.utf8)
    }
    return folded
  }

  /// Only letters and digits of the folded text: no punctuation, no brackets.
  public static func lettersAndDigits(_ text: some Collection<UInt8>) -> [UInt8] {
    let folded = fold(text)
    guard !folded.allSatisfy({ isASCIIWord($0) }) else { return folded }
    var kept: [UInt8] = []
    for scalar in String(decoding: folded, as: UTF8.self).unicodeScalars {
      let properties = scalar.properties
      guard properties.isAlphabetic || properties.numericType != nil else { continue }
      kept.append(contentsOf: scalar.utf8)
    }
    return kept
  }

  /// Whether a scalar of a name stands for a character that the writer's system did not have.
  public static func isUnknownCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3F, 0x2A, 0x25A1, 0x25A0, 0x3013, 0xFFFD: true
    case 0xE000...0xF8FF, 0xF0000...0x10FFFD: true
    default: false
    }
  }

  private static func foldASCII(_ text: some Collection<UInt8>) -> [UInt8]? {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    for byte in text {
      switch byte {
      case 0x80...: return nil
      case 0x41...0x5A: folded.append(byte + 0x20)
      case 0x00...0x20, 0x7F: continue
      default: folded.append(byte)
      }
    }
    return folded
  }

  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x0...0x20, 0x7F, 0xA0, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064,
      0x3000, 0xFEFF:
      return nil
    case 0xFF01...0xFF5E: return fold(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
    case 0x2022, 0x2027, 0x22C5, 0x2219, 0x30FB, 0xFF65, 0x2E31, 0x25CF: return "\u{B7}"
    case 0x2010...0x2015, 0x2212, 0x30FC, 0xFE63: return "-"
    default:
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      return lower.count == 1 ? lower.first : scalar
    }
  }

  private static func isASCIIWord(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7A)
  }
}
