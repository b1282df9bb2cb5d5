/// The checks of organisations' older codes, on bytes.
enum OrganisationCode {
  /// An organisation code of eight characters and a check character (GB 11714-1997), with or
  /// without the hyphen before it; kept without.
  static let check = Check(
    "cn.organisation-code", reasons: [ChinaReason.organisationCodeForm, .organisationCodeCheck],
    verify: { text, value, arena in
      let found = organisationFaults(text)
      if found.isEmpty {
        value = arena.text(value.bytes.filter { $0 != UInt8(ascii: "-") }.map(ASCII.upper))
      }
      return found.rawValue
    })

  /// A registration number of 15 digits (GS 15-2006, ISO 7064 MOD 11,10); one of 13 digits, as
  /// before 2007, is taken with a remark.
  static let registration = Check(
    "cn.registration-number",
    reasons: [
      ChinaReason.registrationNumberForm, .registrationNumberCheck, .registrationNumberLegacy,
    ],
    verify: { text, _, _ in registrationFaults(text).rawValue })

  private static let weights = [3, 7, 9, 10, 5, 8, 4, 2]

  /// Checks an organisation code (GB 11714-1997) of nine characters, or ten with the hyphen.
  static func organisationFaults(_ bytes: UnsafeBufferPointer<UInt8>) -> China.Faults {
    let hasHyphen = bytes.count == 10 && bytes[8] == UInt8(ascii: "-")
    guard bytes.count == 9 || hasHyphen else { return .bit(.organisationCodeForm) }
    switch isConsistent(bytes, at: 0, check: bytes.count - 1) {
    case nil: return .bit(.organisationCodeForm)
    case false?: return .bit(.organisationCodeCheck)
    case true?: return []
    }
  }

  /// Whether the organisation code within a credit code has its check character.
  static func isEmbeddedCodeRight(_ credit: UnsafeBufferPointer<UInt8>) -> Bool {
    credit.count == 18 && isConsistent(credit, at: 8, check: 16) == true
  }

  /// Whether the check character agrees; nil where a character is not of the alphabet.
  private static func isConsistent(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, check: Int
  ) -> Bool? {
    var sum = 0
    for index in 0..<8 {
      guard let value = value(bytes[start + index]) else { return nil }
      sum += value * weights[index]
    }
    let last = ASCII.upper(bytes[check])
    guard last &- 48 < 10 || last == UInt8(ascii: "X") else { return nil }
    let wanted = 11 - sum % 11
    switch wanted {
    case 10: return last == UInt8(ascii: "X")
    case 11: return last == UInt8(ascii: "0")
    default: return Int(last) - 48 == wanted
    }
  }

  private static func value(_ byte: UInt8) -> Int? {
    let byte = ASCII.upper(byte)
    if byte &- 48 < 10 { return Int(byte &- 48) }
    return byte &- 65 < 26 ? Int(byte &- 55) : nil
  }

  /// Checks a registration number of 15 digits (GS 15-2006; ISO 7064 MOD 11,10); one of 13 digits
  /// has no check digit.
  static func registrationFaults(_ bytes: UnsafeBufferPointer<UInt8>) -> China.Faults {
    guard bytes.count == 15 || bytes.count == 13, bytes.allSatisfy({ $0 &- 48 < 10 }) else {
      return .bit(.registrationNumberForm)
    }
    if bytes.count == 13 { return .bit(.registrationNumberLegacy) }
    var rest = 10
    for byte in bytes.dropLast() {
      rest = (rest + Int(byte &- 48)) % 10
      rest = (rest == 0 ? 10 : rest) * 2 % 11
    }
    return (11 - rest) % 10 == Int(bytes[14] &- 48) ? [] : .bit(.registrationNumberCheck)
  }
}
