import Foundation
import GRDB
package import Subjects

extension StoreTransaction {
  /// The kinds of subjects that were assembled, by their names.
  package func subjectKinds() throws -> [SubjectKindEntry] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT k.kind, k.assembled_at, k.rules,
          (SELECT count(*) FROM subject AS s WHERE s.kind = k.kind AND s.state <> 'gone'),
          NOT EXISTS (
            SELECT 1 FROM batch AS b WHERE b.dataset IN (
                SELECT dataset FROM subject_source AS o WHERE o.kind = k.kind)
              AND max(ifnull(b.published_operation, 0), ifnull(b.rolled_back_operation, 0))
                > k.operation)
          AND NOT EXISTS (
            SELECT 1 FROM review_decision AS d WHERE d.kind = k.kind
              AND max(d.operation, ifnull(d.undone_operation, 0)) > k.operation)
          AND NOT EXISTS (
            SELECT 1 FROM subject_touched AS t JOIN subject AS s ON s.id = t.subject_id
            WHERE s.kind = k.kind)
          AND (k.register IS NULL
            OR k.register = (SELECT ifnull(max(version), 0) FROM address_register))
        FROM subject_kind AS k ORDER BY k.kind
        """
    ).map { row in
      SubjectKindEntry(
        kind: row[0], assembledAt: row[1], isCurrent: row[4], subjects: row[3], rules: row[2])
    }
  }

  /// The subjects of a kind, or of all, in the order of their kinds and keys.
  ///
  /// - Parameter after: only those whose key comes after this one.
  package func subjects(
    ofKind kind: String?, after: SubjectKey?, limit: Int
  ) throws -> [SubjectEntry] {
    try entries(
      """
      WHERE (?1 IS NULL OR s.kind = ?1) AND s.state <> 'gone' AND (?2 IS NULL OR s.key > ?2)
      ORDER BY s.key, s.kind LIMIT ?3
      """, [kind, after.map { Data($0.bytes) }, limit])
  }

  /// The subject of a key; nil for a key that none has or had.
  package func subject(of key: SubjectKey) throws -> SubjectEntry? {
    try entries("WHERE s.key = ?", [Data(key.bytes)]).first
  }

  private func entries(
    _ condition: String, _ arguments: StatementArguments
  ) throws -> [SubjectEntry] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT s.id, s.kind, s.key, s.state,
          (SELECT count(*) FROM subject_member AS m WHERE m.subject_id = s.id),
          (SELECT count(DISTINCT o.dataset) FROM subject_member AS m
            JOIN subject_source AS o ON o.id = m.source_id WHERE m.subject_id = s.id)
        FROM subject AS s \(condition)
        """, arguments: arguments
    ).compactMap { row in
      guard let key = SubjectKey(row[2] as Data),
        let state = SubjectEntry.State(rawValue: row[3])
      else { return nil }
      return SubjectEntry(
        id: row[0], kind: row[1], key: key, state: state, rows: row[4], datasets: row[5])
    }
  }

  /// Which row each value of a subject stands in, by the names of attributes.
  package func winners(ofSubject id: Int64) throws -> [KeptWinner] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT a.name, o.dataset, o.role, v.row_id, v.criterion FROM subject_value AS v
        JOIN subject_attribute AS a ON a.id = v.attribute_id
        JOIN subject_source AS o ON o.id = v.source_id
        WHERE v.subject_id = ? ORDER BY a.name, v.number
        """, arguments: [id]
    ).map { row in
      let (dataset, role): (String, String) = (row[1], row[2])
      return KeptWinner(
        attribute: row[0], source: role.isEmpty ? dataset : "\(dataset)#\(role)", row: row[3],
        criterion: row[4])
    }
  }

  /// What has happened to the subjects of a kind, by which earlier keys lead to those of today.
  package func subjectHistory(ofKind kind: String) throws -> SubjectHistory {
    var history = SubjectHistory()
    var merged: (heir: SubjectKey, keys: [SubjectKey])?
    var parts: (key: SubjectKey, heirs: [SubjectKey])?
    var events: [SubjectEvent] = []
    let flush = {
      if let one = merged { events.append(.merged(one.keys, into: one.heir)) }
      if let one = parts { events.append(.split(one.key, into: one.heirs)) }
      (merged, parts) = (nil, nil)
    }
    let rows = try Row.fetchCursor(
      db, sql: "SELECT event, key, heir FROM subject_event WHERE kind = ? ORDER BY id",
      arguments: [kind])
    while let row = try rows.next() {
      guard let key = SubjectKey(row[1] as Data) else { continue }
      let heir = (row[2] as Data?).flatMap { SubjectKey($0) }
      switch (row[0] as String, heir) {
      case ("merged", let heir?):
        if merged?.heir != heir { flush() }
        merged = (heir, (merged?.keys ?? []) + [key])
      case ("split", let heir?):
        if parts?.key != key { flush() }
        parts = (key, (parts?.heirs ?? []) + [heir])
      case ("renamed", let heir?):
        flush()
        events.append(.renamed(key, to: heir))
      case ("retired", _):
        flush()
        events.append(.retired(key))
      default:
        flush()
        events.append(.created(key))
      }
    }
    flush()
    history.append(events)
    return history
  }
}
