package import Subjects
import Foundation
import GRDB

/// Something that waits for a decision: values that contradict each other, or rows that the ladder leaves open.
package struct ReviewRecord: Sendable, Equatable {
  package var item: Int64
  /// What it is named by from one assembly to the next; nil for one of before items had keys.
  package var key: SubjectKey?
  /// The kind of subject.
  package var kind: String
  /// `conflict`, or why the ladder leaves rows open: `refused`, `split`, `ambiguous`, `common`, `candidate`,
  /// `decisions-differ`.
  package var reason: String
  /// The kind of conflict, or the rule of the ladder.
  package var rule: String
  /// The rule that forbids what another says.
  package var otherRule: String?
  package var state: String
  /// What chose the value that stands now.
  package var criterion: String?
  package var rows: [Row]

  /// A row that an item is about.
  package struct Row: Sendable, Equatable {
    package var dataset: String
    package var role: String
    package var row: Int64
    /// The subject that it belongs to; nil where it was taken back since.
    package var subject: SubjectKey?
    /// What contradicts, and which of the different values the row states, from 0.
    package var attribute: String?
    package var value: Int?

    package var source: String { role.isEmpty ? dataset : "\(dataset)#\(role)" }
  }
}

extension StoreTransaction {
  /// What waits for a decision, in the order in which it was found.
  ///
  /// - Parameters:
  ///   - kind: only of subjects of this kind.
  ///   - reason: only for this reason: `conflict` and others, or the name of a kind of conflict or a rule.
  ///   - after: only items of larger numbers.
  package func forEachReviewItem(
    ofKind kind: String?, reason: String?, after: Int64 = 0,
    _ visit: (ReviewRecord) throws -> Bool
  ) throws {
    try forEachReviewItem(
      where: """
        i.state <> 'decided' AND (?1 IS NULL OR i.kind = ?1)
          AND (?2 IS NULL OR i.reason = ?2 OR i.rule = ?2) AND i.id > ?3
        """, [kind, reason, after], visit)
  }

  /// The item of a key, decided or not; nil where there is none.
  package func reviewItem(of key: SubjectKey) throws -> ReviewRecord? {
    var found: ReviewRecord?
    try forEachReviewItem(where: "i.key = ?", [Data(key.bytes)]) { item in
      found = item
      return false
    }
    return found
  }

  func forEachReviewItem(
    where condition: String, _ arguments: StatementArguments,
    _ visit: (ReviewRecord) throws -> Bool
  ) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT i.id, i.kind, i.reason, i.rule, i.other_rule, i.state, i.criterion,
          o.dataset, o.role, r.row_id, s.key, a.name, r.value, i.key
        FROM review_item AS i
        JOIN review_row AS r ON r.item_id = i.id
        JOIN subject_source AS o ON o.id = r.source_id
        LEFT JOIN subject_member AS m ON m.source_id = r.source_id AND m.row_id = r.row_id
        LEFT JOIN subject AS s ON s.id = m.subject_id
        LEFT JOIN subject_attribute AS a ON a.id = r.attribute_id
        WHERE \(condition) ORDER BY i.id, r.number
        """, arguments: arguments)
    var open: ReviewRecord?
    while let row = try rows.next() {
      let id: Int64 = row[0]
      if let done = open, done.item != id {
        guard try visit(done) else { return }
        open = nil
      }
      var record =
        open
        ?? ReviewRecord(
          item: id, key: (row[13] as Data?).flatMap { SubjectKey($0) }, kind: row[1],
          reason: row[2], rule: row[3], otherRule: row[4],
          state: row[5], criterion: row[6], rows: [])
      record.rows.append(
        ReviewRecord.Row(
          dataset: row[7], role: row[8], row: row[9],
          subject: (row[10] as Data?).flatMap { SubjectKey($0) }, attribute: row[11],
          value: row[12]))
      open = record
    }
    if let open { _ = try visit(open) }
  }
}
