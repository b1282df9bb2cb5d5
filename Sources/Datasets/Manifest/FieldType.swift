/// The types of fields, by their names in Table Schema.
public enum FieldType: String, Hashable, Sendable, CaseIterable, Codable {
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
