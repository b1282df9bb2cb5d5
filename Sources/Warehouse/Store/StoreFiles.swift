package import Files
import Foundation

/// The files that belong to a store: the database, what SQLite keeps beside it, the lock, the archive
/// of source files and the index files.
package struct StoreFiles: Sendable {
  /// What no output may be or replace.
  package let spared: SparedFiles
  /// Where they lie, whether they are there or not; of folders only the outermost.
  private let paths: [String]

  private static let companions = ["", "-wal", "-shm", "-journal", "-lock"]
  private static let folders = ["-files", "-index"]

  package init(of store: String) {
    // By every name that the companions of the database are named after.
    let resolved = URL(filePath: store).resolvingSymlinksInPath().path
    let bases = Set([URL(filePath: store).standardizedFileURL.path, resolved]).sorted()
    let files = bases.flatMap { base in Self.companions.map { base + $0 } }
    let folders = bases.flatMap { base in Self.folders.map { base + $0 } }
    spared = SparedFiles(store: store, files: files, folders: folders)
    paths = files + folders
  }

  /// Refuses to write where the store is.
  ///
  /// - Throws: `OutputError.partOfStore`.
  package func refuse(_ path: String) throws(OutputError) { try spared.refuse(path) }
}

/// Who may use the files: nobody but their owner. What lies in a folder is safe where nobody else may
/// enter the folder.
extension StoreFiles {
  /// One that others than its owner may use.
  private struct Open {
    let path: String
    /// The permissions without those of others.
    let closed: mode_t
    let owner: uid_t
  }

  /// How many of the files are there.
  package var count: Int { Set(paths.compactMap(FileIdentity.init(path:))).count }

  /// Those that others than their owner may read, write or enter.
  package var openToOthers: [String] { open.map(\.path) }

  /// Takes their files' permissions from others, as far as they are this user's.
  ///
  /// - Returns: the files that others could use until now.
  func keepFromOthers() -> [String] {
    open.filter { $0.owner == geteuid() && chmod($0.path, $0.closed) == 0 }.map(\.path)
  }

  private var open: [Open] {
    var known: Set<FileIdentity> = []
    return paths.compactMap { path in
      var status = stat()
      guard stat(path, &status) == 0, let file = FileIdentity(path: path),
        known.insert(file).inserted, status.st_mode & mode_t(FileMode.others) != 0
      else { return nil }
      return Open(
        path: path, closed: status.st_mode & 0o7700, owner: status.st_uid)
    }
  }
}
