/// Checks of the numbers by which China registers organisations.
public enum OrganisationNumber {
  /// The 18 characters of a valid unified social credit code, upper case; nil for another text.
  ///
  /// Source: GB 32100-2015. Weights are the powers of 3 modulo 31.
  public static func creditCode(_ text: some Collection<UInt8>) -> [UInt8]? {
    let bytes = text.map { $0 >= 0x61 && $0 <= 0x7A ? $0 - 0x20 : $0 }
    guard bytes.count == 18, bytes[2..<8].allSatisfy(isDigit) else { return nil }
    var (sum, weight) = (0, 1)
    for byte in bytes[0..<17] {
      guard let value = creditAlphabet.firstIndex(of: byte) else { return nil }
      sum += value * weight
      weight = weight * 3 % 31
    }
    return creditAlphabet[(31 - sum % 31) % 31] == bytes[17] ? bytes : nil
  }

  /// The nine characters of a valid organisation code, without its hyphen; nil for another text.
  ///
  /// Source: GB 11714-1997.
  public static func organisationCode(_ text: some Collection<UInt8>) -> [UInt8]? {
    let bytes = text.filter { $0 != UInt8(ascii: "-") }
      .map { $0 >= 0x61 && $0 <= 0x7A ? $0 - 0x20 : $0 }
    guard bytes.count == 9 else { return nil }
    let weights = [3, 7, 9, 10, 5, 8, 4, 2]
    var sum = 0
    for (weight, byte) in zip(weights, bytes) {
      switch byte {
      case 0x30...0x39: sum += weight * (Int(byte) - 0x30)
      case 0x41...0x5A: sum += weight * (Int(byte) - 0x41 + 10)
      default: return nil
      }
    }
    let check = 11 - sum % 11
    let expected: UInt8 =
      check == 10 ? UInt8(ascii: "X") : check == 11 ? 0x30 : UInt8(truncatingIfNeeded: 0x30 + check)
    return bytes[8] == expected ? bytes : nil
  }

  /// The 15 digits of a valid business registration number; nil for another text.
  ///
  /// Source: GS15-2006, a check by ISO 7064 MOD 11,10.
  public static func registrationNumber(_ text: some Collection<UInt8>) -> [UInt8]? {
    let bytes = Array(text)
    guard bytes.count == 15, bytes.allSatisfy(isDigit) else { return nil }
    var rest = 10
    for byte in bytes[0..<14] {
      rest = (rest + Int(byte) - 48) % 10
      rest = (rest == 0 ? 10 : rest) * 2 % 11
    }
    return (11 - rest) % 10 == Int(bytes[14]) - 48 ? bytes : nil
  }

  private static let creditAlphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
