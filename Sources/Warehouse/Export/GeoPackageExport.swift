package import Files
import GRDB
import GRDBSQLite
import Time

/// Writes tables of a store to a GeoPackage (OGC 12-128r18), each as a layer, or as a table of
/// attributes where it has no geometry.
///
/// Values go from one file to the other as SQLite has them. Columns keep their types but for moments,
/// which become texts: those of a GeoPackage are in UTC, and the departments' have no zone.
package final class GeoPackageExport {
  private let path: String
  private var connection: OpaquePointer?
  private var systems: Set<Int> = []

  /// Begins the file.
  ///
  /// - Throws: `OutputError`.
  package init(_ draft: FileDraft) throws {
    path = draft.path
    try draft.refuseJournals()
    guard
      sqlite3_open_v2(draft.temporary, &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil)
        == SQLITE_OK
    else { throw failure() }
    try run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;" + Self.schema)
  }

  deinit { sqlite3_close_v2(connection) }

  /// Copies a table.
  ///
  /// - Parameter step: called after each row; what it throws ends the copy.
  /// - Returns: how many rows there were.
  package func add(
    _ table: ExportedTable, of session: StoreTransaction, step: () throws -> Void
  ) throws -> Int {
    if let srid = table.geometry?.srid { try addSystem(srid, session.db) }
    try run(Self.creation(of: table))
    let rows = try RawStatement(session.db, table.selection { "AsGPB(\($0))" })
    let insertion = try prepare(Self.insertion(into: table))
    defer { sqlite3_finalize(insertion) }
    let width = Int32(table.columns.count)
    var extent = Extent()
    var count = 0
    while try rows.next() {
      for column in 0..<width {
        sqlite3_bind_value(insertion, column + 1, sqlite3_column_value(rows.pointer, column))
      }
      if table.geometry != nil {
        sqlite3_bind_value(insertion, width + 1, sqlite3_column_value(rows.pointer, width))
        extent.add(
          UnsafeRawBufferPointer(
            start: sqlite3_column_blob(rows.pointer, width),
            count: Int(sqlite3_column_bytes(rows.pointer, width))))
      }
      let code = sqlite3_step(insertion)
      sqlite3_reset(insertion)
      guard code == SQLITE_DONE else { throw failure() }
      count += 1
      try step()
    }
    try run(Self.entry(of: table, extent: extent, at: session.now))
    return count
  }

  /// Completes the file.
  ///
  /// - Throws: `OutputError`.
  package func finish() throws {
    try run("COMMIT")
    guard sqlite3_close(connection) == SQLITE_OK else { throw failure() }
    connection = nil
  }

  /// The box around all geometries, from the boxes that each begins with.
  private struct Extent {
    var west = Double.infinity
    var east = -Double.infinity
    var south = Double.infinity
    var north = -Double.infinity

    mutating func add(_ blob: UnsafeRawBufferPointer) {
      // A header of 8 bytes; bits 1 to 3 of its flags say that a box of four doubles follows.
      guard blob.count >= 40, blob[3] & 0b1111 == 0b0011 else { return }
      let box = (0..<4).map {
        Double(
          bitPattern: UInt64(
            littleEndian: blob.loadUnaligned(fromByteOffset: 8 + 8 * $0, as: UInt64.self)))
      }
      (west, east) = (min(west, box[0]), max(east, box[1]))
      (south, north) = (min(south, box[2]), max(north, box[3]))
    }

    /// As the catalogue has it: least and greatest x after least and greatest y, or nulls.
    var values: String {
      west <= east ? "\(west), \(south), \(east), \(north)" : "NULL, NULL, NULL, NULL"
    }
  }
}

extension GeoPackageExport {
  private static func creation(of table: ExportedTable) -> String {
    let isNumbered = table.columns.contains { $0.name == "id" }
    var fields = isNumbered ? [] : ["fid INTEGER PRIMARY KEY"]
    fields += table.columns.map { column in
      column.name == "id"
        ? "id INTEGER PRIMARY KEY" : "\(SQLName.quoted(column.name)) \(type(of: column.kind))"
    }
    if let geometry = table.geometry {
      fields.append("\(SQLName.quoted(geometry.column)) \(type(of: geometry.shape))")
    }
    return "CREATE TABLE \(SQLName.quoted(table.name)) (\(fields.joined(separator: ", ")))"
  }

  private static func insertion(into table: ExportedTable) -> String {
    let names = table.columns.map(\.name) + (table.geometry.map { [$0.column] } ?? [])
    let places = Array(repeating: "?", count: names.count).joined(separator: ", ")
    return "INSERT INTO \(SQLName.quoted(table.name)) "
      + "(\(names.map(SQLName.quoted).joined(separator: ", "))) VALUES (\(places))"
  }

  private static func entry(of table: ExportedTable, extent: Extent, at now: Moment) -> String {
    let name = literal(table.name)
    let kind = table.geometry == nil ? "attributes" : "features"
    let contents =
      "INSERT INTO gpkg_contents VALUES (\(name), '\(kind)', \(name), '', '\(now)', "
      + "\(extent.values), \(table.geometry.map { "\($0.srid)" } ?? "NULL"));"
    guard let geometry = table.geometry else { return contents }
    return contents
      + "INSERT INTO gpkg_geometry_columns VALUES (\(name), \(literal(geometry.column)), "
      + "'\(type(of: geometry.shape))', \(geometry.srid), 0, 0);"
  }

  private static func type(of kind: ExportedTable.Kind) -> String {
    switch kind {
    case .text, .moment: "TEXT"
    case .integer: "INTEGER"
    case .real: "REAL"
    case .day: "DATE"
    }
  }

  private static func type(of shape: ExportedTable.Shape) -> String {
    switch shape {
    case .point: "POINT"
    case .line: "MULTILINESTRING"
    case .area: "MULTIPOLYGON"
    }
  }

  /// Copies the definition of a reference system from the store.
  private func addSystem(_ srid: Int, _ db: Database) throws {
    guard systems.insert(srid).inserted else { return }
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT ref_sys_name, upper(auth_name) AS auth_name, auth_srid, srtext
        FROM spatial_ref_sys WHERE srid = ?
        """, arguments: [srid])
    let name: String = row?["ref_sys_name"] ?? "EPSG:\(srid)"
    let authority: String = row?["auth_name"] ?? "EPSG"
    let code: Int = row?["auth_srid"] ?? srid
    let text: String = row?["srtext"] ?? "undefined"
    try run(
      "INSERT OR REPLACE INTO gpkg_spatial_ref_sys VALUES (\(Self.literal(name)), \(srid), "
        + "\(Self.literal(authority)), \(code), \(Self.literal(text)), NULL)")
  }

  private static func literal(_ text: String) -> String {
    "'" + text.replacing("'", with: "''") + "'"
  }

  private static let schema = """
    PRAGMA application_id = 1196444487;
    PRAGMA user_version = 10300;
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY,
      organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL,
      definition TEXT NOT NULL, description TEXT);
    INSERT INTO gpkg_spatial_ref_sys VALUES
      ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', NULL),
      ('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL),
      ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,\
    298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0],\
    UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]', NULL);
    CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,
      identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL,
      min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
      srs_id INTEGER REFERENCES gpkg_spatial_ref_sys (srs_id));
    CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL REFERENCES gpkg_contents (table_name),
      column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
      srs_id INTEGER NOT NULL REFERENCES gpkg_spatial_ref_sys (srs_id), z TINYINT NOT NULL,
      m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name));
    """

  private func prepare(_ sql: String) throws -> OpaquePointer? {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK else {
      throw failure()
    }
    return statement
  }

  private func run(_ sql: String) throws {
    guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
  }

  private func failure() -> OutputError {
    let code = sqlite3_errcode(connection) & 0xFF
    return code == SQLITE_FULL
      ? .full(path: path)
      : .unwritable(
        path: path, .sqlite(code: code, text: String(cString: sqlite3_errmsg(connection))))
  }
}
