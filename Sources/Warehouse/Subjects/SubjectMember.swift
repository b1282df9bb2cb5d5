import Foundation
import GRDB
package import Subjects

/// A row that a subject is assembled from, and where it came from.
package struct SubjectMember: Sendable, Equatable {
  package var key: SubjectKey
  package var dataset: String
  /// Whom or what the row names in passing; empty for what it is about.
  package var role: String
  /// The number in the data set's table.
  package var row: Int64
  /// The file it came in, and the data row there, from 1.
  package var file: String
  package var fileRow: Int64
  /// Whether the row is current still.
  package var isCurrent: Bool

  /// The data set as the rules name it.
  package var source: String { role.isEmpty ? dataset : "\(dataset)#\(role)" }
}

extension StoreTransaction {
  /// The rows of every subject of a kind, by the names of data sets, then by their numbers.
  ///
  /// - Parameter id: only those of one subject.
  package func members(
    ofKind kind: String, subject id: Int64? = nil
  ) throws -> [SubjectMember] {
    var members: [SubjectMember] = []
    try forEachSource(ofKind: kind, subject: id) { members += $0 }
    return members
  }

  /// The rows of every subject of a kind, those of one source of the rules at a time, by the names of data sets, then
  /// by the numbers of rows.
  package func forEachSource(
    ofKind kind: String, subject id: Int64? = nil, _ body: ([SubjectMember]) throws -> Void
  ) throws {
    let sources = try Row.fetchAll(
      db,
      sql: """
        SELECT o.id, o.dataset, o.role, d.table_name FROM subject_source AS o
        JOIN dataset AS d ON d.name = o.dataset WHERE o.kind = ? ORDER BY o.dataset, o.role
        """, arguments: [kind])
    for source in sources {
      let (dataset, role): (String, String) = (source[1], source[2])
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT s.key, m.row_id, b.file_name, t.source_row, t.to_batch IS NULL
          FROM subject_member AS m JOIN subject AS s ON s.id = m.subject_id
          JOIN \(SQLName.quoted(source[3] as String)) AS t ON t.id = m.row_id
          JOIN batch AS b ON b.id = t.from_batch
          WHERE m.source_id = ?1 AND (?2 IS NULL OR m.subject_id = ?2) ORDER BY m.row_id
          """, arguments: [source[0] as Int64, id])
      var members: [SubjectMember] = []
      while let row = try rows.next() {
        guard let key = SubjectKey(row[0] as Data) else { continue }
        members.append(
          SubjectMember(
            key: key, dataset: dataset, role: role, row: row[1], file: row[2] ?? "",
            fileRow: row[3] ?? 0, isCurrent: row[4]))
      }
      try body(members)
    }
  }
}
