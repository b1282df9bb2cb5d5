package import Addresses
import GRDB
package import Time

extension StoreTransaction {
  /// The current version of the register; nil where none was ever loaded.
  package func registerVersion() throws -> RegisterVersion? {
    try Row.fetchOne(
      db,
      sql: "SELECT version, grammar, rules FROM address_register ORDER BY version DESC LIMIT 1"
    ).map { RegisterVersion(version: $0[0], grammar: $0[1], rules: $0[2]) }
  }

  /// The state of every address in a version of the register, in the order of their numbers.
  package func forEachAddress(
    in version: Int64, _ visit: (AddressOccurrence) throws -> Void
  ) throws {
    let found = try AddressOccurrence.fetchCursor(
      db,
      sql: """
        SELECT \(AddressOccurrence.selection) FROM address_occurrence AS o
        JOIN address AS a ON a.id = o.address_id
        WHERE o.from_version <= ?1 AND (o.to_version IS NULL OR o.to_version > ?1)
        ORDER BY o.address_id
        """, arguments: [version])
    while let occurrence = try found.next() { try visit(occurrence) }
  }

  /// The states of an address, the oldest first; empty for an unknown code.
  package func history(ofAddress code: String) throws -> [AddressOccurrence] {
    try AddressOccurrence.fetchAll(
      db,
      sql: """
        SELECT \(AddressOccurrence.selection) FROM address_occurrence AS o
        JOIN address AS a ON a.id = o.address_id WHERE a.code = ? ORDER BY o.from_version
        """, arguments: [code])
  }

  /// When a version of the register was made; nil for one that there is not.
  package func madeAt(register version: Int64) throws -> Moment? {
    try Moment.fetchOne(
      db, sql: "SELECT made_at FROM address_register WHERE version = ?", arguments: [version])
  }

  /// The current states of addresses below some elements, in the order of their codes.
  ///
  /// - Parameters:
  ///   - elements: each must be one of the address's.
  ///   - after: only addresses whose code comes after this one.
  package func addresses(
    with elements: [RegisterElement], status: AddressStatus?, after: String?, limit: Int
  ) throws -> [AddressOccurrence] {
    var conditions = ["o.to_version IS NULL"]
    var arguments = StatementArguments()
    for element in elements {
      conditions.append("o.\(SQLName.quoted(element.kind.name)) = ?")
      arguments += [String(decoding: element.key, as: UTF8.self)]
    }
    if let status {
      conditions.append("o.status = ?")
      arguments += [status.name]
    }
    if let after {
      conditions.append("a.code > ?")
      arguments += [after]
    }
    arguments += [limit]
    return try AddressOccurrence.fetchAll(
      db,
      sql: """
        SELECT \(AddressOccurrence.selection) FROM address_occurrence AS o
        JOIN address AS a ON a.id = o.address_id WHERE \(conditions.joined(separator: " AND "))
        ORDER BY a.code LIMIT ?
        """, arguments: arguments)
  }

  /// How many current addresses there are of each level, from the whole to the part.
  package func addressCounts() throws -> [(level: AddressLevel, status: AddressStatus, count: Int)]
  {
    try Row.fetchAll(
      db,
      sql: """
        SELECT level, status, count(*) FROM address_occurrence WHERE to_version IS NULL
        GROUP BY level, status
        """
    ).compactMap { row in
      guard let level = AddressLevel(name: row[0]), let status = AddressStatus(name: row[1]) else {
        return nil
      }
      return (level, status, row[2])
    }.sorted { ($0.level, $0.status.rawValue) < ($1.level, $1.status.rawValue) }
  }

  /// The other names in a version of the register.
  package func alternativeNames(in version: Int64) throws -> [AlternativeName] {
    try AlternativeName.fetchAll(
      db,
      sql: """
        SELECT kind, element, name, alias, until, dataset FROM address_alias
        WHERE from_version <= ?1 AND (to_version IS NULL OR to_version > ?1)
        ORDER BY element, name, alias, kind, dataset
        """, arguments: [version])
  }
}
