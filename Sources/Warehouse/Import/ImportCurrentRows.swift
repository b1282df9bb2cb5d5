import Access
import Intake
import Datasets
import GRDB
import GRDBSQLite

/// The current rows of a data set before a batch: their keys and hashes.
struct ImportCurrentRows {
  /// The keys; empty where the manifest has none.
  private(set) var keys: KeyTable
  /// The greatest row number ever given, 0 for none.
  let lastID: Int64
  /// Whether the table has never had a row.
  var isEmpty: Bool { lastID == 0 }

  /// Those of a table that has none.
  ///
  /// - Parameter limit: how many keys are kept in memory.
  init(_ db: Database, limit: Int) {
    (keys, lastID) = (Self.noKeys(expected: 1024, limit, db), 0)
  }

  /// The greatest row number ever given in a table, 0 for none.
  static func lastID(of table: DatasetTable, _ db: Database) throws -> Int64 {
    try Int64.fetchOne(db, sql: "SELECT max(id) FROM \(SQLName.quoted(table.name))") ?? 0
  }

  /// Those of a data set's table.
  init(
    _ table: DatasetTable, _ db: Database, limit: Int = KeyTable.defaultLimit
  ) throws {
    let name = SQLName.quoted(table.name)
    lastID = try Self.lastID(of: table, db)
    let manifest = table.manifest
    guard !manifest.primaryKey.isEmpty, lastID > 0 else {
      keys = Self.noKeys(expected: 1024, limit, db)
      return
    }
    if try DatasetTable.hasSealedKey(table.name, db) {
      keys = Self.noKeys(expected: Int(lastID), limit, db)
      let rows = try RawStatement(
        db, "SELECT id, row_hash, \(SealedFields.keyColumn) FROM \(name) WHERE to_batch IS NULL")
      try keys.load(atMost: Int(lastID)) { try Self.entry(ofSealed: rows, table.name) }
      return
    }
    let columns = manifest.primaryKey.map(SQLName.quoted).joined(separator: ", ")
    let types = manifest.primaryKey.compactMap { manifest.field($0)?.type }
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, row_hash, \(columns) FROM \(name) WHERE to_batch IS NULL")
    var encoder = RecordKeyEncoder()
    keys = Self.noKeys(expected: Int(lastID), limit, db)
    try keys.load(atMost: Int(lastID)) {
      guard let row = try rows.next() else { return nil }
      encoder.begin()
      for (index, type) in types.enumerated() {
        switch type {
        case .integer, .boolean: encoder.append(row[index + 2] as Int64)
        case .number: encoder.append(row[index + 2] as Double)
        case .string, .date, .datetime: encoder.append(row[index + 2] as String)
        }
      }
      return KeyTable.Entry(
        key: encoder.hash(), id: row[0], rowHash: UInt64(bitPattern: row[1] as Int64),
        state: .current)
    }
  }

  /// The next row of a table whose keys are sealed.
  private static func entry(
    ofSealed rows: RawStatement, _ table: String
  ) throws -> KeyTable.Entry? {
    guard try rows.next() else { return nil }
    let id = sqlite3_column_int64(rows.pointer, 0)
    guard sqlite3_column_bytes(rows.pointer, 2) == KeyedDigest.length,
      let key = sqlite3_column_blob(rows.pointer, 2)
    else { throw SealFault.changed(table: table, row: "\(id)") }
    return KeyTable.Entry(
      key: ValueHash(bytes: key.assumingMemoryBound(to: UInt8.self)), id: id,
      rowHash: UInt64(bitPattern: sqlite3_column_int64(rows.pointer, 1)), state: .current)
  }

  /// Sets apart the rows that refused rows of a batch must not replace when they are replayed as
  /// they were: those of later batches, and, unless the last of equal keys counts, those of the
  /// batch itself, which were in the same file.
  mutating func protect(from batch: Int64, in table: DatasetTable, _ db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, from_batch FROM \(SQLName.quoted(table.name))
        WHERE to_batch IS NULL AND from_batch >= ?
        """, arguments: [batch])
    var states: [Int64: KeyTable.State] = [:]
    while let row = try rows.next() {
      if row[1] as Int64 > batch {
        states[row[0]] = .newer
      } else if table.manifest.dedupe != .last {
        states[row[0]] = .unchanged
      }
    }
    keys.set(states)
  }

  /// A table of keys that spills to the store's folder.
  private static func noKeys(expected: Int, _ limit: Int, _ db: Database) -> KeyTable {
    KeyTable(expected: expected, limit: limit, path: db.filePath)
  }
}

extension ImportPartitions {
  /// Nil where the manifest's load mode is not `partition`.
  convenience init?(_ table: DatasetTable, _ db: Database) throws {
    guard table.manifest.load == .partition else { return nil }
    let fields = table.manifest.partition.compactMap { table.manifest.field($0) }
    let sealed = try table.sealed(db)
    let columns = fields.map { sealed.value(of: $0.name) }.joined(separator: ", ")
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, \(columns) FROM \(SQLName.quoted(table.name)) WHERE to_batch IS NULL")
    var partitions: [Int64: UInt64] = [:]
    var encoder = RecordKeyEncoder()
    while let row = try rows.next() {
      encoder.begin()
      for (index, field) in fields.enumerated() {
        switch field.type {
        case .integer, .boolean: encoder.append(row[index + 1] as Int64?)
        case .number: encoder.append(row[index + 1] as Double?)
        case .string, .date, .datetime: encoder.append(row[index + 1] as String?)
        }
      }
      partitions[row[0]] = encoder.hash().high
    }
    self.init(partitions)
  }
}
