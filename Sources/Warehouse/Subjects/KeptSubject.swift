import Foundation
import GRDB
package import Subjects

/// A subject as the store keeps it, rows by the names of their data sets and their numbers.
package struct KeptSubject: Sendable {
  package var key: SubjectKey
  package var state: String
  package var rows: [Row]
  /// Attribute, which of its values, the row and what decided.
  package var values: [(attribute: String, number: Int64, row: Row, criterion: String)] = []
  package var facts: [Fact] = []
  package var links: [LinkKey]

  package struct Row: Hashable, Sendable {
    package var source: String
    package var id: Int64

    package init(source: String, id: Int64) { (self.source, self.id) = (source, id) }
  }

  /// A dated fact: its kind, the row that states it, its days, and what else is kept of it in the order of columns.
  package struct Fact: Sendable {
    package var kind: String
    package var row: Row
    package var place: SubjectKey?
    package var days: [String]
    package var flags: [Bool]
  }
}

extension StoreTransaction {
  /// Visits the subjects of a kind that stand, in the order of their keys.
  package func forEachKeptSubject(
    ofKind kind: String, _ visit: (KeptSubject) throws -> Void
  ) throws {
    let reader = try KeptSubjects(kind, self)
    let numbers = try Int64.fetchAll(
      db, sql: "SELECT id FROM subject WHERE kind = ? AND state <> 'gone' ORDER BY key",
      arguments: [kind])
    for number in numbers { if let subject = try reader.subject(number) { try visit(subject) } }
  }

  /// Visits all items of the review queue of a kind, also those that were decided.
  package func forEachKeptItem(
    ofKind kind: String, _ visit: (ReviewRecord) throws -> Void
  ) throws {
    try forEachReviewItem(where: "i.kind = ?", [kind]) {
      try visit($0)
      return true
    }
  }
}

/// Reads subjects one by one.
private struct KeptSubjects {
  private let links: SubjectLinks
  private let sources: [Int64: String]
  private let state: Statement
  private let values: Statement
  private let facts: Statement

  init(_ kind: String, _ session: StoreTransaction) throws {
    let db = session.db
    links = SubjectLinks(kind: kind, number: 0, db)
    sources = try session.subjectSources(ofKind: kind)
    state = try db.makeStatement(sql: "SELECT state FROM subject WHERE id = ?")
    values = try db.makeStatement(
      sql: """
        SELECT a.name, v.number, v.source_id, v.row_id, v.criterion FROM subject_value AS v
        JOIN subject_attribute AS a ON a.id = v.attribute_id
        WHERE v.subject_id = ? ORDER BY a.name, v.number
        """)
    facts = try db.makeStatement(
      sql: """
        SELECT kind, source_id, row_id, place, from_day, to_day, is_open, may_move, is_main,
          is_last_resort FROM subject_fact WHERE subject_id = ? ORDER BY number
        """)
  }

  func subject(_ id: Int64) throws -> KeptSubject? {
    guard let linked = try links.subjects([id]).first else { return nil }
    var subject = KeptSubject(
      key: linked.key, state: try String.fetchOne(state, arguments: [id]) ?? "",
      rows: linked.rows.map { KeptSubject.Row(source: $0.source, id: $0.row) },
      links: linked.links)
    for row in try Row.fetchAll(values, arguments: [id]) {
      subject.values.append((row[0], row[1], self.row(row, at: 2), row[4]))
    }
    for row in try Row.fetchAll(facts, arguments: [id]) {
      subject.facts.append(
        KeptSubject.Fact(
          kind: row[0], row: self.row(row, at: 1), place: SubjectKey(row[3] as Data),
          days: [row[4] ?? "", row[5] ?? ""], flags: (6...9).map { row[$0] }))
    }
    return subject
  }

  private func row(_ row: Row, at column: Int) -> KeptSubject.Row {
    KeptSubject.Row(source: sources[row[column]] ?? "", id: row[column + 1])
  }
}
