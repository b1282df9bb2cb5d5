import Files
import Glibc

/// What is below a folder, by name and in order; links to folders are not followed.
///
/// Names are bytes to the system, and those that are not UTF-8 are no texts: Foundation leaves them out.
/// Here they are told apart, for a file that nobody names is one that nobody misses.
package struct FolderListing: Sendable {
  /// The paths below the folder whose names are UTF-8, folders among them.
  package private(set) var names: [String] = []
  /// Those of ``names`` that are links, to whatever they lead.
  package private(set) var links: Set<String> = []
  /// The paths of the files and folders whose names are not, as ``VisibleName`` shows them, a slash behind
  /// those of folders; what is in such a folder is not looked at.
  package private(set) var unreadable: [String] = []

  /// Looks into a folder and those below it.
  ///
  /// - Parameter isDeep: whether those below it are looked into.
  package init(of folder: String, isDeep: Bool = true) {
    list(folder, below: "", isDeep)
    names.sort()
    unreadable.sort()
  }

  private mutating func list(_ folder: String, below place: String, _ isDeep: Bool) {
    guard let listing = opendir(folder) else { return }
    let descriptor = dirfd(listing)
    var folders: [String] = []
    while let entry = readdir(listing) {
      withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(entry.pointee.d_reclen)) { name in
          guard strcmp(name, ".") != 0, strcmp(name, "..") != 0 else { return }
          take(name, in: descriptor, below: place, &folders)
        }
      }
    }
    closedir(listing)
    guard isDeep else { return }
    for name in folders { list("\(folder)/\(name)", below: "\(place)\(name)/", isDeep) }
  }

  private mutating func take(
    _ name: UnsafePointer<CChar>, in descriptor: Int32, below place: String,
    _ folders: inout [String]
  ) {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    if let shown = VisibleName.escaped(name) {
      // A link to a folder, or to nothing, is passed over, whatever its name.
      let isLink = status.st_mode & S_IFMT == S_IFLNK
      let leadsToFile =
        fstatat(descriptor, name, &status, 0) == 0 && status.st_mode & S_IFMT != S_IFDIR
      if !isLink || leadsToFile { unreadable.append(place + shown + (isFolder ? "/" : "")) }
      return
    }
    let text = String(cString: name)
    names.append(place + text)
    if status.st_mode & S_IFMT == S_IFLNK { links.insert(place + text) }
    if isFolder { folders.append(text) }
  }
}
