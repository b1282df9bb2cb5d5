import Access
import Files
import Foundation
import Tabular

/// The source files as they came, in a folder beside the store, each under the name that the store knows it by: its
/// SHA-256, or a keyed name where it is sealed (`FileNames`).
struct SourceArchive: Sendable {
  /// `<store>-files`.
  let folder: String

  init(store: String) {
    folder = store + "-files"
  }

  /// Where the file of a name lies.
  func path(of name: String) -> String { "\(folder)/\(Self.place(of: name))" }

  /// Where the file of a name lies in the folder: below its first two digits; what is sealed says so.
  static func place(of name: String) -> String {
    guard name.hasPrefix(FileNames.mark) else { return "\(name.prefix(2))/\(name)" }
    let digits = name.dropFirst(FileNames.mark.count)
    return "\(digits.prefix(2))/\(digits)\(sealedEnding)"
  }

  static let sealedEnding = ".sealed"

  /// Keeps the parts of a source, and the list of them where there are several.
  ///
  /// - Parameter ring: what seals them; nil where the store is not sealed.
  /// - Returns: the files that were not there before.
  /// - Throws: `StoreError`.
  func keep(_ files: [FileBytes], _ digest: SourceDigest, _ ring: KeyRing?) throws -> [String] {
    var made: [String] = []
    for (file, name) in zip(files, digest.parts) {
      if try keep(file.bytes, name, ring, file) { made.append(path(of: name)) }
    }
    if let list = digest.list {
      let isNew = try Array(list.utf8).withUnsafeBytes { try keep($0, digest.sha256, ring) }
      if isNew { made.append(path(of: digest.sha256)) }
    }
    return made
  }

  /// Takes files away that no published batch needs.
  func forget(_ paths: [String]) {
    for path in paths { unlink(path) }
  }

  /// Writes a file that appears whole or not at all, and is on the disk before this returns.
  ///
  /// - Returns: whether it was not there.
  /// - Throws: `StoreError`.
  func keep(
    _ bytes: UnsafeRawBufferPointer, _ name: String, _ ring: KeyRing?, _ file: FileBytes? = nil
  ) throws -> Bool {
    let size = ring == nil ? bytes.count : SealedFile.length(sealing: bytes.count)
    var status = stat()
    if stat(path(of: name), &status) == 0, Int(status.st_size) == size { return false }
    try write(name) { writer in
      guard let ring else { return try Self.write(bytes, of: file, with: writer) }
      var sealing = try FileSealing(ring, at: Self.sealPlace(of: name)) { try writer.write($0) }
      try Self.pieces(of: bytes, file) { try sealing.add($0) }
      try sealing.finish()
    }
    return true
  }

  /// Where a file is sealed for.
  static func sealPlace(of name: String) -> SealPlace { SealPlace(table: "archive", key: name) }

  /// Writes the file of a name: it appears whole or not at all, also in the place of one that is there, and is
  /// on the disk before this returns.
  ///
  /// - Throws: `StoreError`, or what `body` throws.
  func write(_ name: String, _ body: (FileWriter) throws -> Void) throws {
    let path = path(of: name)
    let parent = path.prefix(upTo: path.lastIndex(of: "/") ?? path.endIndex)
    for name in [folder, String(parent)] {
      let code = FileMode.makeFolder(name)
      guard code == 0 else { throw Self.error(name, code) }
    }
    do {
      let writer = try FileWriter(path: path, mode: .kept, sparing: .none)
      try body(writer)
      try writer.finish()
      try FileDraft.sync(folder, as: folder)
    } catch let error as OutputError {
      throw Self.error(path, error.code)
    }
  }

  /// Writes out of the memory that was hashed and read, so that all three are the same bytes.
  static func write(
    _ bytes: UnsafeRawBufferPointer, of file: FileBytes?, with writer: FileWriter
  ) throws {
    try pieces(of: bytes, file) { try writer.write($0) }
    try writer.finish()
  }

  /// Goes over bytes, which leave the memory behind it.
  static func pieces(
    of bytes: UnsafeRawBufferPointer, _ file: FileBytes?,
    _ body: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    for start in stride(from: 0, to: bytes.count, by: piece) {
      let part = start..<min(start + piece, bytes.count)
      try body(UnsafeRawBufferPointer(rebasing: bytes[part]))
      file?.release(part)
    }
  }

  /// How much is written before what was read leaves memory: a whole number of sealed pieces.
  private static let piece = 8 << 20

  private static func error(_ path: String, _ code: Int32 = errno) -> StoreError {
    if code == ENOSPC || code == EDQUOT { return .full(path: path) }
    return .readOnly(path: path, reason: .system(code))
  }
}

extension Store {
  /// The archive of the source files; nil where the store has no file.
  var archive: SourceArchive? { path == Self.memory ? nil : SourceArchive(store: path) }

  /// What makes names of source files; nil where the store is not sealed, and their SHA-256 is their name.
  ///
  /// - Throws: `SealFault` where the key is not here.
  func fileNames() throws -> FileNames? { try read { try seal.ring($0.db) }.map(FileNames.init) }
}
