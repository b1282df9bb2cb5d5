import Files
import Foundation
import GRDB
import Tabular

extension Store {
  /// Copies the store to a new file, and the archive of its source files to the folder beside it.
  ///
  /// The copy is one state of the store: all pages are read in one transaction, which sees nothing of
  /// what others write meanwhile and makes nobody wait. It is a store itself, which is opened and
  /// verified before it gets its name; the index files are left out, since any process makes them
  /// anew. Nothing is at `path` until all is there.
  ///
  /// - Parameters:
  ///   - path: where; neither it nor `<path>-files` may exist.
  ///   - watch: called every few megabytes; what it throws ends the copy.
  /// - Returns: what was copied, and whether the copy is in order. One that is not is kept: it is as
  ///   good as the store.
  /// - Throws: `OutputError`, `StoreError`, or what `watch` throws; then nothing is left.
  package func backUp(
    to path: String, watch: (StoreCopy.Progress) throws -> Void = { _ in }
  ) throws -> StoreCopy {
    let spared = StoreFiles(of: self.path).spared
    try spared.refuse(path)
    let archive = SourceArchive(store: path)
    for name in [path, archive.folder] where Self.isThere(name) {
      throw OutputError.exists(path: name)
    }
    let draft = try FileDraft(file: path, sparing: spared)
    try draft.refuseJournals()
    try copyPages(to: draft, watch)
    let bytes = Self.size(of: draft.temporary)
    let files = try copyArchive(to: draft, as: archive.folder, after: bytes, watch)
    try watch(
      StoreCopy.Progress(phase: .verifying, done: bytes + files.bytes, total: bytes + files.bytes))
    let verification = try verify(draft)
    // The store comes last: where it is, all is.
    try files.draft?.publish()
    try draft.publish(replacing: false)
    return StoreCopy(
      bytes: bytes, files: files.count, fileBytes: files.bytes,
      verification: verification)
  }

  /// How many pages are copied between two looks at the watch.
  private static let pagesPerStep: CInt = 256

  private func copyPages(to draft: FileDraft, _ watch: (StoreCopy.Progress) throws -> Void) throws {
    do {
      let copy = try DatabaseQueue(path: draft.temporary)
      try database.read { source in
        // The transaction begins with the first look at the file, and lasts until all is copied.
        let size = try Int.fetchOne(source, sql: "PRAGMA page_size") ?? 0
        _ = try Int.fetchOne(source, sql: "SELECT count(*) FROM sqlite_master")
        try copy.writeWithoutTransaction { target in
          // GRDB keeps it no longer than the copying lasts.
          try withoutActuallyEscaping(watch) { watch in
            try source.backup(to: target, pagesPerStep: Self.pagesPerStep) { progress in
              try watch(
                StoreCopy.Progress(
                  phase: .copying, done: progress.completedPageCount * size,
                  total: progress.totalPageCount * size))
            }
          }
        }
      }
      try copy.close()
    } catch let error as DatabaseError {
      guard error.resultCode != .SQLITE_FULL else { throw OutputError.full(path: draft.path) }
      throw StoreError(error, path: path)
    }
  }

  /// What was copied of the archive; no folder where there is none.
  private struct CopiedFiles {
    var draft: FileDraft?
    var count = 0
    var bytes = 0
  }

  /// Copies the whole archive, which only grows and holds all that the copied state refers to.
  private func copyArchive(
    to draft: FileDraft, as folder: String, after bytes: Int,
    _ watch: (StoreCopy.Progress) throws -> Void
  ) throws -> CopiedFiles {
    var copied = CopiedFiles()
    guard let archive, Self.isThere(archive.folder) else { return copied }
    let target = try FileDraft(
      folder: folder, at: draft.temporary + "-files", sparing: StoreFiles(of: path).spared)
    copied.draft = target
    let names = FolderListing(of: archive.folder).names
      .filter { ArchiveListing.name(at: $0) != nil }
    let total = names.reduce(bytes) { $0 + Self.size(of: "\(archive.folder)/\($1)") }
    for name in names {
      let copy = "\(target.temporary)/\(name)"
      let parent = "\(target.temporary)/\(name.prefix(2))"
      let code = FileMode.makeFolder(parent)
      guard code == 0 else { throw OutputError(path: folder, code: code) }
      try copyFile("\(archive.folder)/\(name)", to: copy, as: "\(folder)/\(name)")
      copied.count += 1
      copied.bytes += Self.size(of: copy)
      try watch(StoreCopy.Progress(phase: .archiving, done: bytes + copied.bytes, total: total))
    }
    return copied
  }

  private func copyFile(_ source: String, to copy: String, as path: String) throws {
    let file: FileBytes
    do {
      file = try FileBytes(path: source)
    } catch let error as TabularError where error.kind == .missing {
      // An import that failed took its file away again; no state of the store refers to it.
      return
    }
    let writer = try FileWriter(path: copy, mode: .kept, sparing: .none)
    try SourceArchive.write(file.bytes, of: file, with: writer)
  }

  private func verify(_ draft: FileDraft) throws -> VerificationReport {
    let copy = try Store.open(at: draft.temporary, key: seal.find)
    var report = try copy.verify(isQuick: true)
    // Its log is written back, and removed with its index.
    try copy.database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    try copy.database.close()
    for suffix in ["-wal", "-shm"] { unlink(draft.temporary + suffix) }
    report.store = draft.path
    return report
  }

  private static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}

/// A copy of a store, and what its examination found.
package struct StoreCopy: Sendable {
  /// The size of the copy of the database.
  package let bytes: Int
  /// How many source files came along.
  package let files: Int
  package let fileBytes: Int
  package let verification: VerificationReport

  /// Where the copying is.
  package struct Progress: Sendable {
    package enum Phase: Sendable {
      case copying, archiving, verifying
    }

    package let phase: Phase
    /// Bytes copied.
    package let done: Int
    /// Bytes there are to copy; those of the source files are known once the database is copied.
    package let total: Int
  }
}
