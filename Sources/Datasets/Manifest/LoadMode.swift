/// What a file means for the rows that are there already.
package enum LoadMode: String, Hashable, Sendable, CaseIterable, Codable {
  /// Every row is new: events without a key of their own.
  case append
  /// Rows with a known key replace it; others are added; absent ones stay.
  case incremental
  /// As `incremental`, and the rows absent from the file are retired (注销).
  case full
  /// As `full` within the partitions that the file names, such as a month or a community; the rows
  /// of other partitions stay.
  case partition

  /// Whether rows that the file does not have may be retired.
  package var retires: Bool { self == .full || self == .partition }
}

/// Which of several rows with the same key in one file counts.
package enum DuplicateRule: String, Hashable, Sendable, CaseIterable, Codable {
  /// The first; later ones are counted as duplicates.
  case first
  /// The last; earlier ones are counted as duplicates.
  case last
  /// The first; later ones are refused into quarantine.
  case error
}

/// How the columns of a file must agree with the fields (Table Schema v2, `fieldsMatch`).
///
/// Names are compared with a field's name, titles and aliases, without regard to case, to space of
/// any kind, to the dots and asterisks that offices add and to the width of characters. A field with `gewu: {column: n}` is taken from column n, whose name must be
/// one of the field's or blank.
package enum FieldsMatch: String, Hashable, Sendable, CaseIterable, Codable {
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

/// How many rows may be refused before the whole file is.
package enum ErrorLimit: Hashable, Sendable {
  /// At most so many rows.
  case rows(Int)
  /// At most this share of the rows read, 0…1.
  case share(Double)

  /// Reads `N` or `N%`; nil where it is neither.
  package init?(_ text: String) {
    if text.hasSuffix("%") {
      guard let percent = Double(text.dropLast()), percent >= 0, percent <= 100 else { return nil }
      self = .share(percent / 100)
    } else {
      guard let rows = Int(text), rows >= 0 else { return nil }
      self = .rows(rows)
    }
  }

  /// Whether so many refused rows are too many.
  package func isExceeded(refused: Int, read: Int) -> Bool {
    switch self {
    case .rows(let limit): refused > limit
    case .share(let limit): Double(refused) > limit * Double(read)
    }
  }
}
