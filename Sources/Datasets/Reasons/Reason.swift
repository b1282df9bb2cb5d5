/// One reason why a row is refused, or a remark on one that is taken.
package struct Reason: Hashable, Sendable {
  package var code: ReasonCode
  /// How grave it is; a row is refused for errors.
  package var severity: Severity
  /// The field concerned; nil where it is the whole row.
  package var field: String?
  /// The value at fault as it stands in the file, masked where the field is sensitive.
  package var value: String?
  /// What is wrong, in English.
  package var message: String
  package var messageChinese: String

  package init(
    code: ReasonCode, severity: Severity = .error, field: String? = nil, value: String? = nil,
    message: String, messageChinese: String
  ) {
    self.code = code
    self.severity = severity
    self.field = field
    self.value = value
    self.message = message
    self.messageChinese = messageChinese
  }

  /// A value as it may be shown: open as it is, personal ones but for the first two characters and
  /// the length, secret ones not at all.
  static func masked(_ value: String, _ sensitivity: Sensitivity) -> String? {
    switch sensitivity {
    case .none: value.count > 200 ? String(value.prefix(200)) + "…" : value
    case .personal:
      value.count <= 2
        ? String(repeating: "*", count: value.count)
        : value.prefix(2) + String(repeating: "*", count: min(value.count - 2, 40))
    case .secret: nil
    }
  }
}
