/// China's resident identity number as a row states it: whole, masked, or neither.
///
/// Source: GB 11643-1999 (18 characters: region, birth, order, check); the number of 15 digits
/// that came before has a year of two digits and no check. The region is never looked up: it may
/// be one of former years.
public enum ResidentNumber: Hashable, Sendable {
  /// A number of 18 characters with a day that exists and a right check character, upper case.
  case whole([UInt8])
  /// A number of which a part is hidden by `*` or `x` signs, 15 or 18 characters.
  case masked([UInt8])
  /// Anything else.
  case invalid

  /// Reads a number; a number of 15 digits is raised to 18 by ``raised(_:)``.
  public init(_ text: some Collection<UInt8>) {
    let bytes = text.map { $0 >= 0x61 && $0 <= 0x7A ? $0 - 0x20 : $0 }
    if bytes.contains(UInt8(ascii: "*")) {
      let isMask = bytes.allSatisfy { Self.isDigit($0) || $0 == 0x2A || $0 == 0x58 }
      self = isMask && (bytes.count == 18 || bytes.count == 15) ? .masked(bytes) : .invalid
    } else if bytes.count == 18, Self.isValid(bytes) {
      self = .whole(bytes)
    } else if bytes.count == 15, let raised = Self.raised(bytes) {
      self = .whole(raised)
    } else {
      self = .invalid
    }
  }

  /// The 18 characters of a number of 15 digits; nil where they are no number.
  ///
  /// The order codes 996 to 999 were given to those born before 1900, all others were born after.
  public static func raised(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count == 15, bytes.allSatisfy(isDigit) else { return nil }
    let isOld = bytes[12] == 0x39 && bytes[13] == 0x39 && bytes[14] >= 0x36
    let century: [UInt8] = isOld ? [0x31, 0x38] : [0x31, 0x39]
    let body = Array(bytes[0..<6]) + century + Array(bytes[6...])
    let whole = body + [check(of: body)]
    return isValid(whole) ? whole : nil
  }

  /// Whether 18 characters have a day that exists and the check character that belongs to them.
  public static func isValid(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 18, bytes[0..<17].allSatisfy(isDigit),
      CivilDay.read(bytes[6..<14]) != nil
    else { return false }
    return check(of: Array(bytes[0..<17])) == bytes[17]
  }

  /// The check character of 17 digits.
  public static func check(of digits: [UInt8]) -> UInt8 {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let characters = Array("10X98765432".utf8)
    let sum = zip(weights, digits).reduce(0) { $0 + $1.0 * (Int($1.1) - 48) }
    return characters[((sum % 11) + 11) % 11]
  }

  /// The eight digits of the day of birth of a whole number.
  static func birth(_ whole: some Collection<UInt8>) -> [UInt8] {
    Array(whole.dropFirst(6).prefix(8))
  }

  /// `1` for a man's number, `2` for a woman's.
  static func gender(_ whole: some Collection<UInt8>) -> [UInt8] {
    let order = whole.dropFirst(16).first ?? 0x30
    return [order % 2 == 1 ? 0x31 : 0x32]
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
