import Datasets
import GRDB

/// The index of the key.
extension DatasetTable {
  private static func keyIndex(ofTable name: String) -> String { "\(name)_key" }

  /// The columns that identify a current row of a table, in the order of its index; empty where
  /// nothing does.
  static func keyColumns(ofTable name: String, _ db: Database) throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT name FROM pragma_index_info(?) ORDER BY seqno",
      arguments: [keyIndex(ofTable: name)])
  }

  /// Takes the index of the key off before a load into an empty table.
  func dropKeyIndex(_ db: Database) throws { try Self.dropKeyIndex(ofTable: name, db) }

  /// Takes the index of the key of a table off.
  static func dropKeyIndex(ofTable name: String, _ db: Database) throws {
    try db.execute(sql: "DROP INDEX IF EXISTS \(SQLName.quoted(keyIndex(ofTable: name)))")
  }

  /// Takes the index of the key off where a load changes so many rows that making it anew is faster.
  ///
  /// Each row that ends leaves the index, each new one enters it, at a place of its own: once the index
  /// is larger than the cache a row costs a page read and a page written, which is what retiring a
  /// million rows took minutes for. Whether keys are unique shows when the index is made again, in the
  /// same transaction.
  func dropKeyIndex(forChanges changes: Int, _ db: Database) throws {
    guard changes >= Self.manyChanges else { return }
    let last = try Int.fetchOne(db, sql: "SELECT max(id) FROM \(SQLName.quoted(name))") ?? 0
    if changes >= last / Self.manyChangesShare { try dropKeyIndex(db) }
  }

  /// From so many changes on, and such a part of the table, the index of the key is made anew.
  static let manyChanges = 20_000
  private static let manyChangesShare = 20

  /// Makes the index of the key where it is missing.
  func makeKeyIndex(_ db: Database) throws {
    try Self.makeKeyIndex(ofTable: name, manifest.primaryKey, db)
  }

  /// Makes the index of the key of a table where it is missing.
  static func makeKeyIndex(ofTable name: String, _ key: [String], _ db: Database) throws {
    guard !key.isEmpty else { return }
    let key = try hasSealedKey(name, db) ? [SealedFields.keyColumn] : key
    try db.execute(
      sql: """
        CREATE UNIQUE INDEX IF NOT EXISTS \(SQLName.quoted(keyIndex(ofTable: name)))
        ON \(SQLName.quoted(name)) (\(key.map(SQLName.quoted).joined(separator: ", ")))
        WHERE to_batch IS NULL
        """)
  }
}
