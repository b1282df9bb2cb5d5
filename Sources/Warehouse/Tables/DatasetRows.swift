import Datasets
import GRDB

/// The table of a data set as it is in the store, whatever manifest it was loaded by.
///
/// What has to do with batches of the past works on the columns and the key that are there.
struct DatasetRows {
  /// The name of the data set.
  let dataset: String
  /// The name of the table of all versions of its rows.
  let name: String
  /// That table, as SQL quotes it.
  let table: String
  /// The columns that identify a record, which are fields but where a part of the key is sealed; empty
  /// where nothing does.
  let key: [String]
  /// The fields that identify a record; empty where nothing does.
  let keyFields: [String]
  /// The names of all fields, in the order of their columns.
  let fields: [String]
  /// Whether rows have a position.
  let hasGeometry: Bool
  /// Which of the fields are sealed.
  let sealed: SealedFields

  /// The columns that the importer adds to the fields.
  private static let ownColumns: Set<String> = [
    "id", "from_batch", "to_batch", "row_hash", "source_row", "grid_id", "generation",
    "attach_method", "attach_level", "geometry", SealedFields.keyColumn,
    SealedFields.column(ofFamily: StoreSeal.personal),
    SealedFields.column(ofFamily: StoreSeal.secret),
  ]

  init(_ dataset: String, _ db: Database) throws {
    self.dataset = dataset
    name =
      try String.fetchOne(
        db, sql: "SELECT table_name FROM dataset WHERE name = ?", arguments: [dataset]) ?? ""
    table = SQLName.quoted(name)
    key = try DatasetTable.keyColumns(ofTable: name, db)
    let columns = try db.columns(in: name).map(\.name)
    let former = try FieldColumns(ofTable: name, db).former()
    let sealed = try SealedFields(ofTable: name, db)
    self.sealed = sealed
    let indexes = Set(sealed.fields.filter(\.isSearchable).map(\.indexColumn))
    let own = Self.ownColumns.union(former).union(indexes)
    fields = columns.filter { !own.contains($0) }
    keyFields =
      key == [SealedFields.keyColumn]
      ? try Self.primaryKey(of: dataset, db) : key
    hasGeometry = columns.contains("geometry")
  }

  /// The fields of the key by the manifest that the data set was loaded by last.
  private static func primaryKey(of dataset: String, _ db: Database) throws -> [String] {
    let text = try String.fetchOne(
      db, sql: "SELECT manifest FROM dataset WHERE name = ?", arguments: [dataset])
    return (try? Manifest(keptText: text ?? "", path: dataset).primaryKey) ?? []
  }

  /// The SQL of a field's own value, opened where it is sealed.
  func value(of field: String, in alias: String) -> String { sealed.value(of: field, in: alias) }

  /// The key's columns of a table named in a query, for `SELECT` and `GROUP BY`.
  func keyList(of alias: String) -> String {
    key.map { "\(alias).\(SQLName.quoted($0))" }.joined(separator: ", ")
  }

  /// The condition that rows of two tables named in a query have the same key.
  func sameKey(_ one: String, _ other: String) -> String {
    key.map { "\(one).\(SQLName.quoted($0)) = \(other).\(SQLName.quoted($0))" }
      .joined(separator: " AND ")
  }
}
