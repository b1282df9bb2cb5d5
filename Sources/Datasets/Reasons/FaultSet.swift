/// The faults found in one field, one bit a reason: collecting them costs no allocation.
struct FaultSet: OptionSet, Sendable {
  let rawValue: UInt64

  static let fieldsMissing = FaultSet(rawValue: 1 << 0)
  static let fieldsExtra = FaultSet(rawValue: 1 << 1)
  static let quoteMalformed = FaultSet(rawValue: 1 << 2)
  static let required = FaultSet(rawValue: 1 << 3)
  static let typeInteger = FaultSet(rawValue: 1 << 4)
  static let typeNumber = FaultSet(rawValue: 1 << 5)
  static let typeDate = FaultSet(rawValue: 1 << 6)
  static let typeDatetime = FaultSet(rawValue: 1 << 7)
  static let typeBoolean = FaultSet(rawValue: 1 << 8)
  static let minimumLength = FaultSet(rawValue: 1 << 9)
  static let maximumLength = FaultSet(rawValue: 1 << 10)
  static let minimum = FaultSet(rawValue: 1 << 11)
  static let maximum = FaultSet(rawValue: 1 << 12)
  static let pattern = FaultSet(rawValue: 1 << 13)
  static let notAllowed = FaultSet(rawValue: 1 << 14)
  static let notUnique = FaultSet(rawValue: 1 << 15)
  static let codeUnknown = FaultSet(rawValue: 1 << 16)
  static let residentIDForm = FaultSet(rawValue: 1 << 17)
  static let residentIDDate = FaultSet(rawValue: 1 << 18)
  static let residentIDCheck = FaultSet(rawValue: 1 << 19)
  static let creditCodeForm = FaultSet(rawValue: 1 << 20)
  static let creditCodeCheck = FaultSet(rawValue: 1 << 21)
  static let mobile = FaultSet(rawValue: 1 << 22)
  static let coordinateInvalid = FaultSet(rawValue: 1 << 23)
  static let coordinateZero = FaultSet(rawValue: 1 << 24)
  static let keyMissing = FaultSet(rawValue: 1 << 25)
  static let keyDuplicate = FaultSet(rawValue: 1 << 26)
  static let precisionLost = FaultSet(rawValue: 1 << 27)
  static let cellError = FaultSet(rawValue: 1 << 28)
  static let dateSerial = FaultSet(rawValue: 1 << 29)
  static let dateSentinel = FaultSet(rawValue: 1 << 30)
  static let masked = FaultSet(rawValue: 1 << 31)
  static let codeLabelMismatch = FaultSet(rawValue: 1 << 32)
  static let residentIDLegacy = FaultSet(rawValue: 1 << 33)
  static let organisationCodeForm = FaultSet(rawValue: 1 << 34)
  static let organisationCodeCheck = FaultSet(rawValue: 1 << 35)
  static let organisationCodeEmbedded = FaultSet(rawValue: 1 << 36)
  static let registrationNumberForm = FaultSet(rawValue: 1 << 37)
  static let registrationNumberCheck = FaultSet(rawValue: 1 << 38)
  static let registrationNumberLegacy = FaultSet(rawValue: 1 << 39)
  static let phone = FaultSet(rawValue: 1 << 40)
  static let plate = FaultSet(rawValue: 1 << 41)
  static let divisionCode = FaultSet(rawValue: 1 << 42)
  static let coordinateFar = FaultSet(rawValue: 1 << 43)
  static let coordinateSwapped = FaultSet(rawValue: 1 << 44)
  static let geometryInvalid = FaultSet(rawValue: 1 << 45)
  static let geometryType = FaultSet(rawValue: 1 << 46)

  /// What can only be a remark unless the manifest says otherwise.
  static let remarks = FaultSet(
    ReasonCode.allCases.indices.filter { ReasonCode.allCases[$0].severity != .error }
      .map { FaultSet(rawValue: 1 << UInt64($0)) })

  /// Every fault.
  static let all = FaultSet(rawValue: .max)

  /// What is wrong with a value that is there nevertheless.
  static let ofContent: FaultSet = [
    .minimumLength, .maximumLength, .minimum, .maximum, .pattern, .notAllowed, .notUnique,
    .codeUnknown, .codeLabelMismatch, .masked, .residentIDForm, .residentIDDate, .residentIDCheck,
    .creditCodeForm, .creditCodeCheck, .organisationCodeForm, .organisationCodeCheck,
    .registrationNumberForm, .registrationNumberCheck, .mobile, .phone, .plate, .divisionCode,
  ]

  /// The sets of one fault each, in the stable order of the codes.
  var elements: [FaultSet] {
    ReasonCode.allCases.indices.map { FaultSet(rawValue: 1 << UInt64($0)) }
      .filter { isSuperset(of: $0) }
  }

  /// The codes, in their stable order.
  var codes: [ReasonCode] {
    ReasonCode.allCases.enumerated().compactMap { index, code in
      rawValue & (1 << UInt64(index)) != 0 ? code : nil
    }
  }
}
