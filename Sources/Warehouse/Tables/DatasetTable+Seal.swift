import Access
import Datasets
import GRDB

extension DatasetTable {
  /// Which fields are sealed.
  func sealed(_ db: Database) throws -> SealedFields { try SealedFields(ofTable: name, db) }

  /// Whether the key has a part that is sealed, so that rows are known by an HMAC of it.
  static func hasSealedKey(_ table: String, _ db: Database) throws -> Bool {
    try db.columns(in: table).contains { $0.name == SealedFields.keyColumn }
  }

  /// Makes the columns that sealed values need, where the store is sealed, for the fields that the manifest
  /// marks; what the table has in the clear stays so until it is sealed.
  ///
  /// - Returns: whether anything is new.
  @discardableResult
  func prepareSeal(_ db: Database) throws -> Bool {
    guard try StoreSeal.identity(db) != nil else { return false }
    let known = try sealed(db)
    let present = Set(try db.columns(in: name).map { $0.name.lowercased() })
    let formerColumns = try FieldColumns(ofTable: name, db).formerColumns()
    // What a field was kept in before its type changed has its earlier values.
    let columns = manifest.sealedNames.flatMap { field in
      [(column: field, field: field)]
        + (formerColumns[field.lowercased()] ?? []).map { (column: $0, field: field) }
    }
    let marked = columns.filter {
      known[$0.column] == nil && present.contains($0.column.lowercased())
    }
    if !marked.isEmpty { try enter(marked, db) }
    try makeSealColumns(besides: present, db)
    return !marked.isEmpty
  }

  private func enter(_ columns: [(column: String, field: String)], _ db: Database) throws {
    let isEmpty =
      try Int64.fetchOne(db, sql: "SELECT id FROM \(SQLName.quoted(name)) LIMIT 1") == nil
    if !isEmpty { try StoreSeal.noteResidue(db) }
    for (column, name) in columns {
      let field = manifest.field(name)
      // What is the whole key is found by what rows are known by.
      let isSearchable =
        column == name && field?.isSearchable == true && manifest.primaryKey != [name]
      try SealedFields.enter(
        column, ofTable: self.name,
        family: field?.sensitivity == .secret ? StoreSeal.secret : StoreSeal.personal,
        isSearchable: isSearchable, isComplete: isEmpty, db)
    }
  }

  /// Makes the columns of what is sealed, where they are missing.
  private func makeSealColumns(besides present: Set<String>, _ db: Database) throws {
    let sealed = try sealed(db)
    var columns = sealed.families.map(SealedFields.column)
    columns += sealed.fields.filter(\.isSearchable).map(\.indexColumn)
    if manifest.primaryKey.contains(where: { sealed[$0] != nil }) {
      columns.append(SealedFields.keyColumn)
      // Rows are sealed in several transactions: by what the columns show they would be the same.
      if !present.contains(SealedFields.keyColumn) {
        try dropKeyIndex(db)
        try db.execute(
          sql: """
            UPDATE sealed_field SET is_complete = 0 WHERE table_name = ?
              AND EXISTS (SELECT 1 FROM \(SQLName.quoted(name)))
            """, arguments: [name])
      }
    }
    for column in columns where !present.contains(column.lowercased()) {
      try db.execute(
        sql: "ALTER TABLE \(SQLName.quoted(name)) ADD COLUMN \(SQLName.quoted(column)) BLOB")
    }
    db.clearSchemaCache()
  }

  /// The columns that sealing adds, in the order in which an import gives their values.
  static func addedColumns(_ sealed: SealedFields, hasSealedKey: Bool) -> [String] {
    sealed.families.map(SealedFields.column) + (hasSealedKey ? [SealedFields.keyColumn] : [])
      + sealed.fields.filter(\.isSearchable).map(\.indexColumn)
  }
}

extension SealedValue {
  /// The bytes that values are compared by where rows are searched.
  var searched: [UInt8]? {
    switch self {
    case .none: nil
    case .integer(let number): Array("\(number)".utf8)
    case .real(let number): Array("\(number)".utf8)
    case .text(let text): Array(text.utf8)
    case .bytes(let bytes): Array(bytes)
    }
  }
}
