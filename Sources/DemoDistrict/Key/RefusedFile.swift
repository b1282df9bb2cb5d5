/// A file of which nothing is taken when it is imported: the store has no batch of it.
package struct RefusedFile: Hashable, Sendable, Codable {
  /// Why nothing of it is taken.
  package enum Code: String, Hashable, Sendable, Codable {
    /// The same bytes were imported under another name: `gewu import` answers `unchanged`.
    case alreadyImported = "already-imported"
    /// It ends too early for its format.
    case truncated = "file-truncated"
    /// Its header lacks fields of the manifest.
    case columnsMissing = "columns-missing"
    /// More rows are faulty than the manifest allows: exit code 4.
    case tooManyErrors = "errors-exceeded"
    /// More rows would go than the manifest allows: exit code 4.
    case tooManyGone = "shrink-exceeded"
    /// A complete load without a row.
    case noRows = "no-rows"
  }

  /// The name of the file.
  package var file: String
  package var dataset: String
  package var code: Code
  /// The fields that its header lacks.
  package var columns: [String]
  /// The file of an earlier month that it is once more.
  package var copyOf: String?

  init(_ file: String, dataset: String, _ code: Code, columns: [String] = [], copyOf: String? = nil)
  {
    (self.file, self.dataset, self.code) = (file, dataset, code)
    (self.columns, self.copyOf) = (columns, copyOf)
  }
}
