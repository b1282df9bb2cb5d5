import Glibc

/// A folder that paths must not lead out of, whatever they say and whatever links lie on the way.
package struct FolderBounds: Sendable {
  /// The folders, links resolved.
  private let roots: [String]

  /// Takes folders; those that are not there hold nothing.
  package init(_ folders: [String]) {
    roots = folders.compactMap(Self.resolved)
  }

  /// Whether a path is, or lies in, one of the folders: by its words, and by where its links lead.
  ///
  /// What is not there yet is judged by its words alone, so that nobody learns what lies elsewhere.
  package func hold(_ path: String) -> Bool {
    let folder = Self.folder(of: path)
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    guard let folder = Self.resolved(folder), hasRoot(of: folder), name != ".." else {
      return false
    }
    return Self.resolved("\(folder)/\(name)").map(hasRoot) ?? true
  }

  private func hasRoot(of path: String) -> Bool {
    roots.contains { path == $0 || path.hasPrefix($0 == "/" ? $0 : $0 + "/") }
  }

  /// The folder that a path names something in.
  package static func folder(of path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    if parts.isEmpty { return "." }
    return parts == [""] ? "/" : parts.joined(separator: "/")
  }

  /// A path without links and dots; nil where there is nothing.
  private static func resolved(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}
