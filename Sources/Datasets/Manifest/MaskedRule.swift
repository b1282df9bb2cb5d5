/// What becomes of a value of which someone has covered a part with asterisks.
public enum MaskedRule: String, Hashable, Sendable, CaseIterable, Codable {
  /// The row is refused with the reason `masked`; the default.
  case refuse
  /// The value is kept as it is, unchecked, with the remark `masked`.
  case allow
}
