import Synchronization
import Tabular

/// The names of a source file by content: SHA-256 of the whole, and of each of its parts.
struct SourceDigest: Sendable {
  /// What the source is known by: the digest of its bytes, or of the list of its parts.
  let sha256: String
  /// The digests of the parts, in their order.
  let parts: [String]
  /// The list of several parts, a line each as `sha256sum` writes them; nil for a single file.
  let list: String?

  /// Takes over a digest that is known.
  init(known sha256: String) {
    (self.sha256, parts, list) = (sha256, [sha256], nil)
  }

  /// Reads all bytes of all parts.
  init(_ files: [FileBytes]) {
    parts = files.map { ContentHash.sha256($0) }
    guard files.count > 1 else {
      (sha256, list) = (parts.first ?? ContentHash.sha256(""), nil)
      return
    }
    // The kind of a part names it: the same files under another name are the same source.
    let lines = zip(parts, files).map { digest, file in
      "\(digest)  .\(file.path.split(separator: ".").last ?? "")\n"
    }
    let text = lines.joined()
    (sha256, list) = (ContentHash.sha256(text), text)
  }
}

/// The SHA-256 of a source, computed on a thread of its own while other work goes on, and its copy
/// in the archive.
final class ImportDigest: Sendable {
  private let files: [FileBytes]
  private let digest: BackgroundResult<SourceDigest, Never>
  private let copying = Mutex<BackgroundResult<[String], any Error>?>(nil)

  init(_ files: [FileBytes]) {
    self.files = files
    digest = BackgroundResult { SourceDigest(files) }
  }

  /// The digest; waits until it is there.
  func wait() -> SourceDigest { digest.wait() }

  /// The digest where it is there already.
  var known: SourceDigest? { digest.known?.get() }

  /// Begins to copy the source into an archive; once.
  func copy(into archive: SourceArchive) {
    let copy = BackgroundResult { [self] in try archive.keep(files, wait()) }
    copying.withLock { $0 = copy }
  }

  /// Waits until the copy is on the disk.
  ///
  /// - Returns: the files that are new in the archive; none where no copy was begun.
  /// - Throws: `StoreError` where it could not be written.
  func waitForCopy() throws -> [String] {
    try copying.withLock { $0 }?.wait() ?? []
  }
}
