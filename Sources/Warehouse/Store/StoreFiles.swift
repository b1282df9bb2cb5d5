package import Files
import Foundation

/// The files that belong to a store: the database, what SQLite keeps beside it, the lock, the archive
/// of source files and the index files.
package struct StoreFiles: Sendable {
  /// What no output may be or replace.
  package let spared: SparedFiles

  private static let companions = ["", "-wal", "-shm", "-journal", "-lock"]
  private static let folders = ["-files", "-index"]

  package init(of store: String) {
    // By every name that the companions of the database are named after.
    let resolved = URL(filePath: store).resolvingSymlinksInPath().path
    let bases = Set([URL(filePath: store).standardizedFileURL.path, resolved]).sorted()
    spared = SparedFiles(
      store: store, files: bases.flatMap { base in Self.companions.map { base + $0 } },
      folders: bases.flatMap { base in Self.folders.map { base + $0 } })
  }

  /// Refuses to write where the store is.
  ///
  /// - Throws: `OutputError.partOfStore`.
  package func refuse(_ path: String) throws(OutputError) { try spared.refuse(path) }
}
