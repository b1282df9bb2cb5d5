import Intake
import GRDB
import GRDBSQLite

/// The statements that write the new rows of blocks.
final class ImportInsertion {
  private let db: Database
  private let source: ImportBlockSource
  /// Writes rows with their own numbers.
  private var numbered: RawStatement?
  /// Writes rows whose numbers follow those of the rows before.
  private var following: RawStatement?
  /// The last row of the table, where that is known.
  private var lastID: Int64?

  init(
    _ db: Database, table: DatasetTable, target: ImportTarget, batch: Int64,
    rules: [PlaceRule], generation: Int64?, isHistory: Bool
  ) throws {
    self.db = db
    let sealed = try table.sealed(db)
    let added =
      sealed.isEmpty
      ? []
      : DatasetTable.addedColumns(
        sealed, hasSealedKey: try DatasetTable.hasSealedKey(table.name, db))
    source = try ImportBlockSource(
      db, table: table, rules: rules, generation: generation, added: added.count)
    numbered = try RawStatement(
      db,
      table.insertion(
        of: ImportBlockSource.name, added: added, into: target, batch: batch, isNumbered: true,
        isHistory: isHistory, db))
    following = try RawStatement(
      db,
      table.insertion(
        of: ImportBlockSource.name, added: added, into: target, batch: batch, isNumbered: false,
        isHistory: isHistory, db))
  }

  deinit {
    // Before the table that they read.
    numbered = nil
    following = nil
  }

  /// Says that rows were deleted: which is the last one is not known any more.
  func forgetLastRow() { lastID = nil }

  /// Writes the new rows of a part of a block; returns how many SQLite says it has written.
  func write(_ block: RowBlock, _ range: Range<Int>) throws -> Int {
    var (first, last, count): (Int64, Int64, Int64) = (0, 0, 0)
    for index in range where block.rows[index].id != 0 {
      last = block.rows[index].id
      if count == 0 { first = last }
      count += 1
    }
    guard count > 0 else { return 0 }
    source.serve(block, range)
    let isFollowing = lastID == first - 1 && last - first == count - 1
    try (isFollowing ? following : numbered)?.run()
    guard sqlite3_last_insert_rowid(db.sqliteConnection) == last else {
      throw StoreError.failed(
        path: "rows", .renumbered(row: last))
    }
    lastID = last
    return Int(sqlite3_changes(db.sqliteConnection))
  }
}
