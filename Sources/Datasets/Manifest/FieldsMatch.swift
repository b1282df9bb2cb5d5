/// How the columns of a file must agree with the fields (Table Schema v2, `fieldsMatch`).
///
/// Names are compared with a field's name, titles and aliases, without regard to case, to space of
/// any kind, to the dots and asterisks that offices add and to the width of characters. A field with `gewu: {column: n}` is taken from column n, whose name must be
/// one of the field's or blank.
public enum FieldsMatch: String, Hashable, Sendable, CaseIterable, Codable {
  /// The same columns in the same order; the default.
  case exact
  /// The same columns in any order.
  case equal
  /// All fields must be there; other columns are left out.
  case subset
  /// Every column must be a field; fields that are absent are empty, unless required.
  case superset
  /// One field at least must be there; other columns are left out.
  case partial
}
