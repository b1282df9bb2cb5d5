#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What an output must never be, replace or lie in: the files of a store, and what the same work
/// reads.
///
/// Files are compared by device and inode, so that links and other ways to the same file are known;
/// those that are not there now, by their folder and name.
package struct SparedFiles: Sendable {
  private enum Owner: Sendable {
    case store(String)
    case input
  }

  private struct Member: Sendable {
    let path: String
    /// Whether all that lies in it is meant as well.
    let isFolder: Bool
    let owner: Owner
  }

  private var members: [Member] = []
  private var inputs: Set<FileIdentity> = []

  /// Nothing: for what has no store and reads nothing.
  package static let none = SparedFiles()

  private init() {}

  /// The files that belong to a store, and the folders with all that is in them.
  package init(store: String, files: [String], folders: [String]) {
    members = files.map { Member(path: $0, isFolder: false, owner: .store(store)) }
    members += folders.map { Member(path: $0, isFolder: true, owner: .store(store)) }
  }

  /// These and the files that are read as well; `-` is standard input.
  package func and(inputs paths: [String]) -> SparedFiles {
    var all = self
    for path in paths {
      if path == "-" {
        // A terminal is read and written; a file that was redirected is like any other.
        if Self.isRegular(STDIN_FILENO), let input = FileIdentity(descriptor: STDIN_FILENO) {
          all.inputs.insert(input)
        }
      } else {
        all.members.append(Member(path: path, isFolder: false, owner: .input))
      }
    }
    return all
  }

  /// Whether a path is, or lies in, one of them.
  package func contains(_ path: String) -> Bool {
    do {
      try refuse(path)
      return false
    } catch {
      return true
    }
  }

  /// Refuses to write where one of them is.
  ///
  /// - Throws: `OutputError.partOfStore`, `OutputError.isInput`.
  package func refuse(_ path: String) throws(OutputError) {
    guard !members.isEmpty || !inputs.isEmpty else { return }
    let own = FileIdentity(path: path)
    if let own, inputs.contains(own) { throw .isInput(path: path) }
    let parts = PathParts(path)
    let folder = FileIdentity(path: parts.folder)
    let above = Self.foldersAbove(parts.folder)
    for member in members {
      let identity = FileIdentity(path: member.path)
      var isMember = identity != nil && identity == own
      if !isMember, let folder {
        let place = PathParts(member.path)
        isMember = place.name == parts.name && FileIdentity(path: place.folder) == folder
      }
      if !isMember, member.isFolder, let identity { isMember = above.contains(identity) }
      guard isMember else { continue }
      switch member.owner {
      case .store(let store): throw .partOfStore(path: path, store: store)
      case .input: throw .isInput(path: path)
      }
    }
  }

  /// A folder and all that it lies in.
  private static func foldersAbove(_ folder: String) -> Set<FileIdentity> {
    var found: Set<FileIdentity> = []
    var folder = folder
    while let identity = FileIdentity(path: folder), found.insert(identity).inserted {
      folder += "/.."
    }
    return found
  }

  private static func isRegular(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
