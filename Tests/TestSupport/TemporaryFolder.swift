package import Foundation

/// A folder for the files of one test, removed with the last reference to it.
package final class TemporaryFolder: Sendable {
  /// Where it is, links resolved.
  package let url: URL

  package init() throws {
    url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "gewu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of a file in it, whether it exists or not.
  package func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a text as UTF-8 and returns its path.
  @discardableResult
  package func write(_ text: String, as name: String) throws -> String {
    try write(Data(text.utf8), as: name)
  }

  /// Writes bytes and returns their path; folders in the name are made.
  @discardableResult
  package func write(_ data: Data, as name: String) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return file.path
  }
}
