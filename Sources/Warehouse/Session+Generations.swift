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

  /// The generation that was active at a moment (RFC 3339, UTC), or will be.
  public func generation(at moment: String) throws -> Generation? {
    if let due = try dueGeneration(at: moment) { return due }
    return try Row.fetchOne(
      db,
      sql: """
        SELECT * FROM generation
        WHERE activated_at <= ? AND (retired_at IS NULL OR retired_at > ?)
        ORDER BY id DESC LIMIT 1
        """, arguments: [moment, moment]
    ).map(Self.generation)
  }

  /// The generation that is to be active from a moment before or at `moment`, and is not yet.
  public func dueGeneration(at moment: String) throws -> Generation? {
    try Row.fetchOne(
      db, sql: "SELECT * FROM generation WHERE status = 'preparing' AND activates_at <= ?",
      arguments: [moment]
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

  /// Makes a generation the one that answers from a moment on, and retires the one before it.
  ///
  /// - Parameter moment: RFC 3339, UTC; not before the one before it became active.
  public func activate(
    generation: Int64, isValid: Bool, problemCount: Int, at moment: String = Store.now()
  ) throws {
    try db.execute(
      sql: "UPDATE generation SET status = 'retired', retired_at = ? WHERE status = 'active'",
      arguments: [moment])
    try db.execute(
      sql: """
        UPDATE generation SET status = 'active', activated_at = ?, retired_at = NULL,
          activates_at = NULL, is_valid = ?, problem_count = ?
        WHERE id = ?
        """, arguments: [moment, isValid, problemCount, generation])
  }

  /// Notes that a generation that was checked becomes active at a moment to come; with nil, that it
  /// does not.
  public func schedule(
    generation: Int64, isValid: Bool? = nil, problemCount: Int? = nil, at moment: String?
  ) throws {
    try db.execute(
      sql: "UPDATE generation SET activates_at = ?, is_valid = ?, problem_count = ? WHERE id = ?",
      arguments: [moment, isValid, problemCount, generation])
  }

  private static func generation(_ row: Row) -> Generation {
    Generation(
      id: row["id"], status: Generation.Status(rawValue: row["status"]) ?? .retired,
      createdAt: row["created_at"], activatedAt: row["activated_at"],
      retiredAt: row["retired_at"], isValid: row["is_valid"],
      problemCount: row["problem_count"], activatesAt: row["activates_at"])
  }
}
