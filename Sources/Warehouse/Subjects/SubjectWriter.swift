import Foundation
import GRDB
import Subjects

/// Writes the subjects of one kind in the place of those that were there, or of some of them.
struct SubjectWriter {
  private let db: Database
  private let drawn: SubjectAssembly
  private let digest: SubjectDigest
  private let links: SubjectLinks
  private let keys: LinkKeys
  private let kind: String
  /// The numbers of sources and attributes in the store, by those in the rules.
  private let sources: [Int64]
  private let attributes: [Int64]
  private(set) var report: SubjectReport

  init(
    _ drawn: SubjectAssembly, digest: SubjectDigest, links: SubjectLinks, _ db: Database
  ) throws {
    (self.db, self.drawn, self.digest, self.links) = (db, drawn, digest, links)
    let rules = drawn.assembly.rules
    keys = digest.links(by: rules)
    kind = rules.kind
    report = SubjectReport(kind: rules.kind)
    report.whole = drawn.part == nil
    sources = try rules.sources.map { source in
      let parts = SubjectAssembly.parts(of: source.dataSet)
      return try Self.number(
        of: "subject_source (kind, dataset, role)", [rules.kind, parts.dataset, parts.role], db)
    }
    attributes = try rules.attributes.map { attribute in
      try Self.number(of: "subject_attribute (kind, name)", [rules.kind, attribute.name], db)
    }
  }

  /// The number of a row of a table of names, which is made where it is new.
  private static func number(of table: String, _ values: [String], _ db: Database) throws -> Int64 {
    let marks = values.map { _ in "?" }.joined(separator: ", ")
    // Nothing is changed by the update but that the row is returned.
    return try Int64.fetchOne(
      db,
      sql: """
        INSERT INTO \(table) VALUES (\(marks)) ON CONFLICT DO UPDATE SET kind = kind RETURNING id
        """, arguments: StatementArguments(values)) ?? 0
  }

  // MARK: - What was there

  /// Takes out what the assembly before has left, but for the names of subjects.
  func clear() throws {
    let own = "(SELECT id FROM subject_source WHERE kind = ?)"
    try db.execute(
      sql: """
        DELETE FROM review_row WHERE item_id IN (SELECT id FROM review_item WHERE kind = ?);
        DELETE FROM review_item WHERE kind = ?;
        DELETE FROM subject_member WHERE source_id IN \(own);
        DELETE FROM subject_value WHERE source_id IN \(own);
        DELETE FROM subject_fact WHERE source_id IN \(own);
        UPDATE subject SET state = 'gone' WHERE kind = ? AND state <> 'gone'
        """, arguments: [kind, kind, kind, kind, kind, kind])
    try links.clear()
  }

  /// Takes out what is said of some subjects, and of proposals of others.
  func clear(_ part: SubjectPart) throws {
    for subject in part.touched.sorted() {
      try clear(items: "SELECT id FROM review_item WHERE subject_id = ?", [subject])
      try clear(items: Self.items(of: "?"), [subject])
      try links.clear(subject)
      for table in ["subject_member", "subject_value", "subject_fact"] {
        try db.cachedStatement(sql: "DELETE FROM \(table) WHERE subject_id = ?")
          .execute(arguments: [subject])
      }
      try db.cachedStatement(sql: "UPDATE subject SET state = 'gone', links = NULL WHERE id = ?")
        .execute(arguments: [subject])
    }
    let proposed = "AND i.reason = 'candidate'"
    for pair in part.pairs {
      try clear(
        items: "\(Self.items(of: "?")) \(proposed) INTERSECT \(Self.items(of: "?")) \(proposed)",
        [pair[0], pair[1]])
    }
    for common in part.common {
      try clear(
        items: """
          SELECT i.id FROM review_row AS r JOIN review_item AS i ON i.id = r.item_id
          WHERE r.source_id = ? AND r.row_id = ? AND i.reason = 'common' AND i.rule = ?
          """,
        [
          sources[drawn.assembly.table.source(of: common.row)], drawn.rowIDs[common.row],
          common.rule,
        ])
    }
  }

  /// The items about a row of a subject.
  private static func items(of subject: String) -> String {
    """
    SELECT i.id FROM subject_member AS m
    JOIN review_row AS r ON r.source_id = m.source_id AND r.row_id = m.row_id
    JOIN review_item AS i ON i.id = r.item_id WHERE m.subject_id = \(subject)
    """
  }

  private func clear(items selection: String, _ arguments: StatementArguments) throws {
    let found = try Int64.fetchSet(
      try db.cachedStatement(sql: selection), arguments: arguments)
    for item in found {
      for sql in [
        "DELETE FROM review_row WHERE item_id = ?", "DELETE FROM review_item WHERE id = ?",
      ] {
        try db.cachedStatement(sql: sql).execute(arguments: [item])
      }
    }
  }

  // MARK: - What is there now

  mutating func write(_ events: [SubjectEvent], isFirst: Bool, at moment: String) throws {
    let upsert = try RawStatement(
      db,
      """
      INSERT INTO subject (kind, key, state, links) VALUES (?, ?, ?, ?)
      ON CONFLICT (kind, key) DO UPDATE SET state = excluded.state, links = excluded.links
      RETURNING id
      """)
    var rows = try Rows(db)
    var homes = [Int64](repeating: 0, count: drawn.rowIDs.count)
    var entries: [(key: LinkKey, subject: Int64)] = []
    let ordered = drawn.assembly.subjects.sorted { $0.key < $1.key }
    for subject in ordered {
      let own = links(of: subject)
      let (key, bytes) = (subject.key.bytes, SubjectLinks.bytes(of: own))
      upsert.bind(kind, 1)
      try key.withUnsafeBytes { key in
        upsert.bind(key, 2)
        upsert.bind(subject.isRetired ? "retired" : "standing", 3)
        let id = try bytes.withUnsafeBytes { bytes in
          upsert.bind(bytes, 4)
          return try upsert.integer()
        }
        guard let id else { return }
        for row in subject.members { homes[row] = id }
        entries += own.map { ($0, id) }
        try write(subject, id, &rows)
      }
    }
    try links.enter(consume entries)
    // Rows are numbered in the order of the table's key: each goes to the end of its tree.
    for (row, home) in homes.enumerated() where home != 0 {
      rows.member.bind(home, 1)
      bind(row, to: rows.member, from: 2)
      try rows.member.run()
    }
    for subject in drawn.part?.around ?? [] {
      for row in subject.rows { homes[row] = subject.id }
    }
    let queue = DecidedQueue(drawn.settled, homes)
    for item in drawn.assembly.review {
      let own = item.rows.map { homes[$0] }
      let isAround = item.rows.allSatisfy(drawn.assembly.isAround)
      guard drawn.part?.renews(item, isAround: isAround, homes: own) ?? true else { continue }
      try write(item, queue, own, &rows)
    }
    // Of a first assembly all are new, and none has a name that led elsewhere before.
    for event in events {
      report.count(event)
      if !isFirst { try write(event, at: moment) }
    }
    report.rows = drawn.rowIDs.count
    report.touched = ordered.count
  }

  /// The keys of a subject's rows, each once.
  private func links(of subject: Subjects.Subject) -> [LinkKey] {
    var own: Set<LinkKey> = []
    for row in subject.members {
      for entry in keys.keys(of: row, in: drawn.assembly.table) { own.insert(entry.key) }
      if let decided = drawn.decidedRows[row] { own.insert(decided) }
    }
    return own.sorted()
  }

  /// The statements that run most.
  private struct Rows {
    let member: RawStatement
    let value: RawStatement
    let fact: RawStatement
    let item: RawStatement
    let row: RawStatement

    init(_ db: Database) throws {
      member = try RawStatement(
        db, "INSERT INTO subject_member (subject_id, source_id, row_id) VALUES (?, ?, ?)")
      value = try RawStatement(
        db,
        """
        INSERT INTO subject_value (subject_id, attribute_id, number, source_id, row_id, criterion)
        VALUES (?, ?, ?, ?, ?, ?)
        """)
      fact = try RawStatement(
        db,
        """
        INSERT INTO subject_fact (subject_id, number, kind, place, source_id, row_id, from_day, to_day,
          is_open, may_move, is_main, is_last_resort) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
      item = try RawStatement(
        db,
        """
        INSERT INTO review_item (kind, reason, rule, other_rule, subject_id, state, criterion, key)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
      row = try RawStatement(
        db,
        """
        INSERT INTO review_row (item_id, number, source_id, row_id, attribute_id, value)
        VALUES (?, ?, ?, ?, ?, ?)
        """)
    }
  }

  private mutating func write(
    _ subject: Subjects.Subject, _ id: Int64, _ rows: inout Rows
  ) throws {
    var (last, number) = (-1, Int64(0))
    for winner in subject.winners {
      number = winner.attribute == last ? number + 1 : 0
      last = winner.attribute
      rows.value.bind(id, 1)
      rows.value.bind(attributes[winner.attribute], 2)
      rows.value.bind(number, 3)
      bind(winner.row, to: rows.value, from: 4)
      rows.value.bind(winner.criterion.rawValue, 6)
      try rows.value.run()
      report.values += 1
    }
    for (number, fact) in subject.facts.enumerated() {
      try write(fact, number, of: id, rows.fact)
      report.facts += 1
    }
    for conflict in subject.conflicts { try write(conflict, of: id, rows) }
  }

  private func bind(_ row: Int, to statement: RawStatement, from column: Int32) {
    statement.bind(sources[drawn.assembly.table.source(of: row)], column)
    statement.bind(drawn.rowIDs[row], column + 1)
  }

  private func write(
    _ fact: Fact, _ number: Int, of subject: Int64, _ statement: RawStatement
  ) throws {
    guard let row = fact.rows.first else { return }
    let table = drawn.assembly.table
    let isOpen = fact.to == CivilDay.unknown
    let keepsDays = fact.rows.allSatisfy { drawn.openSources.contains(table.source(of: $0)) }
    statement.bind(subject, 1)
    statement.bind(Int64(number), 2)
    statement.bind(fact.kind.rawValue, 3)
    bind(row, to: statement, from: 5)
    statement.bind(keepsDays ? CivilDay.text(fact.from) : nil, 7)
    statement.bind(keepsDays && drawn.keepsEnds ? CivilDay.text(fact.to) : nil, 8)
    for (column, flag) in [isOpen, fact.mayMove, fact.isMain, fact.isLastResort].enumerated() {
      statement.bind(flag ? Int64(1) : 0, Int32(9 + column))
    }
    try digest.key(ofPlace: table.pool[fact.place]).bytes.withUnsafeBytes { place in
      statement.bind(place, 4)
      try statement.run()
    }
  }

  // MARK: - Review

  private func write(_ conflict: Conflict, of subject: Int64, _ rows: Rows) throws {
    let rule = drawn.assembly.rules.conflicts[conflict.rule].kind
    try item(
      reason: "conflict", [rule], subject, conflict.state.rawValue, conflict.criterion?.rawValue,
      key(["conflict", rule], conflict.values.map(\.row)), rows.item)
    let item = db.lastInsertedRowID
    // Equal values have one number, in the order in which they come; which they are is not kept.
    var numbers: [UInt32: Int64] = [:]
    for (place, value) in conflict.values.enumerated() {
      let number = numbers[value.reading] ?? Int64(numbers.count)
      numbers[value.reading] = number
      try row(
        item, place, value.row, attribute: attributes[value.attribute], value: number, rows.row)
    }
  }

  private mutating func write(
    _ item: ReviewItem, _ queue: DecidedQueue, _ homes: [Int64], _ rows: inout Rows
  ) throws {
    let words = item.reason.words
    let key = key(words, item.rows)
    let state = queue.state(of: key, item, homes)
    try self.item(
      reason: words.first ?? "", Array(words.dropFirst()), nil, state.rawValue, nil, key,
      rows.item)
    let number = db.lastInsertedRowID
    for (place, row) in item.rows.enumerated() {
      try self.row(number, place, row, attribute: nil, value: nil, rows.row)
    }
  }

  /// The key of an item, the same as long as it is about the same rows: a digest of kind, reason, rules and rows.
  private func key(_ words: [String], _ rows: [Int]) -> SubjectKey {
    var parts = [Array("item".utf8), Array(kind.utf8), Array("\(words.count)".utf8)]
    parts += words.map { Array($0.utf8) }
    for row in rows {
      let address = drawn.assembly.table.address(of: row)
      parts += [Array(address.dataSet.utf8), address.key]
    }
    return digest.key(ofParts: parts)
  }

  private func item(
    reason: String, _ rules: [String], _ subject: Int64?, _ state: String, _ criterion: String?,
    _ key: SubjectKey, _ statement: RawStatement
  ) throws {
    statement.bind(kind, 1)
    statement.bind(reason, 2)
    statement.bind(rules.first ?? "", 3)
    statement.bind(rules.count > 1 ? rules[1] : nil, 4)
    statement.bind(subject, 5)
    statement.bind(state, 6)
    statement.bind(criterion, 7)
    try key.bytes.withUnsafeBytes { key in
      statement.bind(key, 8)
      try statement.run()
    }
  }

  private func row(
    _ item: Int64, _ place: Int, _ row: Int, attribute: Int64?, value: Int64?,
    _ statement: RawStatement
  ) throws {
    statement.bind(item, 1)
    statement.bind(Int64(place), 2)
    bind(row, to: statement, from: 3)
    statement.bind(attribute, 5)
    statement.bind(value, 6)
    try statement.run()
  }

  // MARK: - Events

  private func write(_ event: SubjectEvent, at moment: String) throws {
    switch event {
    case .created(let key): try write("created", key, nil, moment)
    case .retired(let key): try write("retired", key, nil, moment)
    case .merged(let keys, let heir): for key in keys { try write("merged", key, heir, moment) }
    case .split(let key, let heirs): for heir in heirs { try write("split", key, heir, moment) }
    case .renamed(let key, let heir): try write("renamed", key, heir, moment)
    }
  }

  private func write(
    _ event: String, _ key: SubjectKey, _ heir: SubjectKey?, _ moment: String
  ) throws {
    try db.execute(
      sql: "INSERT INTO subject_event (at, kind, event, key, heir) VALUES (?, ?, ?, ?, ?)",
      arguments: [moment, kind, event, Data(key.bytes), heir.map { Data($0.bytes) }])
  }
}
