import Foundation
import GRDB
package import Subjects

/// The subjects of a kind as their keys find them.
package struct SubjectLinks {
  private let db: Database
  private let kind: String
  private let number: Int64

  init(kind: String, number: Int64, _ db: Database) {
    (self.db, self.kind, self.number) = (db, kind, number)
  }

  /// Seven bytes a key.
  private static let width = LinkKey.bits / 8

  private func kept(_ key: LinkKey) -> Int64 {
    number << Int64(LinkKey.bits) | Int64(bitPattern: key.number)
  }

  // MARK: - Reading

  /// The subjects that have a key, in the order of their numbers.
  package func subjects(by keys: some Sequence<LinkKey>) throws -> [LinkKey: [Int64]] {
    let select = try RawStatement(
      db, "SELECT subject_id FROM subject_link WHERE link = ? ORDER BY subject_id")
    var found: [LinkKey: [Int64]] = [:]
    for key in keys where found[key] == nil {
      select.bind(kept(key), 1)
      var subjects: [Int64] = []
      while try select.next() { subjects.append(select.integer(0)) }
      found[key] = subjects
    }
    return found
  }

  /// The keys of subjects, their stable keys, and their rows by the names of data sets.
  package func subjects(_ numbers: some Sequence<Int64>) throws -> [LinkedSubject] {
    let sources = try Row.fetchAll(
      db, sql: "SELECT id, dataset, role FROM subject_source WHERE kind = ?", arguments: [kind]
    ).reduce(into: [Int64: String]()) { names, row in
      let (dataset, role): (String, String) = (row[1], row[2])
      names[row[0]] = role.isEmpty ? dataset : "\(dataset)#\(role)"
    }
    let select = try db.makeStatement(
      sql: "SELECT key, links FROM subject WHERE id = ? AND state <> 'gone'")
    let members = try RawStatement(
      db, "SELECT source_id, row_id FROM subject_member WHERE subject_id = ?")
    return try numbers.compactMap { id in
      guard let row = try Row.fetchOne(select, arguments: [id]),
        let key = SubjectKey(row[0] as Data)
      else { return nil }
      var subject = LinkedSubject(id: id, key: key, links: Self.keys(in: row[1]))
      members.bind(id, 1)
      while try members.next() {
        guard let source = sources[members.integer(0)] else { continue }
        subject.rows.append((source, members.integer(1)))
      }
      return subject
    }
  }

  private static func keys(in bytes: Data?) -> [LinkKey] {
    guard let bytes else { return [] }
    let all = [UInt8](bytes)
    return stride(from: 0, to: all.count - width + 1, by: width).compactMap { start in
      LinkKey(number: all[start..<(start + width)].reduce(0) { $0 << 8 | UInt64($1) })
    }
  }

  // MARK: - Writing

  /// Takes the keys of all subjects out.
  func clear() throws {
    try db.execute(
      sql: """
        DELETE FROM subject_link WHERE link >= ? AND link < ?;
        UPDATE subject SET links = NULL WHERE kind = ? AND links IS NOT NULL
        """,
      arguments: [
        number << Int64(LinkKey.bits), (number + 1) << Int64(LinkKey.bits), kind,
      ])
  }

  /// Takes the keys of one subject out.
  func clear(_ subject: Int64) throws {
    let bytes = try Data.fetchOne(
      db, sql: "SELECT links FROM subject WHERE id = ?", arguments: [subject])
    let delete = try db.cachedStatement(
      sql: "DELETE FROM subject_link WHERE link = ? AND subject_id = ?")
    for key in Self.keys(in: bytes) { try delete.execute(arguments: [kept(key), subject]) }
  }

  /// The keys of a subject as its row keeps them, each once.
  static func bytes(of keys: [LinkKey]) -> [UInt8] {
    keys.flatMap { key in
      (0..<width).map { UInt8(truncatingIfNeeded: key.number >> UInt64(8 * (width - 1 - $0))) }
    }
  }

  /// Enters keys, each to the end of its tree where all are new.
  func enter(_ entries: consuming [(key: LinkKey, subject: Int64)]) throws {
    entries.sort { ($0.key, $0.subject) < ($1.key, $1.subject) }
    let insert = try RawStatement(
      db, "INSERT INTO subject_link (link, subject_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
    for entry in entries {
      insert.bind(kept(entry.key), 1)
      insert.bind(entry.subject, 2)
      try insert.run()
    }
  }
}

/// A subject with what it is found by.
package struct LinkedSubject: Sendable {
  package var id: Int64
  package var key: SubjectKey
  package var links: [LinkKey]
  /// Its rows by the names of their data sets, also such as are not current any more.
  package var rows: [(source: String, row: Int64)] = []
}

extension StoreTransaction {
  /// The subjects of a kind as their keys find them.
  package func subjectLinks(_ state: SubjectState) -> SubjectLinks {
    SubjectLinks(kind: state.kind, number: state.number, db)
  }
}

extension SubjectDigest {
  /// The keys of rows by the rules of a kind, under the secret of the store.
  package func links(by rules: SubjectRules) -> LinkKeys {
    let secret = key(ofParts: [Array("links".utf8), Array(rules.kind.utf8)])
    return LinkKeys(rules: rules, hash: SecretHash(high: secret.high, low: secret.low))
  }

  /// The key by which the subject of a row is found that a decision names.
  package func link(to row: DecisionRecord.Row) -> LinkKey { LinkKey(.decided, hash: row.key.high) }
}
