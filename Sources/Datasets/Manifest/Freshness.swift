/// How old the latest file of a data set may be.
package struct Freshness: Hashable, Sendable, Codable {
  /// The age in days from which a reminder is due; nil for none.
  package var warnAfterDays: Int?
  /// The age in days from which the data set is overdue; nil for none.
  package var failAfterDays: Int?

  package init(warnAfterDays: Int? = nil, failAfterDays: Int? = nil) {
    self.warnAfterDays = warnAfterDays
    self.failAfterDays = failAfterDays
  }

  /// Reads a number of days such as `40d` or `40`; nil where it is none.
  static func days(_ text: String) -> Int? {
    guard let days = Int(text.hasSuffix("d") ? String(text.dropLast()) : text), days > 0 else {
      return nil
    }
    return days
  }
}

/// How often a department delivers a data set (GB/T 21063.3, update cycle).
package enum Frequency: String, Hashable, Sendable, CaseIterable, Codable {
  case daily
  case weekly
  case monthly
  case quarterly
  case yearly
  /// When there is something new.
  case irregular
}
