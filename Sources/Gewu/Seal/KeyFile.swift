package import Access
import Files
import Foundation
import Tabular

/// The file that a master key is kept in: readable by its owner alone, apart from the store.
enum KeyFile {
  /// The key in a file.
  ///
  /// - Throws: ``KeyFault``, which quotes nothing of the file.
  static func read(_ path: String) throws -> MasterKey {
    let file: FileHandle
    do {
      file = try FileHandle(forReadingFrom: URL(filePath: path))
    } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
      throw KeyFault.missing(path: path)
    } catch {
      throw KeyFault.unreadable(path: path)
    }
    defer { try? file.close() }
    var status = stat()
    guard fstat(file.fileDescriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw KeyFault.unreadable(path: path)
    }
    guard UInt32(status.st_mode) & FileMode.others == 0 else {
      throw KeyFault.open(path: path, mode: Int(status.st_mode & ~S_IFMT))
    }
    guard let bytes = try? file.read(upToCount: 1 << 16),
      let text = String(validating: bytes, as: UTF8.self)
    else { throw KeyFault.unreadable(path: path) }
    return try key(text, from: path)
  }

  /// The key that a text says.
  ///
  /// - Parameter source: where it comes from, as people are told.
  static func key(_ text: String, from source: String) throws -> MasterKey {
    do {
      return try MasterKey(text: text)
    } catch {
      throw KeyFault.notAKey(source: source, error)
    }
  }

  /// Writes a key into a file that is not there yet, with mode 0400, and its folders with 0700.
  ///
  /// Where it cannot be written, the folders that were made for it go as well.
  ///
  /// - Parameter comment: lines that say what it is for.
  /// - Throws: ``KeyFault``; `OutputError`.
  static func make(
    _ key: MasterKey, at path: String, comment: String, sparing spared: SparedFiles
  ) throws {
    guard !FileManager.default.fileExists(atPath: path) else { throw KeyFault.exists(path: path) }
    var folders: [String] = []
    do {
      try makeFolders(of: path, noting: &folders)
      let file = try FileWriter(path: path, mode: .kept, sparing: spared)
      try file.write(Array(text(of: key, comment: comment).utf8))
      try file.finish()
    } catch {
      for folder in folders.reversed() { rmdir(folder) }
      throw error
    }
  }

  /// Takes away a key that was made just now and is of no use.
  static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

  /// Makes the folders that a file is to lie in, where they are not there, and names those that it made.
  private static func makeFolders(of path: String, noting folders: inout [String]) throws {
    let folder = URL(filePath: path).deletingLastPathComponent().standardizedFileURL
    var made = "/"
    for part in folder.pathComponents.dropFirst() {
      made = made == "/" ? "/\(part)" : "\(made)/\(part)"
      guard !FileManager.default.fileExists(atPath: made) else { continue }
      let code = FileMode.makeFolder(made)
      guard code == 0 else { throw OutputError.unwritable(path: path, .system(code)) }
      folders.append(made)
    }
  }

  /// The text of a key with what it is for.
  static func text(of key: MasterKey, comment: String) -> String {
    comment.split(separator: "\n", omittingEmptySubsequences: false).map { "# \($0)\n" }.joined()
      + key.text
  }
}

/// Why a key cannot be had.
///
/// None quotes anything of it.
package enum KeyFault: UseCaseError, Equatable, Sendable {
  case missing(path: String)
  case unreadable(path: String)
  /// Others than its owner may read it or write it.
  case open(path: String, mode: Int)
  case notAKey(source: String, MasterKeyError)
  case exists(path: String)
  /// The command that is to print the key failed.
  case command(status: Int32)
  /// There is no folder for keys: neither `XDG_CONFIG_HOME` nor `HOME` says one.
  case noFolder

  package var kind: FailureKind {
    switch self {
    case .missing, .unreadable, .open, .notAKey, .command, .noFolder: .noKey
    case .exists: .conflict
    }
  }
}
