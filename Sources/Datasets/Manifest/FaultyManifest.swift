import Tabular
import Yams

/// A file that is no manifest to import by, with what can be said of it all the same: the other
/// manifests of its folder are not its fault.
package struct FaultyManifest: Sendable {
  package let path: String
  /// A `DatasetsError` or a `TabularError`.
  package let fault: any Error
  /// The data set that it describes, where that can be read.
  package let dataset: String?
  /// The patterns of the names of its files; nil where they cannot be read.
  let files: [String]?

  /// A manifest that cannot stand beside another one.
  init(_ manifest: Manifest, fault: DatasetsError) {
    path = manifest.path
    self.fault = fault
    dataset = manifest.dataset
    files = manifest.files
  }

  /// A file that could not be read as a manifest.
  ///
  /// - Parameter isInside: whether it may be looked into; it may not where it is a link that leads out
  ///   of the folder of manifests.
  init(path: String, fault: any Error, isInside: Bool) {
    self.path = path
    self.fault = fault
    guard isInside, let file = try? TextFile(path: path, declared: .utf8),
      let root = try? Yams.compose(yaml: String(decoding: file.text, as: UTF8.self)),
      root.mapping != nil
    else {
      (dataset, files) = (nil, nil)
      return
    }
    let own = root["gewu"]
    dataset = own?["dataset"]?.string ?? root["name"]?.string
    guard let patterns = own?["files"] else {
      files = own == nil || own?.mapping != nil ? [] : nil
      return
    }
    files = patterns.sequence.map { $0.compactMap(\.string) } ?? patterns.string.map { [$0] }
  }

  /// Whether a file of this name is its; nil where that cannot be told.
  package func claims(fileName: String) -> Bool? {
    files.map { $0.contains { Glob.matches($0, fileName) } }
  }
}
