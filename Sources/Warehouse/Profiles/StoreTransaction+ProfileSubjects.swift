import Foundation
import GRDB

/// What counting reads of the subjects, in the order of their numbers.
extension StoreTransaction {
  /// The numbers of the subjects of a kind that stand.
  package func standingSubjects(ofKind kind: String) throws -> [Int64] {
    try Int64.fetchAll(
      db, sql: "SELECT id FROM subject WHERE kind = ? AND state = 'standing' ORDER BY id",
      arguments: [kind])
  }

  /// Visits where the values of some attributes stand.
  package func forEachKeptValue(
    ofKind kind: String, attributes: Set<String>, _ visit: (KeptValue) throws -> Void
  ) throws {
    let sources = try subjectSources(ofKind: kind)
    let known = try Row.fetchAll(
      db, sql: "SELECT id, name FROM subject_attribute WHERE kind = ? ORDER BY id",
      arguments: [kind])
    for attribute in known where attributes.contains(attribute[1]) {
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT v.subject_id, v.source_id, v.row_id FROM subject_value AS v
          JOIN subject AS s ON s.id = v.subject_id
          WHERE s.kind = ? AND s.state = 'standing' AND v.attribute_id = ?
          ORDER BY v.subject_id, v.number
          """, arguments: [kind, attribute[0] as Int64])
      while let row = try rows.next() {
        guard let source = sources[row[1]] else { continue }
        try visit(
          KeptValue(subject: row[0], attribute: attribute[1], source: source, row: row[2]))
      }
    }
  }

  /// Visits the facts of a kind's subjects.
  package func forEachKeptFact(
    ofKind kind: String, _ visit: (KeptFact) throws -> Void
  ) throws {
    let sources = try subjectSources(ofKind: kind)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT f.subject_id, f.kind, f.source_id, f.row_id, f.is_open, f.is_main
        FROM subject_fact AS f JOIN subject AS s ON s.id = f.subject_id
        WHERE s.kind = ? AND s.state = 'standing' AND f.kind IN ('lives', 'registered')
        ORDER BY f.subject_id, f.number
        """, arguments: [kind])
    while let row = try rows.next() {
      guard let source = sources[row[2]] else { continue }
      try visit(
        KeptFact(
          subject: row[0], kind: row[1], source: source, row: row[3], isOpen: row[4],
          isMain: row[5]))
    }
  }

  /// Visits the data sets that tell of each subject, as the rules name them.
  package func forEachTelling(
    ofKind kind: String, _ visit: (_ subject: Int64, _ source: String) throws -> Void
  ) throws {
    let sources = try subjectSources(ofKind: kind)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT DISTINCT m.subject_id, m.source_id FROM subject_member AS m
        JOIN subject_source AS o ON o.id = m.source_id WHERE o.kind = ?
        """, arguments: [kind])
    while let row = try rows.next() {
      if let source = sources[row[1]] { try visit(row[0], source) }
    }
  }

  func subjectSources(ofKind kind: String) throws -> [Int64: String] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT id, dataset, role FROM subject_source WHERE kind = ?", arguments: [kind])
    return Dictionary(
      uniqueKeysWithValues: rows.map { row in
        let (dataset, role): (String, String) = (row[1], row[2])
        return (row[0], role.isEmpty ? dataset : "\(dataset)#\(role)")
      })
  }
}
