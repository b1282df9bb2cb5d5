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
