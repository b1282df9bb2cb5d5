/// How grave it is that a value fails a field's checks, codes or constraints.
public enum Severity: String, Hashable, Sendable, CaseIterable, Codable {
  /// The row is refused.
  case error
  /// The row is taken, and the value is worth a look.
  case warning
  /// The row is taken; somebody may want to know.
  case info
}
