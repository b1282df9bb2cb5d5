import Files
import Foundation
import Tabular

/// The source files as they came, in a folder beside the store, each named by its SHA-256.
struct SourceArchive: Sendable {
  /// `<store>-files`.
  let folder: String

  init(store: String) {
    folder = store + "-files"
  }

  /// Where the content of a digest lies.
  func path(of sha256: String) -> String { "\(folder)/\(sha256.prefix(2))/\(sha256)" }

  /// Keeps the parts of a source, and the list of them where there are several.
  ///
  /// - Returns: the files that were not there before.
  /// - Throws: `StoreError`.
  func keep(_ files: [FileBytes], _ digest: SourceDigest) throws -> [String] {
    var made: [String] = []
    for (file, sha256) in zip(files, digest.parts) {
      if try keep(file.bytes, sha256, file) { made.append(path(of: sha256)) }
    }
    if let list = digest.list {
      let isNew = try Array(list.utf8).withUnsafeBytes { try keep($0, digest.sha256) }
      if isNew { made.append(path(of: digest.sha256)) }
    }
    return made
  }

  /// Takes files away that no published batch needs.
  func forget(_ paths: [String]) {
    for path in paths { unlink(path) }
  }

  /// Writes a file that appears whole or not at all, and is on the disk before this returns.
  private func keep(
    _ bytes: UnsafeRawBufferPointer, _ sha256: String, _ file: FileBytes? = nil
  ) throws -> Bool {
    let path = path(of: sha256)
    var status = stat()
    if stat(path, &status) == 0, Int(status.st_size) == bytes.count { return false }
    let parent = "\(folder)/\(sha256.prefix(2))"
    for name in [folder, parent] {
      let code = FileMode.makeFolder(name)
      guard code == 0 else { throw Self.error(name, code) }
    }
    do throws(OutputError) {
      try Self.write(bytes, of: file, with: FileWriter(path: path, mode: .kept, sparing: .none))
      try FileDraft.sync(folder, as: folder)
    } catch {
      throw Self.error(path, error.code)
    }
    return true
  }

  /// Writes out of the memory that was hashed and read, so that all three are the same bytes.
  static func write(
    _ bytes: UnsafeRawBufferPointer, of file: FileBytes?, with writer: FileWriter
  ) throws(OutputError) {
    for start in stride(from: 0, to: bytes.count, by: piece) {
      let part = start..<min(start + piece, bytes.count)
      try writer.write(UnsafeRawBufferPointer(rebasing: bytes[part]))
      file?.release(part)
    }
    try writer.finish()
  }

  /// How much is written before what was read leaves memory.
  private static let piece = 8 << 20

  private static func error(_ path: String, _ code: Int32 = errno) -> StoreError {
    if code == ENOSPC || code == EDQUOT { return .full(path: path) }
    return .readOnly(path: path, reason: .system(code))
  }
}

extension Store {
  /// The archive of the source files; nil where the store has no file.
  var archive: SourceArchive? { path == Self.memory ? nil : SourceArchive(store: path) }

  /// The path of a source file in the archive, once its content is proved to be that of its name.
  ///
  /// A source of several files (a Shapefile) is a list of their digests, one a line with the ending
  /// of its name; each is in the archive as well.
  ///
  /// - Throws: `StoreError.notArchived` where it is not there or was changed.
  package func archivedFile(sha256: String) throws -> String {
    guard let archive else { throw StoreError.notArchived(sha256: sha256, .noArchive) }
    let path = archive.path(of: sha256)
    guard FileBytes.exists(at: path) else {
      throw StoreError.notArchived(sha256: sha256, .missing(path: path))
    }
    let file = try FileBytes(path: path)
    let found = withExtendedLifetime(file) { ContentHash.sha256(file.bytes) }
    guard found == sha256 else {
      throw StoreError.notArchived(sha256: sha256, .changed(path: path, sha256: found))
    }
    return path
  }
}
