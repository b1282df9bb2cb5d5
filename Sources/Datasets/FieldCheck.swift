/// The named checks that a field can ask for under `gewu: {check: …}`.
public enum FieldCheck: String, Hashable, Sendable, CaseIterable, Codable {
  /// A resident identity number of 18 characters (GB 11643-1999: date and check character) or
  /// the older form of 15 digits. A final `x` is made upper case. The region code is not judged:
  /// it may be historic.
  case residentID = "cn.resident-id"
  /// A unified social credit code (GB 32100-2015: alphabet and check character). Lower case is
  /// made upper case.
  case creditCode = "cn.credit-code"
  /// A mobile number of mainland China: 11 digits, the first two 13 to 19.
  case mobile = "cn.mobile"
}
