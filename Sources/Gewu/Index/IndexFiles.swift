import Files
import Foundation
import Glibc
import Grids
import Tabular
import Warehouse

/// The folder of index files beside a store, `<store>-index/`: who opens the store reads them instead
/// of building its indexes anew.
///
/// The name of a file holds the digest of the boundaries it was built from, and so does its header, so
/// that one that does not fit is never taken up, whatever it is called; its checksum is verified. It is
/// read into memory, so that nobody who changes or cuts the file can end this process. Whatever goes wrong here only costs the time
/// to build an index: the folder may be deleted at any time.
struct IndexFiles: Sendable {
  /// What a file answers from.
  struct Key: Hashable, Sendable {
    /// The ordinal of the generation.
    let generation: Int64
    /// The digest of the boundaries; see `StoreTransaction.boundaryDigest(level:generation:)`.
    let digest: String
    /// Whether the boundaries form a coverage, which the index depends on.
    let isValid: Bool

    /// That of a generation whose lowest level with cells is `leaf`.
    init(_ generation: Generation, leaf: Level, _ session: StoreTransaction) throws {
      self.generation = generation.id
      digest = try session.boundaryDigest(level: leaf, generation: generation.id)
      isValid = generation.isValid ?? false
    }

    /// What the header of the file says.
    fileprivate var locatorKey: LocatorKey {
      LocatorKey(
        hexadecimal: ContentHash.sha256("gewu index \(generation) \(isValid) \(digest)")) ?? .none
    }

    fileprivate var fileName: String {
      "\(generation)-\(isValid ? "valid" : "invalid")-\(digest).\(IndexFiles.fileExtension)"
    }
  }

  private static let fileExtension = "gewu-index"
  private let folder: URL
  /// Whether no file is made or removed.
  private let isReadOnly: Bool

  init(storePath: String, isReadOnly: Bool = false) {
    self.isReadOnly = isReadOnly
    folder = URL(filePath: storePath + "-index", directoryHint: .isDirectory)
  }

  /// The index of boundaries; nil where none is kept, or none that is whole.
  func locator(_ key: Key) -> Locator? {
    try? read(key)
  }

  /// The index of boundaries.
  ///
  /// - Throws: `LocatorFileError` where the file is not there, not whole, or of other boundaries.
  func read(_ key: Key) throws(LocatorFileError) -> Locator {
    try Locator(reading: path(of: key), as: key.locatorKey)
  }

  /// Whether a file of this name is there.
  func holds(_ key: Key) -> Bool { FileManager.default.fileExists(atPath: path(of: key)) }

  /// Keeps an index, and removes those of generations that no longer answer.
  ///
  /// - Parameter active: the ordinals of the generations that answer now, in all nets.
  func keep(_ locator: Locator, as key: Key, active: Set<Int64>) {
    guard !isReadOnly else { return }
    guard FileMode.makeFolder(folder.path) == 0 else { return }
    do {
      try locator.write(to: path(of: key), as: key.locatorKey, sparing: .none)
    } catch {
      // No room, or no right to write here: the index is built anew next time.
      return
    }
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    where name != key.fileName {
      let generation = name.split(separator: "-").first.flatMap { Int64($0) }
      let isIndex = name.hasSuffix(".\(Self.fileExtension)")
      let answers = generation.map { $0 != key.generation && active.contains($0) } ?? false
      if isIndex && !answers || Self.isAbandonedDraft(name) {
        try? FileManager.default.removeItem(at: folder.appending(path: name))
      }
    }
  }

  /// Whether a file is one that `Locator.write(to:sparing:)` began in a process that is no more:
  /// `<name>.<process>-<number>.draft`.
  private static func isAbandonedDraft(_ name: String) -> Bool {
    let parts = name.split(separator: ".").suffix(3)
    guard parts.count == 3, parts.first == fileExtension[...], parts.last == "draft",
      let process = parts.dropFirst().first.flatMap({ $0.split(separator: "-").first }).flatMap({
        pid_t($0)
      })
    else { return false }
    return kill(process, 0) != 0 && errno == ESRCH
  }

  /// Where the index of boundaries lies.
  func path(of key: Key) -> String { folder.appending(path: key.fileName).path }
}
