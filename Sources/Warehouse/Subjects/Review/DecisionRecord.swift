import Foundation
import GRDB
package import Subjects
import Time

/// What somebody has decided of an item of the review queue.
///
/// No value stands in it: what the decision saw, and the value that it chose, are kept as digests.
package struct DecisionRecord: Sendable, Equatable {
  /// What was decided.
  package enum Verdict: String, Sendable, Codable {
    /// The rows are one subject.
    case same
    /// Each of the rows is another subject.
    case different
    /// One of the values that contradict each other is right.
    case value
  }

  /// Its number; 0 for one that was not written yet.
  package var number: Int64 = 0
  /// The kind of subject.
  package var kind: String
  /// The key of the item.
  package var item: SubjectKey
  package var verdict: Verdict
  /// The kind of conflict, or the rule of the ladder.
  package var rule: String
  /// The data sets of the rows and the digests of their keys.
  package var rows: [Row]
  /// The digest of all values that were seen.
  package var seen: SubjectKey
  /// The digest of the value that was chosen.
  package var chosen: SubjectKey?
  package var reason: String
  package var at = ""
  /// The last day on which it holds, `YYYY-MM-DD`; nil for one that holds until it is taken back.
  package var until: String?

  /// A row that a decision names.
  package struct Row: Sendable, Hashable {
    package var source: String
    package var key: SubjectKey

    package init(source: String, key: SubjectKey) {
      (self.source, self.key) = (source, key)
    }
  }

  package init(
    kind: String, item: SubjectKey, verdict: Verdict, rule: String, rows: [Row],
    seen: SubjectKey, chosen: SubjectKey?, reason: String, until: String?
  ) {
    (self.kind, self.item, self.verdict, self.rule) = (kind, item, verdict, rule)
    (self.rows, self.seen, self.chosen) = (rows, seen, chosen)
    (self.reason, self.until) = (reason, until)
  }
}

extension StoreTransaction {
  /// The decisions of a kind of subject that were not taken back, the last one of each item, by their numbers.
  package func decisions(ofKind kind: String) throws -> [DecisionRecord] {
    let found = try Row.fetchAll(
      db,
      sql: """
        SELECT d.id, d.item, d.verdict, d.rule, d.seen, d.chosen, d.reason, d.at, d.until
        FROM review_decision AS d
        WHERE d.kind = ?1 AND d.undone_operation IS NULL AND NOT EXISTS (
          SELECT 1 FROM review_decision AS l WHERE l.kind = ?1 AND l.item = d.item
            AND l.undone_operation IS NULL AND l.id > d.id)
        ORDER BY d.id
        """, arguments: [kind])
    return try found.compactMap { row in
      guard let item = SubjectKey(row[1] as Data), let seen = SubjectKey(row[4] as Data),
        let verdict = DecisionRecord.Verdict(rawValue: row[2])
      else { return nil }
      var record = DecisionRecord(
        kind: kind, item: item, verdict: verdict, rule: row[3], rows: [], seen: seen,
        chosen: (row[5] as Data?).flatMap { SubjectKey($0) }, reason: row[6], until: row[8])
      (record.number, record.at) = (row[0], row[7])
      record.rows = try rows(ofDecision: record.number)
      return record
    }
  }

  private func rows(ofDecision number: Int64) throws -> [DecisionRecord.Row] {
    try Row.fetchAll(
      db,
      sql: "SELECT source, row FROM review_decision_row WHERE decision_id = ? ORDER BY number",
      arguments: [number]
    ).compactMap { row in
      SubjectKey(row[1] as Data).map { DecisionRecord.Row(source: row[0], key: $0) }
    }
  }

  /// Writes a decision down.
  ///
  /// - Returns: its number.
  package func add(_ record: DecisionRecord) throws -> Int64 {
    let operation = try note(.decideReview, "review/\(record.item.text)")
    try db.execute(
      sql: """
        INSERT INTO review_decision (kind, item, verdict, rule, seen, chosen, reason, at, until, operation)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        record.kind, Data(record.item.bytes), record.verdict.rawValue, record.rule,
        Data(record.seen.bytes), record.chosen.map { Data($0.bytes) }, record.reason, now.text,
        record.until, operation,
      ])
    let id = db.lastInsertedRowID
    for (number, row) in record.rows.enumerated() {
      try db.execute(
        sql:
          "INSERT INTO review_decision_row (decision_id, number, source, row) VALUES (?, ?, ?, ?)",
        arguments: [id, number, row.source, Data(row.key.bytes)])
    }
    return id
  }

  /// Takes a decision back.
  ///
  /// - Returns: the kind and the item that it was about; nil where no such decision stands.
  package func undoDecision(_ number: Int64) throws -> (kind: String, item: SubjectKey)? {
    let found = try Row.fetchOne(
      db,
      sql: "SELECT kind, item FROM review_decision WHERE id = ? AND undone_operation IS NULL",
      arguments: [number])
    guard let found, let item = SubjectKey(found[1] as Data) else { return nil }
    let operation = try note(.undoDecision, "review/\(item.text)")
    try db.execute(
      sql: "UPDATE review_decision SET undone_operation = ? WHERE id = ?",
      arguments: [operation, number])
    return (found[0], item)
  }
}
