package import Subjects
import Tabular

/// A file of rules for one kind of subject: `Subjects/person.yaml`.
package struct SubjectFile: Sendable {
  package let path: String
  /// The text of the file, which the store keeps with what was assembled by it.
  package let text: String
  /// The rules, checked.
  package let rules: SubjectRules

  /// Reads a file.
  ///
  /// - Throws: `TabularError` where it cannot be read; `DatasetsError` with line and place where it says
  ///   something else than it may.
  package init(path: String) throws {
    let file = try TextFile(path: path, declared: .utf8)
    try self.init(yaml: String(decoding: file.text, as: UTF8.self), path: path)
  }

  /// Reads the text of a file.
  ///
  /// - Throws: `DatasetsError`.
  package init(yaml: String, path: String) throws {
    var draft = try DraftReader(yaml: yaml, path: path)
    try draft.read()
    self.path = path
    text = yaml
    do {
      rules = try SubjectRules(draft.rules)
    } catch {
      throw draft.located(error)
    }
  }

  /// The rows that a file names: the name of their data set, and what is read of each.
  package var sources: [Reading] { rules.sources.map(Reading.init) }

  /// One reading of a data set's rows.
  package struct Reading: Sendable, Equatable {
    /// The name of the data set.
    package let dataset: String
    /// Whom or what the rows name in passing; empty for what they are about.
    package let role: String
    /// What each attribute of the source is read from, in the order of its fields.
    package let terms: [FieldTerm]
    /// The field with the day from which a row is true.
    package let effective: String?

    init(_ source: Source) {
      let parts = source.dataSet.split(separator: "#", maxSplits: 1).map(String.init)
      dataset = parts.first ?? ""
      role = parts.count > 1 ? parts[1] : ""
      terms = source.fields.map { FieldTerm($0.field) }
      effective = source.effective
    }

    /// The fields of the manifest that are read, each once.
    package var fields: [String] {
      var seen: Set<String> = []
      return (terms.compactMap(\.field) + [effective].compactMap(\.self))
        .filter { seen.insert($0).inserted }
    }
  }
}
