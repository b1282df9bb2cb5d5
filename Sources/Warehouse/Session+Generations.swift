import Foundation
import GRDB

extension Session {
  /// All generations, the first one first.
  public func generations() throws -> [Generation] {
    try Row.fetchAll(db, sql: "SELECT * FROM generation ORDER BY id").map(Self.generation)
  }

  /// The active generation; nil in a store that none has been activated in.
  public func activeGeneration() throws -> Generation? {
    try Row.fetchOne(db, sql: "SELECT * FROM generation WHERE status = 'active'")
      .map(Self.generation)
  }

  /// The generation of an ordinal.
  public func generation(id: Int64) throws -> Generation? {
    try Row.fetchOne(db, sql: "SELECT * FROM generation WHERE id = ?", arguments: [id])
      .map(Self.generation)
  }

  /// The generation that was active at a moment (RFC 3339, UTC).
  public func generation(at moment: String) throws -> Generation? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT * FROM generation
        WHERE activated_at <= ? AND (retired_at IS NULL OR retired_at > ?)
        ORDER BY id DESC LIMIT 1
        """, arguments: [moment, moment]
    ).map(Self.generation)
  }

  /// The generation being prepared; a new one where there is none.
  public func preparingGeneration() throws -> Int64 {
    if let id = try Int64.fetchOne(db, sql: "SELECT id FROM generation WHERE status = 'preparing'")
    {
      return id
    }
    try db.execute(
      sql: "INSERT INTO generation (status, created_at) VALUES ('preparing', ?)",
      arguments: [Store.now()])
    return db.lastInsertedRowID
  }

  /// Makes a generation the one that answers, and retires the one before it.
  public func activate(generation: Int64, isValid: Bool, problemCount: Int) throws {
    let now = Store.now()
    try db.execute(
      sql: "UPDATE generation SET status = 'retired', retired_at = ? WHERE status = 'active'",
      arguments: [now])
    try db.execute(
      sql: """
        UPDATE generation SET status = 'active', activated_at = ?, retired_at = NULL,
          is_valid = ?, problem_count = ?
        WHERE id = ?
        """, arguments: [now, isValid, problemCount, generation])
  }

  private static func generation(_ row: Row) -> Generation {
    Generation(
      id: row["id"], status: Generation.Status(rawValue: row["status"]) ?? .retired,
      createdAt: row["created_at"], activatedAt: row["activated_at"],
      retiredAt: row["retired_at"], isValid: row["is_valid"],
      problemCount: row["problem_count"])
  }
}
