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
      fields[name] = Field(
        title: node["title"]?.string, titleChinese: own?["title_zh"]?.string,
        // What cannot be read is protected.
        sensitivity: own?["sensitive"]?.string.map { Sensitivity(rawValue: $0) ?? .secret }
          ?? .none)
    }
    self.fields = fields
    hasQuotes = root?["dialect"]?["quoteChar"]?.string.map { !$0.isEmpty } ?? true
  }

  /// What people call a field, in the language asked for where there is such a name.
  package func title(of field: String, inChinese: Bool) -> String {
    guard let known = fields[field] else { return field }
    return (inChinese ? known.titleChinese ?? known.title : known.title) ?? field
  }

  /// A value of a field as it may be shown to whoever asks: open ones as they are, personal ones
  /// but for their first two characters, secret ones and those of unknown fields not at all.
  package func shown(_ value: String, of field: String) -> String {
    Reason.masked(value, fields[field]?.sensitivity ?? .secret) ?? "***"
  }
}
