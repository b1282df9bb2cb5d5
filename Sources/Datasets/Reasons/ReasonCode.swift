/// Why a row is refused, or remarked on: the stable codes.
///
/// The order gives each code its bit in `FaultSet`; new codes are added at the end.
package enum ReasonCode: String, Hashable, Sendable, CaseIterable, Codable {
  /// The row has fewer fields than the header.
  case fieldsMissing = "fields-missing"
  /// The row has more fields than the header.
  case fieldsExtra = "fields-extra"
  /// A quote is not closed, or text follows a closing quote.
  case quoteMalformed = "quote-malformed"
  /// A required value is missing.
  case required
  case typeInteger = "type-integer"
  case typeNumber = "type-number"
  /// Not a date of the patterns named.
  case typeDate = "type-date"
  /// Not a date and time of the patterns named.
  case typeDatetime = "type-datetime"
  case typeBoolean = "type-boolean"
  case minimumLength = "min-length"
  case maximumLength = "max-length"
  case minimum
  case maximum
  /// Does not match the pattern.
  case pattern
  /// Not one of the values allowed.
  case notAllowed = "not-allowed"
  /// An earlier row has the same value.
  case notUnique = "not-unique"
  /// Neither a code nor a label of the code table.
  case codeUnknown = "code-unknown"
  /// Not 18 digits (the last may be X) nor 15.
  case residentIDForm = "resident-id-form"
  /// The date of birth within is no date.
  case residentIDDate = "resident-id-date"
  /// The check character is wrong.
  case residentIDCheck = "resident-id-check"
  /// Not 18 characters of the alphabet.
  case creditCodeForm = "credit-code-form"
  /// The check character is wrong.
  case creditCodeCheck = "credit-code-check"
  case mobile
  /// The coordinates are not numbers, out of range, half missing, or cannot be transformed.
  case coordinateInvalid = "coordinate-invalid"
  case coordinateZero = "coordinate-zero"
  /// A field of the key has no value.
  case keyMissing = "key-missing"
  /// An earlier row has the same key.
  case keyDuplicate = "key-duplicate"
  /// A number cell of more digits than a spreadsheet keeps, where an identifier should be.
  case precisionLost = "precision-lost"
  /// A cell whose formula failed.
  case cellError = "cell-error"
  /// A plain number where a date should be: the day number of a spreadsheet?
  case dateSerial = "date-serial"
  /// A date that stands for "unknown" or "for ever".
  case dateSentinel = "date-sentinel"
  /// A part of the value is covered with asterisks.
  case masked
  /// Code and label stand together and disagree.
  case codeLabelMismatch = "code-label-mismatch"
  /// A resident ID of 15 digits, kept as the one of 18 that took its place.
  case residentIDLegacy = "resident-id-legacy"
  /// Not 8 characters and a check character.
  case organisationCodeForm = "organisation-code-form"
  /// The check character is wrong.
  case organisationCodeCheck = "organisation-code-check"
  /// The check character of the organisation code within a credit code is wrong.
  case organisationCodeEmbedded = "organisation-code-embedded"
  case registrationNumberForm = "registration-number-form"
  /// The check digit is wrong.
  case registrationNumberCheck = "registration-number-check"
  /// A registration number of 13 digits, as before 2007.
  case registrationNumberLegacy = "registration-number-legacy"
  case phone
  case plate
  /// Not a division code of 6, 9, 12 or 15 digits whose levels agree.
  case divisionCode = "division-code"
  /// The position is more than 50 km from the district.
  case coordinateFar = "coordinate-far"
  /// The position would be in the district with its ordinates exchanged.
  case coordinateSwapped = "coordinate-swapped"
  case geometryInvalid = "geometry-invalid"
  /// The geometry is of another type than the manifest says.
  case geometryType = "geometry-type"

  /// How grave it is where the field says nothing else.
  package var severity: Severity {
    switch self {
    case .dateSentinel, .residentIDLegacy: .info
    case .dateSerial, .organisationCodeEmbedded, .registrationNumberLegacy: .warning
    default: .error
    }
  }
}
