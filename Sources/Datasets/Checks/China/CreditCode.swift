/// The check of unified social credit codes (GB 32100-2015), on bytes.
enum CreditCode {
  /// Alphabet and check character; lower case is made upper case.
  ///
  /// What is wrong with the organisation code within is only remarked on.
  static let check = Check(
    "cn.credit-code",
    reasons: [ChinaReason.creditCodeForm, .creditCodeCheck, .organisationCodeEmbedded],
    isIdentity: true,
    recognize: { text in
      let found = faults(text)
      return found.isEmpty ? .valid : found.contains(form) ? .no : .form
    },
    verify: { text, value, arena in
      var found = faults(text)
      if found.isEmpty, !OrganisationCode.isEmbeddedCodeRight(text) { found = embedded }
      if text.contains(where: { $0 &- 97 < 26 }) { value = arena.upper(value.bytes) }
      return found.rawValue
    })

  private static let form = China.Faults.bit(.creditCodeForm)
  private static let character = China.Faults.bit(.creditCodeCheck)
  private static let embedded = China.Faults.bit(.organisationCodeEmbedded)

  private static let weights: [Int] = [
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28,
  ]
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

  static func faults(_ bytes: UnsafeBufferPointer<UInt8>) -> China.Faults {
    guard bytes.count == 18 else { return form }
    var sum = 0
    for index in 0..<17 {
      let value = value(ASCII.upper(bytes[index]))
      if value < 0 || index >= 2 && index < 8 && value > 9 { return form }
      sum &+= value &* weights[index]
    }
    let last = value(ASCII.upper(bytes[17]))
    if last < 0 { return form }
    return last == (31 - sum % 31) % 31 ? [] : character
  }

  private static func value(_ byte: UInt8) -> Int {
    if byte &- 48 < 10 { return Int(byte &- 48) }
    return alphabet.firstIndex(of: byte) ?? -1
  }
}
