import Yams

/// What a manifest says about how its fields are called and protected.
///
/// A store keeps the text of the manifest that a data set was last loaded by, but not the code
/// tables beside it: this is what can be read without them.
package struct ManifestOutline: Hashable, Sendable {
  package struct Field: Hashable, Sendable {
    package var title: String?
    /// What people call it in Chinese.
    package var titleChinese: String?
    /// How far its values are to be protected.
    package var sensitivity: Sensitivity
    /// How they are shown where they are personal.
    package var mask = ValueMask.text
  }

  /// The fields by their names.
  package let fields: [String: Field]

  /// Whether quotes enclose fields of its delimited text, or are characters as any.
  package let hasQuotes: Bool

  /// Reads a manifest's text; one that is no manifest has no fields.
  package init(yaml: String) {
    var fields: [String: Field] = [:]
    let root = try? Yams.compose(yaml: yaml)
    for node in root?["fields"]?.sequence ?? [] {
      guard let name = node["name"]?.string else { continue }
      let own = node["gewu"]
      let (title, titleChinese) = (node["title"]?.string, own?["title_zh"]?.string)
      // What cannot be read is protected.
      let sensitivity =
        own?["sensitive"]?.string.map { Sensitivity(rawValue: $0) ?? .secret } ?? .none
      let checks =
        [own?["check"]?.string].compactMap(\.self)
        + (own?["checks"]?.sequence ?? []).compactMap(\.string)
      fields[name] = Field(
        title: title, titleChinese: titleChinese, sensitivity: sensitivity,
        mask: ValueMask(
          names: [name, title, titleChinese].compactMap(\.self),
          type: node["type"]?.string.flatMap(FieldType.init) ?? .string, checks: checks,
          isCode: own?["codes"] != nil || node["constraints"]?["enum"] != nil, sensitivity))
    }
    self.fields = fields
    hasQuotes = root?["dialect"]?["quoteChar"]?.string.map { !$0.isEmpty } ?? true
  }

  /// What people call a field, in the language asked for where there is such a name.
  package func title(of field: String, inChinese: Bool) -> String {
    guard let known = fields[field] else { return field }
    return (inChinese ? known.titleChinese ?? known.title : known.title) ?? field
  }

  /// A value of a field as it may be shown to whoever asks: open ones as they are, personal ones as their
  /// mask has them, secret ones and those of unknown fields not at all.
  package func shown(_ value: String, of field: String) -> String {
    Reason.masked(value, fields[field]?.sensitivity ?? .secret, by: fields[field]?.mask ?? .text)
      ?? "***"
  }
}
