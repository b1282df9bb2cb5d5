import Foundation

/// The files that belong to a store: the database, what SQLite keeps beside it, the lock, the archive
/// of source files and the index files.
package struct StoreFiles: Sendable {
  private let store: String
  /// The database by every name that its companions are named after.
  private let bases: [String]

  private static let companions = ["", "-wal", "-shm", "-journal", "-lock"]
  private static let folders = ["-files", "-index"]

  package init(of store: String) {
    self.store = store
    let resolved = URL(filePath: store).resolvingSymlinksInPath().path
    bases = Set([URL(filePath: store).standardizedFileURL.path, resolved]).sorted()
  }

  /// Refuses to write where the store is.
  ///
  /// Files are compared by device and inode, so that links and other ways to the same file are known;
  /// those that are not there now, by their folder and name.
  ///
  /// - Throws: `OutputError.partOfStore`.
  package func refuse(_ path: String) throws {
    guard contains(path) else { return }
    throw OutputError.partOfStore(path: path, store: store)
  }

  func contains(_ path: String) -> Bool {
    let url = URL(filePath: path).standardizedFileURL
    let own = bases.flatMap { base in (Self.companions + Self.folders).map { base + $0 } }
    if let identity = Identity(url.path), own.contains(where: { Identity($0) == identity }) {
      return true
    }
    let folder = url.deletingLastPathComponent()
    if let identity = Identity(folder.path) {
      for name in own.map({ URL(filePath: $0) })
      where name.lastPathComponent == url.lastPathComponent
        && Identity(name.deletingLastPathComponent().path) == identity
      {
        return true
      }
    }
    return isInside(folder)
  }

  /// Whether a folder is the archive or the index, or lies in one.
  private func isInside(_ folder: URL) -> Bool {
    let own = bases.flatMap { base in Self.folders.compactMap { Identity(base + $0) } }
    guard !own.isEmpty else { return false }
    var folder = folder.resolvingSymlinksInPath()
    while true {
      if let identity = Identity(folder.path), own.contains(identity) { return true }
      let parent = folder.deletingLastPathComponent()
      guard parent.path != folder.path else { return false }
      folder = parent
    }
  }

  /// What makes two paths one file; nil where there is none.
  private struct Identity: Equatable {
    let device: dev_t
    let inode: ino_t

    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      (device, inode) = (status.st_dev, status.st_ino)
    }
  }
}
