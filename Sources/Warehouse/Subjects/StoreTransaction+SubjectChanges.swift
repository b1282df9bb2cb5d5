import Foundation
import GRDB
package import Subjects

extension StoreTransaction {
  /// By what the subjects of a kind stand; nil where they were never assembled.
  package func subjectState(ofKind kind: String) throws -> SubjectState? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT number, rules, operation, substr(assembled_at, 1, 10), readings, register
        FROM subject_kind WHERE kind = ?
        """, arguments: [kind]
    ).map { row in
      var state = SubjectState(
        kind: kind, number: row[0] ?? 0, rules: row[1], operation: row[2], day: row[3])
      if let text = row[4] as String? {
        state.readings = try? JSONDecoder().decode(SubjectReadings.self, from: Data(text.utf8))
        state.readings?.register = row[5]
      }
      return state
    }
  }

  /// Which rows came and went since the subjects of a kind were assembled, and which subjects were touched.
  ///
  /// Only data sets of which a batch was published or taken back since are looked at.
  package func subjectChanges(since state: SubjectState) throws -> SubjectChanges {
    var changes = SubjectChanges()
    changes.subjects = try Int64.fetchSet(
      db,
      sql: """
        SELECT t.subject_id FROM subject_touched AS t JOIN subject AS s ON s.id = t.subject_id
        WHERE s.kind = ?
        """, arguments: [state.kind])
    for source in try Self.changedSources(state, db) {
      let id: Int64 = source[0]
      let (dataset, role): (String, String) = (source[1], source[2])
      let name = role.isEmpty ? dataset : "\(dataset)#\(role)"
      let table = SQLName.quoted(source[3] as String)
      changes.fresh[name] = try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM \(table) AS r WHERE to_batch IS NULL AND NOT EXISTS (
            SELECT 1 FROM subject_member AS m WHERE m.source_id = ? AND m.row_id = r.id)
          ORDER BY id
          """, arguments: [id])
      let gone = try Row.fetchCursor(
        db,
        sql: """
          SELECT m.row_id, m.subject_id FROM subject_member AS m
          LEFT JOIN \(table) AS r ON r.id = m.row_id
          WHERE m.source_id = ? AND (r.id IS NULL OR r.to_batch IS NOT NULL)
          """, arguments: [id])
      while let row = try gone.next() {
        changes.gone[name, default: []].insert(row[0])
        changes.subjects.insert(row[1])
      }
    }
    changes.fresh = changes.fresh.filter { !$0.value.isEmpty }
    return changes
  }

  /// How many rows the subjects of a kind are made of, each as often as it tells of one.
  package func subjectMemberCount(ofKind kind: String) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM subject_member
        WHERE source_id IN (SELECT id FROM subject_source WHERE kind = ?)
        """, arguments: [kind]) ?? 0
  }

  /// Whether the register of addresses is made by the rules and the grammar of a version still.
  package func registerReads(alikeSince version: Int64) throws -> Bool {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM (SELECT DISTINCT grammar, rules FROM address_register WHERE version >= ?)
        """, arguments: [version]) == 1
  }

  private static func changedSources(_ state: SubjectState, _ db: Database) throws -> [Row] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT o.id, o.dataset, o.role, d.table_name FROM subject_source AS o
        JOIN dataset AS d ON d.name = o.dataset
        WHERE o.kind = ?1 AND EXISTS (
          SELECT 1 FROM batch AS b WHERE b.dataset = o.dataset
            AND max(ifnull(b.published_operation, 0), ifnull(b.rolled_back_operation, 0)) > ?2)
        ORDER BY o.dataset, o.role
        """, arguments: [state.kind, state.operation])
  }

  /// How many rows of data sets have changed since the subjects of each kind were assembled, by what was counted
  /// when they were published or taken back.
  package func subjectsWaiting() throws -> [(kind: String, rows: Int)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT k.kind,
          (SELECT ifnull(sum(b.inserted + b.updated + b.retired), 0) FROM batch AS b
            WHERE b.dataset IN (SELECT dataset FROM subject_source AS o WHERE o.kind = k.kind)
              AND (ifnull(b.published_operation, 0) > k.operation)
                <> (ifnull(b.rolled_back_operation, 0) > k.operation))
          + (SELECT count(*) FROM subject_touched AS t JOIN subject AS s ON s.id = t.subject_id
            WHERE s.kind = k.kind)
        FROM subject_kind AS k ORDER BY k.kind
        """
    ).map { (kind: $0[0], rows: $0[1]) }
  }

  // MARK: - Subjects that were touched

  /// Notes that subjects are to be assembled again.
  package func touch(subjects: some Sequence<Int64>) throws {
    let insert = try RawStatement(
      db, "INSERT INTO subject_touched (subject_id) VALUES (?) ON CONFLICT DO NOTHING")
    for subject in subjects {
      insert.bind(subject, 1)
      try insert.run()
    }
  }

  /// Notes that subjects are to be assembled again that are made of rows of a data set.
  func touchSubjects(ofRows rows: some Sequence<Int64>, in dataset: String) throws {
    let sources = try Int64.fetchAll(
      db, sql: "SELECT id FROM subject_source WHERE dataset = ?", arguments: [dataset])
    guard !sources.isEmpty else { return }
    let select = try RawStatement(
      db, "SELECT subject_id FROM subject_member WHERE source_id = ? AND row_id = ?")
    var touched: Set<Int64> = []
    for row in rows {
      for source in sources {
        select.bind(source, 1)
        select.bind(row, 2)
        if let subject = try select.integer() { touched.insert(subject) }
      }
    }
    try touch(subjects: touched)
  }

  /// The numbers of subjects by their keys.
  package func subjectNumbers(
    ofKind kind: String, keys: some Sequence<SubjectKey>
  ) throws -> Set<Int64> {
    var found: Set<Int64> = []
    for key in keys {
      let id = try Int64.fetchOne(
        db, sql: "SELECT id FROM subject WHERE kind = ? AND key = ? AND state <> 'gone'",
        arguments: [kind, Data(key.bytes)])
      if let id { found.insert(id) }
    }
    return found
  }

  /// The subjects that rows of a data set are in; those that are in none are left out.
  package func subjects(
    ofRows rows: some Sequence<Int64>, source name: String, kind: String
  ) throws -> Set<Int64> {
    let parts = SubjectAssembly.parts(of: name)
    let source = try Int64.fetchOne(
      db, sql: "SELECT id FROM subject_source WHERE kind = ? AND dataset = ? AND role = ?",
      arguments: [kind, parts.dataset, parts.role])
    guard let source else { return [] }
    let select = try RawStatement(
      db, "SELECT subject_id FROM subject_member WHERE source_id = ? AND row_id = ?")
    var found: Set<Int64> = []
    for row in rows {
      select.bind(source, 1)
      select.bind(row, 2)
      if let subject = try select.integer() { found.insert(subject) }
    }
    return found
  }

  // MARK: - Decisions

  /// The rows that any decision of a kind names, also one that was taken back.
  package func decidedRows(ofKind kind: String) throws -> Set<DecisionRecord.Row> {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT DISTINCT r.source, r.row FROM review_decision_row AS r
        JOIN review_decision AS d ON d.id = r.decision_id WHERE d.kind = ?
        """, arguments: [kind])
    return Set(
      rows.compactMap { row in
        SubjectKey(row[1] as Data).map { DecisionRecord.Row(source: row[0], key: $0) }
      })
  }

  /// The rows that decisions name which were made or taken back since a kind was assembled, or whose last day was
  /// reached or is again to come.
  package func rowsDecided(since state: SubjectState, today: String) throws
    -> Set<DecisionRecord.Row>
  {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT DISTINCT r.source, r.row FROM review_decision AS d
        JOIN review_decision_row AS r ON r.decision_id = d.id
        WHERE d.kind = ?1 AND (max(d.operation, ifnull(d.undone_operation, 0)) > ?2
          OR (d.until IS NOT NULL AND (d.until < ?3) <> (d.until < ?4)))
        """, arguments: [state.kind, state.operation, today, state.day])
    return Set(
      rows.compactMap { row in
        SubjectKey(row[1] as Data).map { DecisionRecord.Row(source: row[0], key: $0) }
      })
  }
}
