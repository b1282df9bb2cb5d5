import Foundation
import Tabular

extension Store {
  /// The archive of the source files; nil where the store has no file.
  var archive: SourceArchive? { writerLock == nil ? nil : SourceArchive(store: path) }

  /// The path of a source file in the archive, once its content is proved to be that of its name.
  ///
  /// A source of several files (a Shapefile) is a list of their digests, one a line with the ending
  /// of its name; each is in the archive as well.
  ///
  /// - Throws: `StoreError.notArchived` where it is not there or was changed.
  public func archivedFile(sha256: String) throws -> String {
    guard let archive else { throw StoreError.notArchived(sha256: sha256, detail: "no archive") }
    let path = archive.path(of: sha256)
    guard FileBytes.exists(at: path) else {
      throw StoreError.notArchived(sha256: sha256, detail: "\(path) is not there")
    }
    let file = try FileBytes(path: path)
    let found = withExtendedLifetime(file) { ContentHash.sha256(file.bytes) }
    guard found == sha256 else {
      throw StoreError.notArchived(sha256: sha256, detail: "\(path) was changed: it is \(found)")
    }
    return path
  }
}
