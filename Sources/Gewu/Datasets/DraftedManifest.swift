package import Datasets
import Warehouse

/// A manifest proposed from a sample; see ``Datasets/ManifestDraft``.
package struct DraftedManifest: Hashable, Sendable {
  /// The identifier of the data set.
  package var dataset: String
  /// The manifest's text, its evidence as comments.
  package var yaml: String
  /// How many data rows the sample has.
  package var rows: Int
  /// What a person should decide.
  package var questions: [DraftQuestion]

  /// Reads a sample and proposes a manifest.
  ///
  /// - Parameters:
  ///   - path: the sample.
  ///   - dataset: the identifier; where it is nil, made from the file's name.
  ///   - manifests: a folder whose field names are used again; faulty manifests and a folder that
  ///     does not exist contribute none.
  ///   - cells: how many cells of a longer sample are looked at; nil for the usual number.
  ///   - words: how facts are said in the manifest's comments, in one line.
  /// - Throws: `TabularError` or `DatasetsError`.
  package init(
    sample path: String, dataset: String? = nil, manifests: String, cells: Int? = nil,
    words: ([DraftFact]) -> String
  ) throws {
    let file = try DepartmentFile.open(path: path)
    let vocabulary = ManifestFolder.readable(below: manifests)
    let name = dataset ?? Self.identifier(ofFile: path)
    let draft = try ManifestDraft(
      file, dataset: name, vocabulary: vocabulary, cells: cells, words: words)
    self.dataset = name
    yaml = draft.yaml
    rows = draft.rows
    questions = draft.questions
  }

  /// The ASCII letters and digits of a file's name, or `dataset` where there are none.
  private static func identifier(ofFile path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? ""
    let stem = file.split(separator: ".").first.map(String.init) ?? ""
    var name = ""
    for character in stem.lowercased() {
      if character.isASCII, character.isLetter || character.isNumber && !name.isEmpty {
        name.append(character)
      } else if !name.isEmpty, name.last != "_" {
        name.append("_")
      }
    }
    while name.last == "_" { name.removeLast() }
    return name.isEmpty ? "dataset" : name
  }
}
