import GRDB
import Tabular
import Time

/// A refused row as a replay needs it.
struct QuarantineEntry {
  /// The key in the store.
  let id: Int64
  /// The entry of its first refusal, which is also the number that departments are told.
  let first: Int64
  /// The batch that refused it last.
  let batch: Int64
  /// The row.
  let row: KeptRow

  /// The open entries of a batch, in the order of its rows.
  static func open(batch: Int64, _ seal: StoreSeal, _ db: Database) throws -> [QuarantineEntry] {
    try fetch(db, seal, where: "q.batch_id = ?", [batch])
  }

  /// The open entries of a data set, but those of rows that went into the past.
  static func open(
    dataset: String, _ seal: StoreSeal, _ db: Database
  ) throws -> [QuarantineEntry] {
    try fetch(db, seal, where: "b.dataset = ? AND NOT b.is_history", [dataset])
  }

  private static func fetch(
    _ db: Database, _ seal: StoreSeal, where condition: String, _ arguments: StatementArguments
  ) throws -> [QuarantineEntry] {
    try seal.prepareToOpen(db)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT q.*, \(RefusedText.value(in: "q")) AS text FROM quarantine AS q JOIN batch AS b ON b.id = q.batch_id
        WHERE q.status = 'open' AND b.status = 'published' AND \(condition)
        ORDER BY q.batch_id, q.row_number, q.id
        """, arguments: arguments)
    var entries: [QuarantineEntry] = []
    while let row = try rows.next() {
      entries.append(
        QuarantineEntry(
          id: row["id"], first: row["first_id"] ?? row["id"], batch: row["batch_id"],
          row: KeptRow(
            number: row["row_number"], line: row["line"], sheet: row["sheet"],
            byteOffset: row["byte_offset"], raw: row["text"])))
    }
    return entries
  }

  /// Closes entries that a batch has taken up, and ties what it refused again to them.
  static func close(
    _ entries: [Int: QuarantineEntry], replayedIn batch: Int64, at now: Moment, _ db: Database
  ) throws {
    let closing = try db.makeStatement(
      sql: """
        UPDATE quarantine SET status = 'replayed', replayed_in = ?, resolved = ?
        WHERE id = ? AND status = 'open'
        """)
    for entry in entries.values {
      try closing.execute(arguments: [batch, now, entry.id])
    }
    let again = try Row.fetchAll(
      db, sql: "SELECT id, row_number FROM quarantine WHERE batch_id = ?", arguments: [batch])
    let tying = try db.makeStatement(sql: "UPDATE quarantine SET first_id = ? WHERE id = ?")
    for row in again {
      guard let entry = entries[row["row_number"]] else { continue }
      try tying.execute(arguments: [entry.first, row["id"] as Int64])
    }
  }
}
