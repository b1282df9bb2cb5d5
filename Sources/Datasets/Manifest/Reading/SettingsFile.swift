import Tabular
import Yams

/// A file of settings by their names, in YAML: a mapping of known keys to texts, numbers, or lists of texts.
package struct SettingsFile {
  private let members: [String: ManifestNode]

  /// Reads a file; one that is empty sets nothing.
  ///
  /// - Throws: `TabularError` where it cannot be read, `DatasetsError` where it is no such mapping, or has
  ///   a key that is not known.
  package init(path: String, known: [String]) throws {
    let file = try TextFile(path: path, declared: .utf8)
    try self.init(yaml: String(decoding: file.text, as: UTF8.self), path: path, known: known)
  }

  /// Reads a text; `path` is where it is said to come from.
  package init(yaml: String, path: String, known: [String]) throws {
    members =
      try ManifestNode.compose(yaml, path: path).map {
        try ManifestNode(node: $0, place: "", path: path).members(known: known)
      }
      ?? [:]
  }

  /// The text of a setting that is not empty; nil where it is absent.
  package func text(_ key: String) throws -> String? { try members[key]?.name() }

  /// The texts of a setting, or the one that stands for a list of it; empty where it is absent.
  package func texts(_ key: String) throws -> [String] {
    try members[key]?.itemsOrOne().map { try $0.name() } ?? []
  }

  /// One of the raw values of an enumeration; nil where it is absent.
  package func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Choice.Type
  ) throws -> Choice? where Choice.RawValue == String {
    try members[key]?.choice(type)
  }

  /// What a text means; nil where the setting is absent.
  ///
  /// - Parameter allowed: what may stand there, as it is told where `read` knows no meaning.
  package func value<Value>(
    _ key: String, allowed: [String], _ read: (String) -> Value?
  ) throws -> Value? {
    guard let member = members[key] else { return nil }
    let text = try member.string()
    guard let value = read(text) else {
      throw member.fail(.notOneOf(text, known: allowed, suggestion: nil))
    }
    return value
  }
}
