/// How old the latest file of a data set may be.
public struct Freshness: Hashable, Sendable, Codable {
  /// The age in days from which a reminder is due; nil for none.
  public var warnAfterDays: Int?
  /// The age in days from which the data set is overdue; nil for none.
  public var failAfterDays: Int?

  /// Makes a rule.
  public init(warnAfterDays: Int? = nil, failAfterDays: Int? = nil) {
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
public enum Frequency: String, Hashable, Sendable, CaseIterable, Codable {
  /// Every day.
  case daily
  /// Every week.
  case weekly
  /// Every month.
  case monthly
  /// Every three months.
  case quarterly
  /// Every year.
  case yearly
  /// When there is something new.
  case irregular
}
