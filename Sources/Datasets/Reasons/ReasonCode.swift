/// Why a row is refused, or remarked on: the stable codes.
package enum ReasonCode: Hashable, Sendable, CaseIterable, RawRepresentable {
  /// What is wrong with a row or a value whatever it is of.
  case row(RowReason)
  /// What a named check found.
  case check(CheckReason)

  /// All of them in their stable order, which is that of the bits of a `FaultSet`.
  package static let allCases: [ReasonCode] =
    RowReason.allCases.map(ReasonCode.row) + CheckReason.allCases.map(ReasonCode.check)

  package var rawValue: String {
    switch self {
    case .row(let reason): reason.rawValue
    case .check(let reason): reason.code.rawValue
    }
  }

  package init?(rawValue: String) {
    guard let code = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = code
  }

  /// How grave it is where the field says nothing else.
  package var severity: Severity {
    switch self {
    case .row(.dateSentinel): .info
    case .row: .error
    case .check(let reason): reason.code.severity
    }
  }
}

/// Why a row is refused, but for what named checks find; a new reason is added at the end.
package enum RowReason: String, Hashable, Sendable, CaseIterable {
  /// The row has fewer fields than the header.
  case fieldsMissing = "fields-missing"
  /// The row has more fields than the header.
  case fieldsExtra = "fields-extra"
  /// A quote is not closed, text follows a closing quote, or a space stands before an opening one.
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
  /// The coordinates are not numbers, out of range, half missing, or cannot be transformed.
  case coordinateInvalid = "coordinate-invalid"
  case coordinateZero = "coordinate-zero"
  /// A field of the key has no value.
  case keyMissing = "key-missing"
  /// An earlier row has the same key.
  case keyDuplicate = "key-duplicate"
  /// A number of more digits than a spreadsheet keeps, where an identifier should be: a cell, or the
  /// text that it was saved as, `1.10105E+17`.
  case precisionLost = "precision-lost"
  /// A cell whose formula failed.
  case cellError = "cell-error"
  /// A plain number where a date should be: the day number of a spreadsheet, which would be lost.
  case dateSerial = "date-serial"
  /// A date that stands for "unknown" or "for ever".
  case dateSentinel = "date-sentinel"
  /// A part of the value is covered with asterisks.
  case masked
  /// Code and label stand together and disagree.
  case codeLabelMismatch = "code-label-mismatch"
  /// The position is more than 50 km from the district.
  case coordinateFar = "coordinate-far"
  /// The position would be in the district with its ordinates exchanged.
  case coordinateSwapped = "coordinate-swapped"
  case geometryInvalid = "geometry-invalid"
  /// The geometry is of another type than the manifest says.
  case geometryType = "geometry-type"
  /// The heading once more, among the data.
  case headerRepeated = "header-repeated"
}
