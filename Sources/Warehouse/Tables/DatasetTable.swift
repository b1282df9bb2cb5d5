import Datasets
import GRDB
import GRDBSQLite

/// The table of one data set, `src_<data set>`, and the view of its current rows.
///
/// A row is one version of a record: current while `to_batch` is null. The columns that every table
/// has come first, then the fields under their names, then the geometry. The key is the fields of
/// the manifest's `primaryKey` themselves, unique among current rows by a partial index; the 64-bit
/// `row_hash` over all fields tells a changed row from an unchanged one.
struct DatasetTable {
  let manifest: Manifest
  let name: String
  let view: String
  let hasGeometry: Bool

  init(_ manifest: Manifest, _ db: Database) throws {
    self.manifest = manifest
    let base = manifest.tableName
    name = "src_\(base)"
    let known = try String.fetchOne(
      db, sql: "SELECT view_name FROM dataset WHERE name = ?", arguments: [manifest.dataset])
    let isTaken = try Bool.fetchOne(
      db, sql: "SELECT count(*) FROM sqlite_master WHERE lower(name) = ?", arguments: [base])
    view = known ?? (isTaken == true ? "\(base)_rows" : base)
    hasGeometry = manifest.locations.contains(where: \.hasPosition)
  }

  /// The columns of its own that each new row gets, in the order of a block of an import.
  static let sourceColumns = [
    "id", "row_hash", "source_row", "grid_id", "generation", "attach_method", "attach_level",
  ]

  /// The statement that writes the rows of a virtual table with the columns `c0`, `c1`, ….
  ///
  /// It names all columns in the table's order: then SQLite reads the values to where the record is
  /// made of them, in place of copying each of them there.
  ///
  /// - Parameters:
  ///   - source: the virtual table.
  ///   - added: the columns that sealing adds behind the fields.
  ///   - target: the table, which has the columns of this one.
  ///   - batch: the batch.
  ///   - isNumbered: whether the rows' own numbers are written; else SQLite gives each the one
  ///     behind the last.
  ///   - isHistory: whether the rows end with the batch that brings them, so that they are at no time
  ///     current.
  func insertion(
    of source: String, added: [String], into target: ImportTarget, batch: Int64, isNumbered: Bool,
    isHistory: Bool, _ db: Database
  ) throws -> String {
    var given = Self.sourceColumns + manifest.fields.map { $0.name.lowercased() }
    given += added.map { $0.lowercased() }
    if hasGeometry { given.append("geometry") }
    var values: [String: String] = ["from_batch": "\(batch)"]
    for (index, column) in given.enumerated() { values[column] = "c\(index)" }
    if !isNumbered { values["id"] = "NULL" }
    if isHistory { values["to_batch"] = "\(batch)" }
    let columns = try db.columns(in: target.rows).map(\.name)
    // A value without a column would be lost without a word.
    let missing = added.filter { name in !columns.contains { $0.lowercased() == name.lowercased() }
    }
    guard missing.isEmpty else {
      throw StoreError.failed(path: target.rows, .columnMissing(missing[0]))
    }
    return """
      INSERT INTO \(SQLName.quoted(target.rows)) (\(columns.map(SQLName.quoted).joined(separator: ",")))
      SELECT \(columns.map { values[$0.lowercased()] ?? "NULL" }.joined(separator: ","))
      FROM \(source)
      """
  }

  /// Makes the table, or adds what the manifest has besides.
  ///
  /// A field that the manifest no longer has keeps its column. Columns of other types than the
  /// manifest's stay until ``changeTypes(from:_:)``, with which a batch is published.
  ///
  /// - Throws: `DatasetsError` where another data set has the table.
  func prepare(_ db: Database, srid: Int) throws {
    let other = try String.fetchOne(
      db, sql: "SELECT name FROM dataset WHERE table_name = ? AND name <> ?",
      arguments: [name, manifest.dataset])
    if let other {
      throw DatasetsError(
        path: manifest.path, .tableTaken(dataset: manifest.dataset, other: other))
    }
    let isThere = try db.tableExists(name)
    try checkWidth(isThere ? try db.columns(in: name).map { $0.name.lowercased() } : [], db)
    if !isThere {
      let fields = manifest.fields.map { "\(SQLName.quoted($0.name)) \(Self.sqlType($0.type))" }
      try db.execute(
        sql: """
          CREATE TABLE \(SQLName.quoted(name)) (
            id INTEGER PRIMARY KEY,
            from_batch INTEGER NOT NULL,
            to_batch INTEGER,
            row_hash INTEGER NOT NULL,
            source_row INTEGER NOT NULL,
            grid_id INTEGER,
            generation INTEGER,
            attach_method TEXT,
            attach_level TEXT,
            \(fields.joined(separator: ",\n  ")))
          """)
    } else {
      let columns = FieldColumns(ofTable: name, db)
      let names = Set(manifest.fields.map { $0.name.lowercased() })
      for field in manifest.fields { try columns.free(field.name, besides: names) }
      let present = Set(try db.columns(in: name).map { $0.name.lowercased() })
      for field in manifest.fields where !present.contains(field.name.lowercased()) {
        try db.execute(
          sql: """
            ALTER TABLE \(SQLName.quoted(name))
            ADD COLUMN \(SQLName.quoted(field.name)) \(Self.sqlType(field.type))
            """)
      }
    }
    db.clearSchemaCache()
    if hasGeometry, try !db.columns(in: name).contains(where: { $0.name == "geometry" }) {
      try SpatiaLite.administer(
        db, "AddGeometryColumn(?, 'geometry', ?, ?, 'XY')",
        arguments: [name, srid, geometryName])
      db.clearSchemaCache()
    }
    try SpatiaLite.dropTriggers(of: name, db)
    try prepareSeal(db)
  }

  /// Checks that the table has room for all fields beside the columns that it has.
  private func checkWidth(_ present: [String], _ db: Database) throws {
    let own = Self.sourceColumns + ["from_batch", "to_batch", "geometry"]
    let columns = Set(present + own + manifest.fields.map { $0.name.lowercased() }).count
    let limit = Int(sqlite3_limit(db.sqliteConnection, SQLITE_LIMIT_COLUMN, -1))
    guard columns <= limit else {
      throw StoreError.failed(
        path: manifest.path,
        .tooManyColumns(dataset: manifest.dataset, columns: columns, limit: limit))
    }
  }

  /// Whether the data set has an entry and a view, so that the rows of its table are seen.
  func isPublished(_ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT count(*) FROM dataset WHERE name = ?", arguments: [manifest.dataset])
      ?? false
  }

  /// What SpatiaLite calls the type of the geometries: lines and areas may have several parts.
  private var geometryName: String {
    for case .geometry(let type, _) in manifest.locations {
      switch type {
      case .point: return "POINT"
      case .line: return "MULTILINESTRING"
      case .polygon: return "MULTIPOLYGON"
      }
    }
    return "POINT"
  }

  /// Makes the view of the current rows anew, with the columns of the manifest.
  func makeView(_ db: Database) throws {
    let fields = manifest.fields.map(\.name) + (hasGeometry ? ["geometry"] : [])
    let columns =
      ["id", "grid_id", "attach_method", "attach_level", "generation", "source_row"] + fields
    try Self.makeView(view, of: name, columns, db)
    guard hasGeometry else { return }
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO views_geometry_columns
          (view_name, view_geometry, view_rowid, f_table_name, f_geometry_column, read_only)
          VALUES (?, 'geometry', 'id', ?, 'geometry', 1)
        """, arguments: [view, name])
  }

  static func makeView(
    _ view: String, of table: String, _ columns: [String], _ db: Database
  ) throws {
    let sealed = try SealedFields(ofTable: table, db)
    // What is shown of a sealed value is a text, whatever the value is.
    let list = columns.map { column in
      let shown = "t.\(SQLName.quoted(column))"
      return
        (sealed[column] == nil || column == Manifest.geometryName
        ? shown : "CAST(\(shown) AS TEXT)")
        + " AS \(SQLName.quoted(column))"
    }
    try db.execute(
      sql: """
        DROP VIEW IF EXISTS \(SQLName.quoted(view));
        CREATE VIEW \(SQLName.quoted(view)) AS
          SELECT \(list.joined(separator: ", ")), t.from_batch AS batch
          FROM \(SQLName.quoted(table)) AS t WHERE t.to_batch IS NULL;
        """)
    db.clearSchemaCache()
  }

  /// The index of the geometries; nil where there are none.
  func spatialIndex(_ db: Database) -> SpatialIndex? {
    hasGeometry ? SpatialIndex(db, table: name) : nil
  }

}

/// The tables that an import writes rows to.
struct ImportTarget {
  /// Where new rows go.
  let rows: String
  /// Where the numbers of ended rows go; nil where the rows themselves are ended at once.
  let ended: String?

  /// The data set's own table.
  init(_ table: DatasetTable) {
    (rows, ended) = (table.name, nil)
  }

  /// Tables beside it, until the load is published.
  init(stageOf table: String) {
    rows = Self.stageName(of: table)
    ended = "\(rows)_ended"
  }

  /// Ends the current row of a number; batch and number are bound.
  var ending: String {
    if let ended { return "INSERT INTO \(SQLName.quoted(ended)) (batch, id) VALUES (?, ?)" }
    return "UPDATE \(SQLName.quoted(rows)) SET to_batch = ? WHERE id = ? AND to_batch IS NULL"
  }

  /// Takes the end of a row back.
  var reopening: String {
    if let ended { return "DELETE FROM \(SQLName.quoted(ended)) WHERE batch = ? AND id = ?" }
    return "UPDATE \(SQLName.quoted(rows)) SET to_batch = NULL WHERE to_batch = ? AND id = ?"
  }

  /// Deletes a row of the batch that another one of the file takes the place of.
  var deletion: String { "DELETE FROM \(SQLName.quoted(rows)) WHERE from_batch = ? AND id = ?" }

  private static func stageName(of table: String) -> String {
    "stage_" + (table.hasPrefix("src_") ? String(table.dropFirst(4)) : table)
  }
}
