import Foundation
import Geometry
import GRDB

extension StoreTransaction {
  /// Makes `cells` the state of a level in a generation that is being prepared.
  ///
  /// A cell that is as it was in the generation before keeps its row, which then spans the
  /// generations; a changed one ends with the generation before, and a new row begins here. What an
  /// earlier load into the same preparation had made of a cell leaves no trace.
  ///
  /// - Returns: how the level differs from the generation before.
  package func replace(
    level: Level, generation: Int64, with cells: [GridRecord]
  ) throws -> GridChanges {
    var earlier = try byCode(
      level, "from_generation < ? AND (to_generation IS NULL OR to_generation >= ?)",
      [generation, generation - 1])
    var drafted = try byCode(level, "from_generation = ?", [generation])
    let writer = try GridVersionWriter(self, level: level, generation: generation)
    var changes = GridChanges()
    for cell in cells {
      let draft = drafted.removeValue(forKey: cell.code)
      if let old = earlier.removeValue(forKey: cell.code) {
        guard !cell.isSame(as: old) else {
          changes.unchanged += 1
          try writer.resume(old)
          if let draft { try writer.withdraw(draft) }
          continue
        }
        changes.changed += 1
        try writer.end(old)
      } else {
        changes.new += 1
      }
      guard let draft else {
        try writer.insert(cell)
        continue
      }
      if !cell.isSame(as: draft) { try writer.rewrite(draft, as: cell) }
    }
    for old in earlier.values { try writer.end(old) }
    for draft in drafted.values { try writer.withdraw(draft) }
    changes.gone = earlier.count
    return changes
  }

  private func byCode(
    _ level: Level, _ condition: String, _ arguments: StatementArguments
  ) throws -> [String: GridRecord] {
    var records: [String: GridRecord] = [:]
    for record in try grids(level: level, where: condition, arguments) {
      records[record.code] = record
    }
    return records
  }
}

extension GridRecord {
  /// Whether all but the row is equal.
  fileprivate func isSame(as other: GridRecord) -> Bool {
    var same = self
    same.id = other.id
    return same == other
  }
}

/// Writes versions of the cells of a level into a generation that is being prepared.
private struct GridVersionWriter {
  private let level: Level
  private let generation: Int64
  private let srid: Int32
  /// The rows that ended with the generation before: by what was loaded into this one.
  private let ended: Set<Int64>
  private let inserting: Statement
  private let rewriting: Statement
  private let withdrawing: Statement
  private let limiting: Statement

  init(_ session: StoreTransaction, level: Level, generation: Int64) throws {
    self.level = level
    self.generation = generation
    srid = Int32(session.store.srid)
    let db = session.db
    ended = try Int64.fetchSet(
      db, sql: "SELECT id FROM grid WHERE level_id = ? AND to_generation = ?",
      arguments: [level.id, generation - 1])
    inserting = try db.makeStatement(
      sql: """
        INSERT INTO grid (code, name, parent_code, parent_method, parent_share, origin, boundary,
          level_id, from_generation)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    rewriting = try db.makeStatement(
      sql: """
        UPDATE grid SET code = ?, name = ?, parent_code = ?, parent_method = ?, parent_share = ?,
          origin = ?, boundary = ? WHERE id = ?
        """)
    withdrawing = try db.makeStatement(sql: "DELETE FROM grid WHERE id = ?")
    limiting = try db.makeStatement(sql: "UPDATE grid SET to_generation = ? WHERE id = ?")
  }

  /// A version that begins in this generation.
  func insert(_ cell: GridRecord) throws {
    try inserting.execute(arguments: content(of: cell) + [level.id, generation])
  }

  /// Puts a cell in the place of a version that was never valid anywhere.
  func rewrite(_ draft: GridRecord, as cell: GridRecord) throws {
    try rewriting.execute(arguments: content(of: cell) + [draft.id])
  }

  /// Takes a version away that was never valid anywhere.
  func withdraw(_ draft: GridRecord) throws { try withdrawing.execute(arguments: [draft.id]) }

  /// Ends a version with the generation before.
  func end(_ old: GridRecord) throws {
    if !ended.contains(old.id) { try limiting.execute(arguments: [generation - 1, old.id]) }
  }

  /// Lets a version that an earlier load had ended be valid again.
  func resume(_ old: GridRecord) throws {
    if ended.contains(old.id) { try limiting.execute(arguments: [nil, old.id]) }
  }

  private func content(of cell: GridRecord) -> StatementArguments {
    [
      cell.code, cell.name, cell.parentCode, cell.parentMethod, cell.parentShare,
      cell.origin, cell.boundary.map { Data(SpatiaLiteBlob.encode($0, srid: srid)) },
    ]
  }
}
