import Datasets
import GRDB

extension DatasetTable {
  /// The fields whose columns are of another type than the manifest's, each with its type.
  private func retyped(_ db: Database) throws -> [(field: String, type: String)] {
    let present = try FieldColumns(ofTable: name, db).declaredTypes()
    let sealed = try sealed(db)
    return manifest.fields.filter { sealed[$0.name] == nil }.compactMap { field in
      // The column of a sealed field has texts, its values are sealed with their types.
      let type = Self.sqlType(field.type)
      return present[field.name.lowercased()].map { $0 != type } == true ? (field.name, type) : nil
    }
  }

  /// Gives the fields whose types have changed new columns, in the transaction that publishes a batch.
  ///
  /// - Parameter batch: the first batch that is written to them.
  func changeTypes(from batch: Int64, _ db: Database) throws {
    let columns = FieldColumns(ofTable: name, db)
    let names = Set(manifest.fields.map { $0.name.lowercased() })
    for (field, type) in try retyped(db) {
      // Rows that were read by this type already and written to a column of another one may have
      // lost something, which their hashes do not know: they are no longer as any file has them.
      if try isKept(field, as: type, db), try columns.firstBatch(of: field) == 0 {
        let column = SQLName.quoted(field)
        try db.execute(
          sql: """
            UPDATE \(SQLName.quoted(name)) SET row_hash = ~row_hash
            WHERE to_batch IS NULL AND \(column) IS NOT NULL
            """)
      }
      try columns.change(field, to: type, from: batch, besides: names)
    }
  }

  /// Whether the manifest that the data set was loaded by last gave a field this type.
  private func isKept(_ field: String, as type: String, _ db: Database) throws -> Bool {
    let text = try String.fetchOne(
      db, sql: "SELECT manifest FROM dataset WHERE name = ?", arguments: [manifest.dataset])
    let kept = try? Manifest(keptText: text ?? "", path: "").field(field)
    return kept.map { Self.sqlType($0.type) == type } ?? false
  }

  /// The type of a column for new rows: that of the manifest's field, or else the one it has.
  func type(ofColumn column: String, declared: String) -> String {
    manifest.fields.first { $0.name.lowercased() == column.lowercased() }
      .map { Self.sqlType($0.type) } ?? declared
  }

  /// Gives fields the columns back that they had before batches of which none is published any more,
  /// and makes what depends on the columns anew.
  static func restoreColumns(ofTable table: String, view: String, _ db: Database) throws {
    let key = try keyColumns(ofTable: table, db)
    try FieldColumns(ofTable: table, db).restore()
    try makeKeyIndex(ofTable: table, key, db)
    // Renaming a column has changed what the view reads.
    let columns = try db.columns(in: view).map(\.name).filter { $0 != "batch" }
    try makeView(view, of: table, columns, db)
  }

  /// The type of the column of a field.
  static func sqlType(_ type: FieldType) -> String {
    switch type {
    case .string: "TEXT"
    case .integer, .boolean: "INTEGER"
    case .number: "REAL"
    case .date: "DATE"
    case .datetime: "DATETIME"
    }
  }

  /// How SQLite keeps a value of a field.
  static func storageClass(of type: FieldType) -> String {
    switch type {
    case .string, .date, .datetime: "text"
    case .integer, .boolean: "integer"
    case .number: "real"
    }
  }
}
