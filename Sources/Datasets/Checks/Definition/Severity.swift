/// How grave it is that a value fails a field's checks, codes or constraints.
package enum Severity: String, Hashable, Sendable, CaseIterable, Codable {
  case error
  /// The row is taken, and the value is worth a look.
  case warning
  /// The row is taken; somebody may want to know.
  case info
}
