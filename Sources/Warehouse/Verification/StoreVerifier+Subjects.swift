import GRDB

extension StoreVerifier {
  /// Whether subjects are made of rows that are there, and what is said of them is of their own rows.
  ///
  /// Rows that were changed since a kind was assembled are no problem where the kind is known not to be current.
  func subjectCheck() throws -> Check {
    var check = Check(.subjects)
    for kind in try StoreTransaction(store: store, db: db).subjectKinds() {
      check.examined += kind.subjects
      try checkMembers(of: kind, &check)
      try checkParts(of: kind.kind, &check)
    }
    try checkNames(&check)
    return check
  }

  /// Every member is a row of its data set, and a current one.
  private func checkMembers(of kind: SubjectKindEntry, _ check: inout Check) throws {
    let sources = try Row.fetchAll(
      db,
      sql: """
        SELECT o.id, o.dataset, o.role, d.table_name FROM subject_source AS o
        LEFT JOIN dataset AS d ON d.name = o.dataset AND d.table_name IN (SELECT name FROM sqlite_master)
        WHERE o.kind = ? ORDER BY o.dataset, o.role
        """, arguments: [kind.kind])
    for source in sources {
      let (id, dataset): (Int64, String) = (source[0], source[1])
      guard let table = source[3] as String? else {
        let rows =
          try Int.fetchOne(
            db, sql: "SELECT count(*) FROM subject_member WHERE source_id = ?", arguments: [id])
          ?? 0
        if rows > 0 {
          check.fail(.subjectRowsMissing(kind: kind.kind, dataset: dataset, rows: rows))
        }
        continue
      }
      let found = try Row.fetchOne(
        db,
        sql: """
          SELECT count(*) - count(t.id), count(t.id) - sum(t.id IS NOT NULL AND t.to_batch IS NULL)
          FROM subject_member AS m LEFT JOIN \(SQLName.quoted(table)) AS t ON t.id = m.row_id
          WHERE m.source_id = ?
          """, arguments: [id])
      let missing: Int = found?[0] ?? 0
      let ended: Int = found?[1] ?? 0
      if missing > 0 {
        check.fail(.subjectRowsMissing(kind: kind.kind, dataset: dataset, rows: missing))
      }
      if ended > 0, kind.isCurrent {
        check.fail(.subjectRowsEnded(kind: kind.kind, dataset: dataset, rows: ended))
      }
      // What a row names under another role is another subject; under one role it is one alone.
      let strangers =
        try Int.fetchOne(
          db,
          sql: """
            SELECT count(*) FROM subject_member AS m LEFT JOIN subject AS s ON s.id = m.subject_id
            WHERE m.source_id = ? AND (s.id IS NULL OR s.kind <> ? OR s.state = 'gone')
            """, arguments: [id, kind.kind]) ?? 0
      if strangers > 0 {
        check.fail(.subjectRowsAstray(kind: kind.kind, dataset: dataset, rows: strangers))
      }
    }
    let empty =
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM subject AS s WHERE s.kind = ? AND s.state <> 'gone'
            AND s.id NOT IN (SELECT subject_id FROM subject_member)
          """, arguments: [kind.kind]) ?? 0
    if empty > 0, kind.isCurrent {
      check.fail(.subjectsWithoutRows(kind: kind.kind, subjects: empty))
    }
  }

  /// Values and facts are of rows of their own subject, and the queue is about rows of subjects.
  private func checkParts(of kind: String, _ check: inout Check) throws {
    let member = "subject_member AS m WHERE m.source_id = p.source_id AND m.row_id = p.row_id"
    let own = "JOIN subject_source AS o ON o.id = p.source_id AND o.kind = ?"
    let parts: [(table: String, sql: String)] = [
      (
        "subject_value",
        "subject_value AS p \(own) WHERE NOT EXISTS (SELECT 1 FROM \(member) AND m.subject_id = p.subject_id)"
      ),
      (
        "subject_fact",
        "subject_fact AS p \(own) WHERE NOT EXISTS (SELECT 1 FROM \(member) AND m.subject_id = p.subject_id)"
      ),
      ("review_row", "review_row AS p \(own) WHERE NOT EXISTS (SELECT 1 FROM \(member))"),
    ]
    for (table, sql) in parts {
      let rows = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(sql)", arguments: [kind]) ?? 0
      if rows > 0 { check.fail(.subjectPartAstray(kind: kind, table: table, rows: rows)) }
    }
  }

  /// Subjects and decisions are of kinds that were assembled.
  private func checkNames(_ check: inout Check) throws {
    for (table, condition) in [
      ("subject", "p.state <> 'gone'"), ("review_item", "1"),
      ("review_decision", "p.undone_operation IS NULL"),
    ] {
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT p.kind, count(*) FROM \(table) AS p
          WHERE \(condition) AND p.kind NOT IN (SELECT kind FROM subject_kind)
          GROUP BY p.kind ORDER BY p.kind
          """)
      for row in rows {
        check.fail(.subjectKindMissing(kind: row[0], table: table, rows: row[1]))
      }
    }
  }
}
