import Foundation
import Synchronization

/// The files of this package as text, for tests that read the code rather than run it.
enum Repository {
  /// The folder of `Package.swift`.
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// One file, by its path from the root.
  struct SourceFile: Sendable {
    let path: String
    let lines: [String]

    var name: String { String(path.split(separator: "/").last ?? "") }
  }

  private static let known = Mutex<[String: [SourceFile]]>([:])

  /// All Swift files below a folder, in the order of their paths; read once.
  static func swiftFiles(below folder: String) throws -> [SourceFile] {
    if let files = known.withLock({ $0[folder] }) { return files }
    let base = root.appending(path: folder)
    let paths = FileManager.default.subpaths(atPath: base.path) ?? []
    let files = try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      let text = try String(contentsOf: base.appending(path: path), encoding: .utf8)
      return SourceFile(path: "\(folder)/\(path)", lines: text.components(separatedBy: "\n"))
    }
    known.withLock { $0[folder] = files }
    return files
  }

  /// The folders below one, itself left out, that hold Swift code and folders with Swift code; paths from
  /// the folder.
  static func folders(below folder: String) throws -> [String] {
    let files = try swiftFiles(below: folder).map { $0.path.dropFirst(folder.count + 1) }
    let holders = files.map { $0.split(separator: "/").dropLast() }
    let all = Set(holders.flatMap { parts in parts.indices.map { Array(parts[...$0]) } })
    return all.filter { one in all.contains { $0.count == one.count + 1 && $0.starts(with: one) } }
      .map { $0.joined(separator: "/") }.sorted()
  }

  /// The folders of `Sources` that hold Swift code.
  static func targets() throws -> [String] {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "Sources").path)
    return try folders.sorted().filter { try !swiftFiles(below: "Sources/\($0)").isEmpty }
  }

  /// `Package.swift`.
  static func packageManifest() throws -> SourceFile {
    let text = try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
    return SourceFile(path: "Package.swift", lines: text.components(separatedBy: "\n"))
  }
}

extension String {
  /// Whether it has a text in it, byte by byte: a search through all of the code by patterns alone takes minutes in a
  /// debug build.
  func holds(_ text: String) -> Bool { strstr(self, text) != nil }
}
