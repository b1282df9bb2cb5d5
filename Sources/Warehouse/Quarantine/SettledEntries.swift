import Datasets
import Foundation
import GRDB
import Time

/// Refused rows that a later file has, in a form that was taken: they are dealt with.
enum SettledEntries {
  /// Which entries are open in published batches of a data set.
  private static let open = """
    status = 'open' AND key_hash IS NOT NULL AND batch_id IN (
      SELECT id FROM batch WHERE dataset = ? AND status = 'published')
    """

  /// The keys of the open entries of a data set.
  static func openKeys(of dataset: String, _ db: Database) throws -> [ValueHash] {
    try Data.fetchAll(
      db, sql: "SELECT DISTINCT key_hash FROM quarantine WHERE \(open)", arguments: [dataset]
    ).compactMap { bytes in
      guard bytes.count == 16 else { return nil }
      return bytes.withUnsafeBytes {
        $0.bindMemory(to: UInt8.self).baseAddress.map(ValueHash.init(bytes:))
      }
    }
  }

  /// Closes the open entries with these keys: the batch has taken their rows up.
  static func close(
    _ keys: [ValueHash], of dataset: String, by batch: Int64, at now: Moment, _ db: Database
  ) throws {
    guard !keys.isEmpty else { return }
    let closing = try db.makeStatement(
      sql: """
        UPDATE quarantine SET status = 'replayed', replayed_in = ?, resolved = ?
        WHERE key_hash = ? AND batch_id <> ? AND \(open)
        """)
    for key in keys {
      try closing.execute(arguments: [batch, now, key.bytes, batch, dataset])
    }
  }
}
