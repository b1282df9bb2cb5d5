import Tabular
package import UseAnomaly

/// A file with the limits of the use anomaly for one place, and where a store has what they are for:
/// `UseRules/water.yaml`.
package struct UseFile: Sendable {
  package let path: String
  /// The text of the file, which whoever keeps results keeps with them.
  package let text: String
  package let settings: UseSettings
  /// Where a store has what is looked at; nil for a file of limits alone.
  package let bindings: UseBindings?
  /// After how many months what came of a visit is removed, and only counted.
  package let outcomeMonths: Int

  /// Reads a file.
  ///
  /// - Throws: `TabularError` where it cannot be read; `DatasetsError` with line and place where it says
  ///   something else than it may.
  package init(path: String) throws {
    let file = try TextFile(path: path, declared: .utf8)
    try self.init(yaml: String(decoding: file.text, as: UTF8.self), path: path)
  }

  /// Reads the text of a file; `path` is where it is said to come from.
  ///
  /// - Throws: `DatasetsError`.
  package init(yaml: String, path: String) throws {
    guard let node = try ManifestNode.compose(yaml, path: path) else {
      throw DatasetsError(path: path, .manifest(.empty))
    }
    self.path = path
    text = yaml
    let root = ManifestNode(node: node, place: "", path: path)
    let members = try root.members(known: UseSettings.keys + ["outcomes", "sources"])
    settings = try UseSettings(members, of: root)
    bindings = try members["sources"].map { try UseBindings($0) }
    outcomeMonths =
      try members["outcomes"].map { try $0.needed(["months"])["months"].integer(atLeast: 1) } ?? 12
  }
}
