/// The constraints of a field, as Table Schema names them.
package struct FieldConstraints: Hashable, Sendable {
  /// Whether a value must be there.
  package var isRequired = false
  /// Whether no two rows of a file may have the same value; rows after the first are refused.
  package var isUnique = false
  /// The least number of characters (Unicode scalars) of a string.
  package var minimumLength: Int?
  /// The greatest number of characters (Unicode scalars) of a string.
  package var maximumLength: Int?
  /// The least value, in the form that the type is kept in; included.
  package var minimum: String?
  /// The greatest value, in the form that the type is kept in; included.
  package var maximum: String?
  /// A regular expression that the whole text of the value must match.
  package var pattern: String?
  /// The values allowed, as they are written in the file; empty where all are.
  package var allowed: [String] = []

  package init() {}
}

/// The types of fields, by their names in Table Schema.
package enum FieldType: String, Hashable, Sendable, CaseIterable, Codable {
  /// Text as it stands; kept as TEXT.
  case string
  /// A whole number of 64 bits; kept as INTEGER.
  case integer
  /// A decimal number; kept as REAL.
  case number
  /// A calendar day; kept as TEXT `YYYY-MM-DD`. A pattern without a day means the first of the
  /// month, one without a month the first of January.
  case date
  /// A day and a time of day; kept as TEXT `YYYY-MM-DDTHH:MM:SS`, with the fraction and the offset
  /// from UTC where the value has them.
  case datetime
  /// True or false; kept as INTEGER 1 or 0.
  case boolean
}

/// What is done to a text before it is checked and kept.
package enum Normalization: String, Hashable, Sendable, CaseIterable, Codable {
  /// Full-width letters, digits and signs become those of ASCII, the ideographic and the no-break
  /// space a space.
  ///
  /// The part of Unicode's compatibility composition (UAX 15) that spreadsheets in Chinese need;
  /// characters proper are left as they are.
  case nfkc
  case upper
  /// Spaces, hyphens and apostrophes are taken out, as of `0571-8888 8888`.
  case digits
}

/// How far the values of a field are to be protected.
package enum Sensitivity: String, Hashable, Sendable, CaseIterable, Codable {
  case none
  /// Of a person: masked in reasons and reports.
  case personal
  /// To be seen by nobody who does not need it: never shown in reasons.
  case secret
}

/// What becomes of a value of which someone has covered a part with asterisks.
package enum MaskedRule: String, Hashable, Sendable, CaseIterable, Codable {
  /// The row is refused with the reason `masked`; the default.
  case refuse
  /// The value is kept as it is, unchecked, with the remark `masked`.
  case allow
}
