import Foundation
import Subjects

/// The files of rules of a folder, one a kind of subject.
package struct SubjectFolder: Sendable {
  /// The files in the order of their kinds.
  package let files: [SubjectFile]

  /// Reads every `.yaml` of a folder.
  ///
  /// - Throws: `TabularError`, `DatasetsError`; also where there is no such folder, or two files are about one
  ///   kind.
  package init(path: String) throws {
    let names = try? FileManager.default.contentsOfDirectory(atPath: path)
    guard let names else { throw DatasetsError(path: path, .subjects(.noRules)) }
    var files: [String: SubjectFile] = [:]
    for name in names.filter({ $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }).sorted() {
      let file = try SubjectFile(path: "\(path)/\(name)")
      if let other = files.updateValue(file, forKey: file.rules.kind) {
        throw DatasetsError(
          path: file.path, .subjects(.kindTwice(file.rules.kind, other: other.path)))
      }
    }
    guard !files.isEmpty else { throw DatasetsError(path: path, .subjects(.noRules)) }
    self.files = files.sorted { $0.key < $1.key }.map(\.value)
  }
}
