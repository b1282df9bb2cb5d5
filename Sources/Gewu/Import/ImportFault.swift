package import Intake

/// Why files cannot be imported, or their refused rows be taken up again.
package enum ImportFault: UseCaseError, Equatable, Sendable {
  case noFile(path: String)
  /// The file only says that a spreadsheet program has another one open.
  case lockFile(path: String)
  /// Folders hold nothing to import but links, which are not followed.
  case onlyLinks([String])
  /// No manifest of the folder names a file in the paths.
  case noManifest(folder: String, paths: [String])
  /// A manifest attaches rows to a level that the active generation does not have.
  case noLevel(String, manifest: String, levels: [String])
  /// What an interrupted load has staged can be discarded, a batch in another state cannot.
  case notStaged(Int64, ImportReport.Status)
  /// A full load has followed the one that refused the rows.
  case outdated(batch: Int64, successor: Int64)

  package var kind: FailureKind {
    switch self {
    case .noFile: .notFound
    case .noManifest, .onlyLinks, .noLevel, .lockFile: .invalid
    case .notStaged, .outdated: .conflict
    }
  }
}
