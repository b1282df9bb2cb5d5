/// How the values of an attribute are read, so that equal things have equal bytes.
public enum ValueKind: String, CaseIterable, Sendable {
  /// Bytes as they are, spaces at both ends apart.
  case exact
  /// Folded text.
  case text
  /// A person's name: folded text; `?`, a box or a private character stand for one unknown one.
  case name
  /// A firm's name: letters and digits of the folded text.
  case firmName = "firm-name"
  /// A day: eight digits.
  case date
  /// A resident identity number that is whole and valid; others are no value.
  case residentID = "resident-id"
  /// A resident identity number of which a part is hidden; others are no value.
  case maskedResidentID = "masked-resident-id"
  /// A valid unified social credit code; others are no value.
  case creditCode = "credit-code"
  /// A valid organisation code of nine characters; others are no value.
  case organisationCode = "organisation-code"
  /// A valid registration number of 15 digits; others are no value.
  case registrationNumber = "registration-number"
  /// Digits of a telephone number without the country's code of China; under seven are no value.
  case phone
  /// A code or document number: letters and digits of the folded text; one of which a part is
  /// hidden by `*` is no value.
  case code
  /// A decimal number; others are no value.
  case number

  /// The bytes by which two values are equal; empty for no value.
  public func normal(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let text = Self.trimmed(text)
    guard !text.isEmpty else { return [] }
    switch self {
    case .exact: return Array(text)
    case .text, .name: return Folding.fold(text)
    case .firmName: return Folding.lettersAndDigits(text)
    case .code: return text.contains(0x2A) ? [] : Folding.lettersAndDigits(text)
    case .date:
      guard CivilDay.read(text) != nil else { return [] }
      return Array(text.filter { $0 >= 0x30 && $0 <= 0x39 }.prefix(8))
    case .residentID:
      guard case .whole(let number) = ResidentNumber(text) else { return [] }
      return number
    case .maskedResidentID:
      guard case .masked(let number) = ResidentNumber(text) else { return [] }
      return number
    case .creditCode: return OrganisationNumber.creditCode(text) ?? []
    case .organisationCode: return OrganisationNumber.organisationCode(text) ?? []
    case .registrationNumber: return OrganisationNumber.registrationNumber(text) ?? []
    case .phone: return Self.phone(text)
    case .number: return Self.decimal(text) == nil ? [] : Array(text)
    }
  }

  /// The number that a decimal text stands for; nil for another text.
  static func decimal(_ text: some Collection<UInt8>) -> Double? {
    guard text.count <= 32, text.allSatisfy({ $0 >= 0x2B && $0 <= 0x39 && $0 != 0x2F }),
      let number = Double(String(decoding: text, as: UTF8.self)),
      number.isFinite
    else { return nil }
    return number
  }

  private static func phone(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard !text.contains(UInt8(ascii: "*")) else { return [] }
    var digits = Folding.fold(text).filter { $0 >= 0x30 && $0 <= 0x39 }
    if digits.count == 13, digits.starts(with: [0x38, 0x36]) { digits.removeFirst(2) }
    return digits.count < 7 ? [] : digits
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while let first = text.first, first <= 0x20 { text.removeFirst() }
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return text
  }
}
