import Access
import Synchronization
import Tabular

/// The names of a source file by content: SHA-256 of the whole, and of each of its parts; in a sealed store the
/// keyed names for those.
struct SourceDigest: Sendable {
  /// What the source is known by: that of its bytes, or of the list of its parts.
  let sha256: String
  /// Those of the parts, in their order.
  let parts: [String]
  /// The list of several parts, a line each as `sha256sum` writes them; nil for a single file.
  let list: String?

  /// Takes over a digest that is known.
  init(known sha256: String) {
    (self.sha256, parts, list) = (sha256, [sha256], nil)
  }

  /// Reads all bytes of all parts.
  ///
  /// - Parameter names: what makes names of digests in a sealed store.
  init(_ files: [FileBytes], _ names: FileNames? = nil) {
    func name(_ digest: String) -> String { names?.name(of: digest) ?? digest }
    let digests = files.map { ContentHash.sha256($0) }
    parts = digests.map(name)
    guard files.count > 1 else {
      (sha256, list) = (parts.first ?? name(ContentHash.sha256("")), nil)
      return
    }
    // The kind of a part names it: the same files under another name are the same source.
    let lines = zip(digests, files).map { digest, file in
      "\(digest)  .\(file.path.split(separator: ".").last ?? "")\n"
    }
    let text = lines.joined()
    (sha256, list) = (name(ContentHash.sha256(text)), text)
  }
}

extension SourceDigest {
  /// More bytes than a list of parts has.
  static let longestList = 4_096

  /// The SHA-256 and the endings that a list of parts says; nil for what is not such a list.
  static func parts(ofList bytes: [UInt8]) -> [(digest: String, ending: String)]? {
    guard bytes.count < longestList, let text = String(validating: bytes, as: UTF8.self),
      text.hasSuffix("\n")
    else { return nil }
    var parts: [(digest: String, ending: String)] = []
    for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
      let (digest, rest) = (line.prefix(64), line.dropFirst(64))
      guard digest.utf8.count == 64, digest.allSatisfy(\.isHexDigit), rest.hasPrefix("  ."),
        rest.dropFirst(3).allSatisfy({ $0.isLetter || $0.isNumber }), rest.count > 3
      else { return nil }
      parts.append((String(digest), String(rest.dropFirst(3))))
    }
    return parts
  }
}

/// The SHA-256 of a source, computed on a thread of its own while other work goes on, and its copy
/// in the archive.
final class ImportDigest: Sendable {
  private let files: [FileBytes]
  private let digest: BackgroundResult<SourceDigest, Never>
  private let copying = Mutex<BackgroundResult<[String], any Error>?>(nil)

  init(_ files: [FileBytes], _ names: FileNames?) {
    self.files = files
    digest = BackgroundResult { SourceDigest(files, names) }
  }

  /// Takes over a digest that is known; there is nothing to copy.
  init(known sha256: String) {
    files = []
    digest = BackgroundResult { SourceDigest(known: sha256) }
  }

  /// The digest; waits until it is there.
  func wait() -> SourceDigest { digest.wait() }

  /// The digest where it is there already.
  var known: SourceDigest? { digest.known?.get() }

  /// Begins to copy the source into an archive; once.
  ///
  /// - Parameter ring: what seals the copy; nil where the store is not sealed.
  func copy(into archive: SourceArchive, _ ring: KeyRing?) {
    let copy = BackgroundResult { [self] in try archive.keep(files, wait(), ring) }
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
