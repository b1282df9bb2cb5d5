/// What can be wrong, or unusual, with a row of a department's file.
enum FaultKind: String, CaseIterable {
  // Refused rows.
  case residentCheck, residentMasked, precisionLost, creditCheck, badMobile
  case unknownCode, notAllowed, missingRequired, badDate, badNumber, commaDecimal, tooLong
  case shortRow, longRow, cellError
  case coordinateZero, coordinateFar, coordinateSwapped, shapeZero, shapeFar
  // Rows that are taken, or not counted among the good ones.
  case residentLegacy, residentLower, nullMarker, dateSentinel, otherDateFormat, label
  case quotedNewline, wideSpaces
  case coordinateMissing, coordinateOutside, unitUnknown, shapeMissing, shapeOutside
  case blankRow, duplicate, changedDuplicate

  /// Whether the line is not of as many cells as the header.
  var isOfShape: Bool { self == .shortRow || self == .longRow || self == .blankRow }

  /// Whether the line is another row once more.
  var isRepeat: Bool { self == .duplicate || self == .changedDuplicate }
}
