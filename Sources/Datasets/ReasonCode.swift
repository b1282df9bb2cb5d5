/// Why a row is refused: the stable codes.
///
/// The order gives each code its bit in `FaultSet`; new codes are added at the end.
public enum ReasonCode: String, Hashable, Sendable, CaseIterable, Codable {
  /// The row has fewer fields than the header.
  case fieldsMissing = "fields-missing"
  /// The row has more fields than the header.
  case fieldsExtra = "fields-extra"
  /// A quote is not closed, or text follows a closing quote.
  case quoteMalformed = "quote-malformed"
  /// A required value is missing.
  case required
  /// Not a whole number.
  case typeInteger = "type-integer"
  /// Not a number.
  case typeNumber = "type-number"
  /// Not a date of the patterns named.
  case typeDate = "type-date"
  /// Not a date and time of the patterns named.
  case typeDatetime = "type-datetime"
  /// Neither true nor false.
  case typeBoolean = "type-boolean"
  /// Too few characters.
  case minimumLength = "min-length"
  /// Too many characters.
  case maximumLength = "max-length"
  /// Below the least value.
  case minimum
  /// Above the greatest value.
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
  /// Not a mobile number.
  case mobile
  /// The coordinates are not numbers, out of range, half missing, or cannot be transformed.
  case coordinateInvalid = "coordinate-invalid"
  /// The coordinates are 0,0.
  case coordinateZero = "coordinate-zero"
  /// A field of the key has no value.
  case keyMissing = "key-missing"
  /// An earlier row has the same key.
  case keyDuplicate = "key-duplicate"
  /// The position is more than 50 km from the district.
  case coordinateFar = "coordinate-far"
  /// The position would be in the district with its ordinates exchanged.
  case coordinateSwapped = "coordinate-swapped"
}
