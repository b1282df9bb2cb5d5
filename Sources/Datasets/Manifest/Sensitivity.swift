/// How far the values of a field are to be protected.
public enum Sensitivity: String, Hashable, Sendable, CaseIterable, Codable {
  /// Open.
  case none
  /// Of a person: masked in reasons and reports.
  case personal
  /// To be seen by nobody who does not need it: never shown in reasons.
  case secret
}
