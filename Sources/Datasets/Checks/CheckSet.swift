/// The named checks of a field, one bit each.
struct CheckSet: OptionSet, Sendable {
  let rawValue: UInt16

  static let residentID = CheckSet(rawValue: 1 << 0)
  static let creditCode = CheckSet(rawValue: 1 << 1)
  static let mobile = CheckSet(rawValue: 1 << 2)
  static let organisationCode = CheckSet(rawValue: 1 << 3)
  static let registrationNumber = CheckSet(rawValue: 1 << 4)
  static let phone = CheckSet(rawValue: 1 << 5)
  static let plate = CheckSet(rawValue: 1 << 6)
  static let divisionCode = CheckSet(rawValue: 1 << 7)
  /// All but the most frequent ones.
  static let rare: CheckSet = [
    .organisationCode, .registrationNumber, .phone, .plate, .divisionCode,
  ]

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ checks: [FieldCheck]) {
    self = checks.reduce(into: []) { $0.insert(Self.bit(of: $1)) }
  }

  private static func bit(of check: FieldCheck) -> CheckSet {
    switch check {
    case .residentID: .residentID
    case .creditCode: .creditCode
    case .mobile: .mobile
    case .organisationCode: .organisationCode
    case .registrationNumber: .registrationNumber
    case .phone: .phone
    case .plate: .plate
    case .divisionCode: .divisionCode
    }
  }
}
