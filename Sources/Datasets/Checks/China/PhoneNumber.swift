/// The check of telephone numbers of mainland China, on bytes.
enum PhoneNumber {
  /// A mobile number, a landline number with or without its area code and extension, or a number
  /// that begins with 400 or 800.
  static let check = Check(
    "cn.phone", reasons: [ChinaReason.phone],
    verify: { text, _, _ in isPhone(text) ? 0 : fault.rawValue })

  private static let fault = China.Faults.bit(.phone)

  private typealias Text = Slice<UnsafeBufferPointer<UInt8>>

  /// Spaces, hyphens and brackets between the parts of a number do not matter.
  private static func isPhone(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = bytes.starts(with: Array("+86".utf8)) ? bytes[3...] : bytes[...]
    if isNumber(digits(text)) { return true }
    guard let (number, suffix) = split(text), (1...6).contains(suffix.count),
      suffix.allSatisfy({ $0 &- 48 < 10 })
    else { return false }
    return isNumber(digits(number))
  }

  private static let separators = Array(" -()".utf8)

  /// The digits of a number, or none where something else stands between them or at the end.
  private static func digits(_ text: Text) -> [UInt8] {
    guard let first = text.first, first &- 48 < 10 || first == UInt8(ascii: "("),
      let last = text.last, last &- 48 < 10
    else { return [] }
    let digits = text.filter { !separators.contains($0) }
    return digits.allSatisfy { $0 &- 48 < 10 } ? digits.map { $0 &- 48 } : []
  }

  private static func isNumber(_ digits: [UInt8]) -> Bool {
    guard let first = digits.first else { return false }
    switch digits.count {
    case 7, 8: return first >= 2
    case 10...12 where first == 0:
      // Area codes have three digits from 010 to 029, else four.
      let area = digits[1] <= 2 ? 3 : 4
      return (7...8).contains(digits.count - area) && digits[area] >= 2
    case 10: return (first == 4 || first == 8) && digits[1] == 0 && digits[2] == 0
    case 11: return first == 1 && digits[1] >= 3
    default: return false
    }
  }

  /// The parts before and behind the last hyphen, or before and behind 转, as in 88888888转6.
  private static func split(_ text: Text) -> (number: Text, suffix: Text)? {
    let turn = Array("转".utf8)
    if let at = text.firstIndex(of: turn[0]), text[at...].starts(with: turn) {
      return (text[..<at], text[(at + turn.count)...])
    }
    guard let at = text.lastIndex(of: UInt8(ascii: "-")) else { return nil }
    return (text[..<at], text[(at + 1)...])
  }
}
