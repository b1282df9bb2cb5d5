/// The faults found in one field, one bit a reason: collecting them costs no allocation.
struct FaultSet: OptionSet, Sendable {
  let rawValue: UInt32

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

  /// The codes, in their stable order.
  var codes: [ReasonCode] {
    ReasonCode.allCases.enumerated().compactMap { index, code in
      rawValue & (1 << UInt32(index)) != 0 ? code : nil
    }
  }
}
