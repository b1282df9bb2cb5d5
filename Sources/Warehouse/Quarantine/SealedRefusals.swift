import Access
import Datasets
import Foundation
import GRDB

/// The refused rows of the data sets that have sealed fields.
enum SealedRefusals {
  /// The condition of those of some data sets that are in the clear.
  static func isClear(of datasets: [String]) -> String {
    let names = datasets.map { "'\($0.replacing("'", with: "''"))'" }.joined(separator: ", ")
    return """
      (raw <> '' AND sealed IS NULL
        AND batch_id IN (SELECT id FROM batch WHERE dataset IN (\(names))))
      """
  }

  /// Seals the row of a number, or moves it to the newest key.
  ///
  /// The hash of its key becomes the one that rows of the data set are known by.
  static func move(_ id: Int64, _ ring: KeyRing, _ sealer: Sealer, _ db: Database) throws {
    guard
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT q.batch_id, q.row_number, q.raw, q.sealed, q.key_hash, d.table_name
          FROM quarantine AS q JOIN batch AS b ON b.id = q.batch_id
          LEFT JOIN dataset AS d ON d.name = b.dataset WHERE q.id = ?
          """, arguments: [id])
    else { return }
    let (batch, number): (Int64, Int64) = (row[0], row[1])
    var text: String = row[2]
    var hash: Data? = row[4]
    if let sealed = row[3] as Data? {
      text = try RefusedText.open(sealed, batch: batch, row: number, by: sealer)
    } else if let known = hash, known.count == KeyedDigest.length, let table: String = row[5],
      try DatasetTable.hasSealedKey(table, db)
    {
      let digest = try KeyedDigest(ring.keyDigestKey(table: table))
      hash = try known.withUnsafeBytes { bytes in
        try bytes.bindMemory(to: UInt8.self).baseAddress.map {
          try digest.key(ValueHash(bytes: $0)).bytes
        }
      }
    }
    try db.cachedStatement(
      sql: "UPDATE quarantine SET raw = '', sealed = ?, key_hash = ? WHERE id = ?"
    ).execute(
      arguments: [try RefusedText.seal(text, batch: batch, row: number, by: sealer), hash, id])
    try maskReasons(of: id, db)
  }

  /// Masks the values at fault that an earlier version kept in the clear, since their fields are not marked:
  /// in a refused row they may be those of other fields.
  private static func maskReasons(of id: Int64, _ db: Database) throws {
    let rows = try Row.fetchAll(
      db, sql: "SELECT id, value FROM quarantine_reason WHERE quarantine_id = ? AND value <> ''",
      arguments: [id])
    for row in rows {
      let value: String = row[1]
      // Masked values are not masked once more: they end with an asterisk, or are bands of numbers.
      guard !value.hasSuffix("*"), !value.contains("–") else { continue }
      try db.cachedStatement(sql: "UPDATE quarantine_reason SET value = ? WHERE id = ?")
        .execute(arguments: [ValueMask(like: value).shown(value), row[0] as Int64])
    }
  }
}
