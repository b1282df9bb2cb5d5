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

  /// The rows of some subjects, as the assembly before has left them: per key the data sets and numbers of rows.
  package func formerMembers(
    ofKind kind: String, subjects: Set<Int64>
  ) throws -> [(key: SubjectKey, source: String, row: Int64)] {
    let links = SubjectLinks(kind: kind, number: 0, db)
    return try links.subjects(subjects).sorted { $0.key < $1.key }.flatMap { subject in
      subject.rows.map { (key: subject.key, source: $0.source, row: $0.row) }
    }
  }

  /// Writes subjects of a kind in the place of those that the assembly before has left: all, or its part.
  ///
  /// - Parameter events: what happened to them since.
  package func replaceSubjects(
    with drawn: SubjectAssembly, events: [SubjectEvent], digest: SubjectDigest
  ) throws -> SubjectReport {
    let kind = drawn.assembly.rules.kind
    let isFirst =
      try Bool.fetchOne(
        db, sql: "SELECT NOT EXISTS (SELECT 1 FROM subject WHERE kind = ?)", arguments: [kind])
      ?? true
    try note(drawn, kind)
    let links = SubjectLinks(
      kind: kind, number: try subjectState(ofKind: kind)?.number ?? 0, db)
    var writer = try SubjectWriter(drawn, digest: digest, links: links, db)
    if let part = drawn.part { try writer.clear(part) } else { try writer.clear() }
    try writer.write(events, isFirst: isFirst, at: now.text)
    try forgetTouched(kind)
    return try counted(writer.report)
  }

  /// Keeps that the subjects of a kind are those of the rows of now, where nothing has touched them.
  package func keepSubjects(of drawn: SubjectAssembly) throws -> SubjectReport {
    let kind = drawn.assembly.rules.kind
    try note(drawn, kind)
    try forgetTouched(kind)
    return try unchangedSubjects(ofKind: kind)
  }

  /// What is said where nothing was to be done.
  package func unchangedSubjects(ofKind kind: String) throws -> SubjectReport {
    var report = SubjectReport(kind: kind)
    report.whole = false
    return try counted(report)
  }

  private func note(_ drawn: SubjectAssembly, _ kind: String) throws {
    let operation = try note(.assembleSubjects, "subjects/\(kind)")
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let readings = String(decoding: try encoder.encode(drawn.readings), as: UTF8.self)
    try db.execute(
      sql: """
        INSERT INTO subject_kind (kind, rules, assembled_at, operation, readings, register, number)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT ifnull(max(number), 0) + 1 FROM subject_kind))
        ON CONFLICT (kind) DO UPDATE SET rules = excluded.rules,
          assembled_at = excluded.assembled_at, operation = excluded.operation,
          readings = excluded.readings, register = excluded.register,
          number = ifnull(number, excluded.number)
        """,
      arguments: [kind, drawn.rules, now.text, operation, readings, drawn.readings.register])
  }

  private func forgetTouched(_ kind: String) throws {
    try db.execute(
      sql: """
        DELETE FROM subject_touched
        WHERE subject_id IN (SELECT id FROM subject WHERE kind = ?)
        """, arguments: [kind])
  }

  /// A report with what stands and what waits in the queue.
  private func counted(_ report: SubjectReport) throws -> SubjectReport {
    var report = report
    report.subjects =
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM subject WHERE kind = ? AND state <> 'gone'",
        arguments: [report.kind]) ?? 0
    let waiting = try Row.fetchOne(
      db,
      sql: """
        SELECT ifnull(sum(reason = 'conflict'), 0), ifnull(sum(reason <> 'conflict'), 0)
        FROM review_item WHERE kind = ? AND state <> 'decided'
        """, arguments: [report.kind])
    (report.conflicts, report.review) = (waiting?[0] ?? 0, waiting?[1] ?? 0)
    return report
  }

  /// Forgets rows that are gone, whose numbers other rows may have; their subjects are to be assembled again.
  ///
  /// An item of the queue about such a row goes with it.
  func forgetSubjectRows(of dataset: String, table: String) throws {
    let own = """
      source_id IN (SELECT id FROM subject_source WHERE dataset = ?1)
        AND row_id NOT IN (SELECT id FROM \(SQLName.quoted(table)))
      """
    try db.execute(
      sql: """
        INSERT INTO subject_touched (subject_id) SELECT subject_id FROM subject_member WHERE \(own)
        ON CONFLICT DO NOTHING
        """, arguments: [dataset])
    let items = try Int64.fetchAll(
      db, sql: "SELECT DISTINCT item_id FROM review_row WHERE \(own)", arguments: [dataset])
    for item in items {
      try db.execute(
        sql: "DELETE FROM review_row WHERE item_id = ?1; DELETE FROM review_item WHERE id = ?1",
        arguments: [item])
    }
    for name in ["subject_member", "subject_value", "subject_fact"] {
      try db.execute(sql: "DELETE FROM \(name) WHERE \(own)", arguments: [dataset])
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
