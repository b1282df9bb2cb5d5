import Foundation
import GRDB
package import Subjects
import Time

extension StoreTransaction {
  /// Notes what came of a visit.
  ///
  /// - Returns: its number.
  package func add(_ outcome: UseOutcomeRecord) throws -> Int64 {
    let operation = try note(.decideUse, "use/\(outcome.item.text)")
    try db.execute(
      sql: """
        INSERT INTO use_outcome (item, verdict, reason, at, until, list, cell, community, building_kind, operation)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        Data(outcome.item.bytes), outcome.verdict.rawValue, outcome.reason, now.text,
        outcome.until, outcome.list, outcome.place.cell, outcome.place.community,
        outcome.place.buildingKind, operation,
      ])
    return db.lastInsertedRowID
  }

  /// The last outcome of each item, by its number.
  ///
  /// - Parameter item: only that of this item.
  package func useOutcomes(of item: SubjectKey? = nil) throws -> [UseOutcomeRecord] {
    try outcomes(
      "WHERE (?1 IS NULL OR o.item = ?1)", [item.map { Data($0.bytes) }])
  }

  private func outcomes(
    _ condition: String, _ arguments: StatementArguments
  ) throws -> [UseOutcomeRecord] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT o.id, o.item, o.verdict, o.reason, o.at, o.until, o.list, o.cell, o.community, o.building_kind
        FROM use_outcome AS o \(condition)
          AND o.id = (SELECT max(l.id) FROM use_outcome AS l WHERE l.item = o.item)
        ORDER BY o.id
        """, arguments: arguments
    ).compactMap { row in
      guard let item = SubjectKey(row[1] as Data),
        let verdict = UseOutcomeRecord.Verdict(rawValue: row[2])
      else { return nil }
      var record = UseOutcomeRecord(
        item: item, verdict: verdict, reason: row[3], until: row[5], list: row[6],
        place: UsePlace(cell: row[7], community: row[8], buildingKind: row[9]))
      (record.number, record.at) = (row[0], row[4])
      return record
    }
  }

  /// How many items have an outcome of before a day.
  package func useOutcomes(before day: String) throws -> Int {
    try outcomes("WHERE substr(o.at, 1, 10) < ?", [day]).count
  }

  /// Removes the items' outcomes of before a day and counts the last of each.
  ///
  /// An item whose last outcome is later keeps all of them.
  ///
  /// - Returns: how many items had one.
  package func retireUseOutcomes(before day: String) throws -> Int {
    let old = try outcomes("WHERE substr(o.at, 1, 10) < ?", [day])
    for outcome in old {
      try db.execute(
        sql: """
          INSERT INTO use_past (list, community, building_kind, verdict, outcomes) VALUES (?, ?, ?, ?, 1)
          ON CONFLICT (list, community, building_kind, verdict) DO UPDATE SET outcomes = outcomes + 1
          """,
        arguments: [
          outcome.list, outcome.place.community, outcome.place.buildingKind,
          outcome.verdict.rawValue,
        ])
      try db.execute(
        sql: "DELETE FROM use_outcome WHERE item = ?", arguments: [Data(outcome.item.bytes)])
    }
    return old.count
  }

  /// How many outcomes of each kind there are and were.
  package func useOutcomeCounts() throws -> [UseOutcomeCount] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT list, community, building_kind, verdict, sum(outcomes) FROM (
          SELECT list, community, building_kind, verdict, outcomes FROM use_past
          UNION ALL
          SELECT list, community, building_kind, verdict, 1 FROM use_outcome AS o
          WHERE o.id = (SELECT max(l.id) FROM use_outcome AS l WHERE l.item = o.item))
        GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
        """
    ).compactMap { row in
      guard let verdict = UseOutcomeRecord.Verdict(rawValue: row[3]) else { return nil }
      return UseOutcomeCount(
        list: row[0], community: row[1], buildingKind: row[2], verdict: verdict, outcomes: row[4])
    }
  }
}
