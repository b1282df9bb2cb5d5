/// One reason why a row is refused, or a remark on one that is taken: a fact, in no language.
package struct Reason: Hashable, Sendable {
  package var code: ReasonCode
  /// How grave it is; a row is refused for errors.
  package var severity: Severity
  /// The field concerned, or several with commas between them; nil where it is the whole row.
  package var field: String?
  /// The value at fault as it stands in the file, masked where the field is sensitive.
  package var value: String?
  /// What a sentence about it needs besides: what the field demands and what people call it.
  package var arguments: [Argument]

  package init(
    code: ReasonCode, severity: Severity = .error, field: String? = nil, value: String? = nil,
    arguments: [Argument] = []
  ) {
    self.code = code
    self.severity = severity
    self.field = field
    self.value = value
    self.arguments = arguments
  }

  /// A value as it may be shown: open as it is, personal ones as their mask has them, secret ones not at
  /// all.
  package static func masked(
    _ value: String, _ sensitivity: Sensitivity, by mask: ValueMask = .text
  ) -> String? {
    switch sensitivity {
    case .none: value.count > 200 ? String(value.prefix(200)) + "…" : value
    case .personal: mask.shown(value)
    case .secret: nil
    }
  }
}

/// What stands in a sentence in the place of `{name}`; several of one name are a list.
package struct Argument: Hashable, Sendable {
  package var name: String
  package var value: String
  /// Whether it says something of a person, so that it is masked where it is kept or shown.
  package var isPersonal: Bool

  package init(_ name: String, _ value: String, isPersonal: Bool = false) {
    (self.name, self.value, self.isPersonal) = (name, value, isPersonal)
  }

  /// What people call the field, where that is not its name.
  package static let title = "title"
  /// What people call the field in Chinese.
  package static let titleChinese = "title_zh"
}
