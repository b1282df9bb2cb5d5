import Datasets
import GRDB
import Intake
import Tabular

/// A file that may have been loaded before.
struct KnownFile {
  private let name: String
  private let size: Int
  private let digest: ImportDigest
  private let manifest: Manifest

  init(_ file: any TableFile, digest: ImportDigest, manifest: Manifest) {
    name = file.path.split(separator: "/").last.map(String.init) ?? ""
    (size, self.digest, self.manifest) = (file.byteCount, digest, manifest)
  }

  /// The report of the batch that the same bytes were published as, where it has not been taken back;
  /// with the batch that has come after it, if any.
  ///
  /// Where a file replaces rows, a batch does not count of which an earlier one was taken back since:
  /// rows that it had found unchanged may have gone with that one. Which came first is a matter of
  /// numbers: clocks go back.
  ///
  /// - Parameter byAnyManifest: whether it counts by whatever manifest the bytes were read.
  func report(_ session: StoreTransaction, byAnyManifest: Bool = false) throws -> ImportReport? {
    let isWhole =
      manifest.load == .append
      ? ""
      : """
      AND NOT EXISTS (SELECT 1 FROM batch AS e
        WHERE e.dataset = b.dataset AND e.id < b.id AND e.is_history = 0
          AND e.rolled_back_operation > b.published_operation)
      """
    let candidates = try Row.fetchAll(
      session.db,
      sql: """
        SELECT b.id, b.file_sha256, (SELECT n.id FROM batch AS n
            WHERE n.dataset = b.dataset AND n.status = 'published' AND n.kind = 'import'
              AND n.is_history = 0 AND n.published_operation > b.published_operation
            ORDER BY n.published_operation DESC LIMIT 1) AS later
        FROM batch AS b JOIN source_file AS s ON s.sha256 = b.file_sha256
        WHERE b.dataset = ? AND (? OR b.manifest_hash = ?) AND b.status = 'published'
          AND b.kind = 'import' AND s.bytes = ? \(isWhole)
        ORDER BY b.id DESC
        """, arguments: [manifest.dataset, byAnyManifest, manifest.hash, size])
    guard !candidates.isEmpty else { return nil }
    let wanted = digest.wait().sha256
    guard let match = candidates.first(where: { $0["file_sha256"] == wanted }) else { return nil }
    var report = try session.batch(id: match["id"])?.report
    report?.status = .unchanged
    if let earlier = report?.file, earlier != name {
      report?.file = name
      report?.notes.append(.copy(of: earlier))
    }
    if manifest.load != .append, let later: Int64 = match["later"] {
      report?.supersededBy = later
      report?.notes.append(.superseded(by: later))
    }
    return report
  }
}
