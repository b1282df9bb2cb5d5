import Access
import Foundation
import Tabular

/// Reads files out of the archive, and proves that they are what they were.
struct ArchiveReader {
  let archive: SourceArchive
  /// What opens them; nil where the store is not sealed, or its key is not here.
  private let ring: KeyRing?
  /// The SHA-256 of files that lie in the clear although they are known by keyed names: of a store whose sealing
  /// was interrupted.
  private let clear: [String: String]
  private let hasClear: Bool

  /// - Parameter isSealed: whether the store is.
  init(_ archive: SourceArchive, _ ring: KeyRing?, isSealed: Bool) {
    (self.archive, self.ring) = (archive, ring)
    let listed = isSealed ? ArchiveListing(archive).clear : []
    hasClear = !listed.isEmpty
    let names = ring.map(FileNames.init)
    clear = Dictionary(
      names.map { names in listed.map { (names.name(of: $0), $0) } } ?? [],
      uniquingKeysWith: { one, _ in one })
  }

  /// Reads the file of a name piece by piece; nothing of it is written anywhere.
  ///
  /// That it is the file, whole and unchanged, is known only when this has returned.
  ///
  /// - Returns: false where it needs the key and there is none.
  /// - Throws: `StoreError.notArchived`, or what `body` throws.
  func read(_ name: String, _ body: (UnsafeRawBufferPointer) throws -> Void = { _ in }) throws
    -> Bool
  {
    let isKeyed = name.hasPrefix(FileNames.mark)
    let isSealed = isKeyed && clear[name] == nil
    let path = archive.path(of: isSealed ? name : clear[name] ?? name)
    guard FileBytes.exists(at: path) else {
      // Without the key nobody can tell whether it is one of those that are not sealed yet.
      if isKeyed, ring == nil, hasClear { return false }
      throw StoreError.notArchived(sha256: name, .missing(path: path))
    }
    if isSealed, ring == nil {
      guard ArchiveListing.version(of: path) != nil else {
        throw StoreError.notArchived(sha256: name, .unopened(path: path, .otherForm))
      }
      return false
    }
    let file = try FileBytes(path: path)
    var hash = ContentHash.Running()
    if isSealed, let ring {
      try open(file, name, ring) {
        hash.add($0)
        try body($0)
      }
    } else {
      try SourceArchive.pieces(of: file.bytes, file) {
        hash.add($0)
        try body($0)
      }
    }
    let digest = hash.sha256
    let found = isKeyed ? ring.map { FileNames($0).name(of: digest) } : digest
    guard found == name else {
      throw StoreError.notArchived(sha256: name, .changed(path: path, sha256: found ?? digest))
    }
    return true
  }

  private static let pageSize = 4_096

  private func open(
    _ file: FileBytes, _ name: String, _ ring: KeyRing,
    _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    do {
      try SealedFile(file.bytes).open(ring, at: SourceArchive.sealPlace(of: name)) { text, piece in
        try body(text)
        // With the page that it shares with the piece before.
        file.release(max(0, piece.lowerBound - Self.pageSize)..<piece.upperBound)
      }
    } catch let error as SealError {
      throw StoreError.notArchived(sha256: name, .unopened(path: file.path, error))
    }
  }
}

extension Store {
  /// One file of a source.
  package struct ArchivedPart: Sendable, Equatable {
    package let name: String
    /// The ending of the name that it came under; nil for a source of one file.
    package let ending: String?
  }

  /// The files that a source is of: itself, or those that it lists.
  ///
  /// - Throws: as ``readArchived(_:_:)``.
  package func archivedParts(_ name: String) throws -> [ArchivedPart] {
    var start: [UInt8] = []
    try readArchived(name) {
      if start.count <= SourceDigest.longestList { start.append(contentsOf: $0.prefix(4_096)) }
    }
    guard let list = SourceDigest.parts(ofList: start) else {
      return [ArchivedPart(name: name, ending: nil)]
    }
    let names = try fileNames()
    return list.map { digest, ending in
      ArchivedPart(name: names?.name(of: digest) ?? digest, ending: ending)
    }
  }

  /// Reads a source file of the archive piece by piece.
  ///
  /// That it is the file, whole and unchanged, is known only when this has returned: what was read must not be used
  /// before. A source of several files (a Shapefile) is a list of the SHA-256 of each, one a line with the ending
  /// of its name; each is in the archive as well.
  ///
  /// - Parameter name: as the store knows it: ``BatchRecord/fileHash``.
  /// - Throws: `StoreError.notArchived` where it is not there or was changed, `SealFault` where the key is not here.
  package func readArchived(
    _ name: String, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    guard let archive else { throw StoreError.notArchived(sha256: name, .noArchive) }
    let ring = try read { try seal.ring($0.db) }
    _ = try ArchiveReader(archive, ring, isSealed: ring != nil).read(name, body)
  }
}
