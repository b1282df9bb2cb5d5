import Foundation
import GRDB
package import Subjects
import Time

extension StoreTransaction {
  /// The members of the subjects of a kind, as the assembly before has left them.
  ///
  /// - Returns: per key the data sets with their roles, and the numbers of the rows.
  package func formerMembers(
    ofKind kind: String
  ) throws -> [(key: SubjectKey, source: String, row: Int64)] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT s.key, o.dataset, o.role, m.row_id FROM subject_member AS m
        JOIN subject_source AS o ON o.id = m.source_id
        JOIN subject AS s ON s.id = m.subject_id
        WHERE o.kind = ? ORDER BY s.key, o.id, m.row_id
        """, arguments: [kind])
    var members: [(key: SubjectKey, source: String, row: Int64)] = []
    while let row = try rows.next() {
      let (dataset, role): (String, String) = (row[1], row[2])
      guard let key = SubjectKey(row[0] as Data) else { continue }
      members.append((key, role.isEmpty ? dataset : "\(dataset)#\(role)", row[3]))
    }
    return members
  }

  /// Writes the subjects of a kind in the place of those of the assembly before.
  ///
  /// - Parameter events: what happened to them since.
  package func replaceSubjects(
    with drawn: SubjectAssembly, events: [SubjectEvent], digest: SubjectDigest
  ) throws -> SubjectReport {
    var writer = try SubjectWriter(drawn, digest: digest, db)
    let kind = drawn.assembly.rules.kind
    let isFirst =
      try Bool.fetchOne(
        db, sql: "SELECT NOT EXISTS (SELECT 1 FROM subject WHERE kind = ?)", arguments: [kind])
      ?? true
    try writer.clear()
    try writer.write(events, isFirst: isFirst, at: now.text)
    let operation = try note(.assembleSubjects, "subjects/\(kind)")
    try db.execute(
      sql: """
        INSERT INTO subject_kind (kind, rules, assembled_at, operation) VALUES (?, ?, ?, ?)
        ON CONFLICT (kind) DO UPDATE SET rules = excluded.rules,
          assembled_at = excluded.assembled_at, operation = excluded.operation
        """, arguments: [kind, drawn.rules, now.text, operation])
    return writer.report
  }

  /// Forgets rows that are gone, whose numbers other rows may have; the subjects are assembled again later.
  func forgetSubjectRows(of dataset: String, table: String) throws {
    let sources = "source_id IN (SELECT id FROM subject_source WHERE dataset = ?)"
    for name in ["subject_member", "subject_value", "subject_fact", "review_row"] {
      try db.execute(
        sql: """
          DELETE FROM \(name) WHERE \(sources)
            AND row_id NOT IN (SELECT id FROM \(SQLName.quoted(table)))
          """, arguments: [dataset])
    }
  }
}

extension SubjectKey {
  /// The key in 16 bytes; nil for another number of them.
  init?(_ bytes: Data) {
    guard bytes.count == 16 else { return nil }
    let half = { (part: Data) in part.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
    self.init(high: half(bytes.prefix(8)), low: half(bytes.suffix(8)))
  }

  /// 32 hexadecimal digits.
  package var text: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The key in 32 hexadecimal digits; nil for another text.
  package init?(_ text: String) {
    guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16),
      let low = UInt64(text.suffix(16), radix: 16), !text.contains("+")
    else { return nil }
    self.init(high: high, low: low)
  }
}
