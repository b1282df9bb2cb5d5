import Foundation
import GRDB
package import Time

extension StoreTransaction {
  /// All generations of a net, or of all nets where none is named, the first one first.
  package func generations(net: String? = nil) throws -> [Generation] {
    try generations(where: "? IS NULL OR n.name = ?", [net, net])
  }

  /// The active generation of a net; nil where none has been activated.
  package func activeGeneration(net: String = Net.base) throws -> Generation? {
    try generations(where: "g.status = 'active' AND n.name = ?", [net]).first
  }

  /// The generation of a net that is being prepared, else the active one.
  package func preparedOrActive(net: String) throws -> Generation? {
    let all = try generations(net: net)
    return all.first { $0.status == .preparing } ?? all.first { $0.status == .active }
  }

  /// The generation of an ordinal, of whatever net.
  package func generation(id: Int64) throws -> Generation? {
    try generations(where: "g.id = ?", [id]).first
  }

  /// The generation of a net that was active at a moment, or will be.
  package func generation(at moment: Moment, net: String = Net.base) throws -> Generation? {
    if let due = try dueGenerations(at: moment).first(where: { $0.net == net }) { return due }
    // Where a clock went back, several were active at one moment: the one that was activated last
    // counts, by number.
    return try generations(
      where: """
        n.name = ? AND g.activated_at <= ? AND (g.retired_at IS NULL OR g.retired_at > ?)
        """, [net, moment, moment], order: "g.activated_operation, g.id"
    ).last
  }

  /// The generations that are to be active from a moment before or at `moment`, and are not yet.
  package func dueGenerations(at moment: Moment) throws -> [Generation] {
    try generations(where: "g.status = 'preparing' AND g.activates_at <= ?", [moment])
  }

  private func generations(
    where condition: String, _ arguments: StatementArguments, order: String = "g.id"
  ) throws -> [Generation] {
    try Generation.fetchAll(
      db,
      sql: """
        SELECT g.id AS generation, n.name AS net, g.status, g.created_at, g.activated_at,
          g.retired_at, g.is_valid AS valid, g.problem_count AS problems, g.activates_at
        FROM generation AS g JOIN net AS n ON n.id = g.net_id
        WHERE \(condition) ORDER BY \(order)
        """, arguments: arguments)
  }

  /// The generation of a net that is being prepared; a new one where there is none.
  package func preparingGeneration(net: String = Net.base) throws -> Int64 {
    if let prepared = try generations(
      where: "g.status = 'preparing' AND n.name = ?", [net]
    ).first {
      return prepared.id
    }
    try db.execute(
      sql: """
        INSERT INTO generation (net_id, status, created_at)
        SELECT id, 'preparing', ? FROM net WHERE name = ?
        """, arguments: [now, net])
    return db.lastInsertedRowID
  }

  /// Makes a generation the one that answers from a moment on, and retires the one of the
  /// same net before it.
  ///
  /// - Parameter moment: not before the one before it became active; now, where it is nil.
  package func activate(
    generation: Int64, isValid: Bool, problemCount: Int, at moment: Moment? = nil
  ) throws {
    let moment = moment ?? now
    try db.execute(
      sql: """
        UPDATE generation SET status = 'retired', retired_at = ? WHERE status = 'active'
          AND net_id = (SELECT net_id FROM generation WHERE id = ?)
        """, arguments: [moment, generation])
    try db.execute(
      sql: """
        UPDATE generation SET status = 'active', activated_at = ?, retired_at = NULL,
          activates_at = NULL, is_valid = ?, problem_count = ?, activated_operation = ?
        WHERE id = ?
        """,
      arguments: [
        moment, isValid, problemCount, try note(.activation, "generation/\(generation)"),
        generation,
      ])
  }

  /// Notes that a generation that was checked becomes active at a moment to come; with nil, that it
  /// does not, which is no operation where none was to come.
  package func schedule(
    generation: Int64, isValid: Bool? = nil, problemCount: Int? = nil, at moment: Moment?
  ) throws {
    let wasToCome = try Bool.fetchOne(
      db, sql: "SELECT activates_at IS NOT NULL FROM generation WHERE id = ?",
      arguments: [generation])
    try db.execute(
      sql: "UPDATE generation SET activates_at = ?, is_valid = ?, problem_count = ? WHERE id = ?",
      arguments: [moment, isValid, problemCount, generation])
    guard moment != nil || wasToCome == true else { return }
    try note(.schedule, "generation/\(generation)")
  }

  /// Ends the preparation of a generation that never was active, so that another one can take its
  /// place.
  package func setAside(generation: Int64) throws {
    try db.execute(
      sql: """
        UPDATE generation SET status = 'retired', retired_at = ?, activates_at = NULL
        WHERE id = ? AND status = 'preparing'
        """, arguments: [now, generation])
    try note(.setAside, "generation/\(generation)")
  }
}
