import Files
import Foundation
import Intake
import Warehouse

/// What was written of a source.
package struct WrittenSource: Sendable, Equatable {
  /// The files, in their order.
  package let paths: [String]
  package let bytes: Int
}

extension District {
  /// Writes the file that a batch came in, as it came, out of the archive.
  ///
  /// Nothing is at the path before the content is proved and the purpose is written down.
  ///
  /// - Parameters:
  ///   - path: the file. Of a source of several files (a Shapefile) each is written beside it, under its own
  ///     ending.
  ///   - purpose: what for: what is personal in it is as it came.
  /// - Throws: ``BatchFault`` where there is no such batch, or it is staged; `StoreError.notArchived`; `SealFault`
  ///   where it is sealed and the key is not here; `OutputError`.
  package func exportSource(
    ofBatch id: Int64, to path: String, purpose: ReadPurpose
  ) throws -> WrittenSource {
    let spared = StoreFiles(of: store.path).spared
    try spared.refuse(path)
    let batch = try store.read { try Self.batch(id, session: $0) }
    guard batch.report.status != .staged else { throw BatchFault.stagedNotPublished(id) }
    var drafts: [FileDraft] = []
    var bytes = 0
    for part in try store.archivedParts(batch.fileHash) {
      let name = part.ending.map { "\(Self.base(of: path)).\($0)" } ?? path
      let draft = try FileDraft(file: name, sparing: spared)
      let writer = FileWriter(draft)
      try store.readArchived(part.name) { try writer.write($0) }
      try writer.finish()
      bytes += writer.count
      drafts.append(draft)
    }
    try note(purpose, for: [("batch/\(id)", batch.report.read)])
    for draft in drafts { try draft.publish() }
    return WrittenSource(paths: drafts.map(\.path), bytes: bytes)
  }

  /// A path without the ending of its name.
  private static func base(of path: String) -> String {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return path }
    return String(path.dropLast(name.distance(from: dot, to: name.endIndex)))
  }
}
