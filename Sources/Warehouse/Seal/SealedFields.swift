import GRDB

/// Which fields of a data set's table are sealed, and by which number each is known in what is sealed: the
/// store's table `sealed_field`.
///
/// The values of a row stand together in `gewu_sealed` (personal) and `gewu_sealed_secret` (secret); the
/// fields' own columns have what may be shown. A field that was sealed once stays so, whatever later manifests
/// say of it.
struct SealedFields {
  /// One of them.
  struct Field: Equatable {
    let name: String
    let number: UInt16
    /// `personal` or `secret`.
    let family: String
    /// Whether rows are found by its values; then ``indexColumn`` has what equal ones have in common.
    let isSearchable: Bool
    /// Whether it is sealed in every row.
    let isComplete: Bool

    /// HMAC-SHA-256 of the value, 16 bytes.
    var indexColumn: String { "\(name)__hmac" }
    var column: String { SealedFields.column(ofFamily: family) }
  }

  /// The column with the HMAC of the key, where parts of that are sealed.
  static let keyColumn = "gewu_key"

  let table: String
  /// By their numbers.
  let fields: [Field]

  init(ofTable table: String, _ db: Database) throws {
    self.table = table
    fields = try Row.fetchAll(
      db,
      sql: """
        SELECT field, number, family, is_searchable, is_complete FROM sealed_field
        WHERE table_name = ? ORDER BY number
        """, arguments: [table]
    ).map { row in
      Field(
        name: row["field"], number: UInt16(row["number"] as Int64), family: row["family"],
        isSearchable: row["is_searchable"], isComplete: row["is_complete"])
    }
  }

  var isEmpty: Bool { fields.isEmpty }
  /// Whether a row may have some of them in the clear.
  var isComplete: Bool { fields.allSatisfy(\.isComplete) }
  /// The families that any of them is of; personal comes first.
  var families: [String] {
    StoreSeal.families.filter { family in fields.contains { $0.family == family } }
  }

  /// The column in which the values of a family stand.
  static func column(ofFamily family: String) -> String {
    family == StoreSeal.personal ? "gewu_sealed" : "gewu_sealed_\(family)"
  }

  subscript(name: String) -> Field? {
    fields.first { $0.name.lowercased() == name.lowercased() }
  }

  /// The SQL of a field's own value, opened where it is sealed.
  ///
  /// Without the key a statement with it fails: ask for the keys first.
  ///
  /// - Parameter alias: what the table is called in the statement.
  func value(of name: String, in alias: String? = nil) -> String {
    let prefix = alias.map { "\($0)." } ?? ""
    let column = prefix + SQLName.quoted(name)
    guard let field = self[name] else { return column }
    return """
      \(OpenedRows.name)('\(table.replacing("'", with: "''"))', \(prefix)id, \
      '\(field.family)', \(prefix)\(field.column), \(field.number), \(column))
      """
  }

  /// Enters a field that is to be sealed from now on.
  static func enter(
    _ field: String, ofTable table: String, family: String, isSearchable: Bool, isComplete: Bool,
    _ db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO sealed_field (table_name, field, number, family, is_searchable, is_complete)
        SELECT ?1, ?2, 1 + ifnull(max(number), 0), ?3, ?4, ?5 FROM sealed_field WHERE table_name = ?1
        """, arguments: [table, field, family, isSearchable, isComplete])
  }

  /// Notes that every row of the table has them sealed.
  func complete(_ db: Database) throws {
    try db.execute(
      sql: "UPDATE sealed_field SET is_complete = 1 WHERE table_name = ?", arguments: [table])
  }
}
