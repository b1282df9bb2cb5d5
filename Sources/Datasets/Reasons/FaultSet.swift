/// The faults found in one field, one bit per reason: collecting them costs no allocation.
struct FaultSet: OptionSet, Sendable {
  let rawValue: UInt64

  /// The set of one reason.
  static func bit(_ code: ReasonCode) -> FaultSet {
    FaultSet(rawValue: 1 << UInt64(ReasonCode.allCases.firstIndex(of: code) ?? 0))
  }

  private static func bit(_ reason: RowReason) -> FaultSet { bit(.row(reason)) }

  // Lazily made and kept: the hot path compares with them and makes none.
  static let fieldsMissing = bit(.fieldsMissing)
  static let fieldsExtra = bit(.fieldsExtra)
  static let quoteMalformed = bit(.quoteMalformed)
  static let required = bit(.required)
  static let typeInteger = bit(.typeInteger)
  static let typeNumber = bit(.typeNumber)
  static let typeDate = bit(.typeDate)
  static let typeDatetime = bit(.typeDatetime)
  static let typeBoolean = bit(.typeBoolean)
  static let minimumLength = bit(.minimumLength)
  static let maximumLength = bit(.maximumLength)
  static let minimum = bit(.minimum)
  static let maximum = bit(.maximum)
  static let pattern = bit(.pattern)
  static let notAllowed = bit(.notAllowed)
  static let notUnique = bit(.notUnique)
  static let codeUnknown = bit(.codeUnknown)
  static let coordinateInvalid = bit(.coordinateInvalid)
  static let coordinateZero = bit(.coordinateZero)
  static let keyMissing = bit(.keyMissing)
  static let keyDuplicate = bit(.keyDuplicate)
  static let precisionLost = bit(.precisionLost)
  static let cellError = bit(.cellError)
  static let dateSerial = bit(.dateSerial)
  static let dateSentinel = bit(.dateSentinel)
  static let masked = bit(.masked)
  static let codeLabelMismatch = bit(.codeLabelMismatch)
  static let coordinateFar = bit(.coordinateFar)
  static let coordinateSwapped = bit(.coordinateSwapped)
  static let geometryInvalid = bit(.geometryInvalid)
  static let geometryType = bit(.geometryType)
  static let headerRepeated = bit(.headerRepeated)

  /// What can only be a remark unless the manifest says otherwise.
  static let remarks = FaultSet(
    ReasonCode.allCases.filter { $0.severity != .error }.map { bit($0) })

  /// Every fault.
  static let all = FaultSet(rawValue: .max)

  /// What is wrong with a value that is there nevertheless.
  static let ofContent = FaultSet(CheckReason.allCases.map { bit(.check($0)) }).union([
    .minimumLength, .maximumLength, .minimum, .maximum, .pattern, .notAllowed, .notUnique,
    .codeUnknown, .codeLabelMismatch, .masked,
  ])

  /// How far the bits of a check's module stand from the lowest.
  static func shift(of check: Check) -> UInt64 {
    let first = check.codes.first.flatMap(ReasonCode.init(rawValue:))
    return UInt64(first.flatMap { ReasonCode.allCases.firstIndex(of: $0) } ?? 0)
  }

  /// The codes, in their stable order.
  var codes: [ReasonCode] {
    var codes: [ReasonCode] = []
    var rest = rawValue
    while rest != 0 {
      codes.append(ReasonCode.allCases[rest.trailingZeroBitCount])
      rest &= rest &- 1
    }
    return codes
  }
}
