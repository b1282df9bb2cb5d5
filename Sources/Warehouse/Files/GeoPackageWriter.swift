package import Datasets
import GRDBSQLite
package import Tabular

/// Writes a GeoPackage (OGC 12-128r18) of one layer.
///
/// All columns are texts but those whose cells are numbers in the first row. The same rows give the
/// same content.
package final class GeoPackageWriter: TableWriter {
  private let database: DraftDatabase
  private let layer: String
  private let columns: [String]
  private let type: GeometryType
  private let epsg: Int
  private var insertion: OpaquePointer?

  /// Begins the file; one that is there is replaced.
  ///
  /// - Throws: `OutputError`, or `TabularError` of kind `unwritable`.
  package init(
    path: String, layer: String, columns: [String], geometry: GeometryType, epsg: Int
  ) throws {
    database = try DraftDatabase(path: path)
    self.layer = layer
    self.columns = columns
    type = geometry
    self.epsg = epsg
    try database.run(schema)
  }

  package func write(_ cells: [TableCell], geometry: [UInt8]?) throws {
    guard cells.count == columns.count else {
      throw TabularError(
        .unsupported, path: database.path,
        .geoPackage(.cellCount(cells.count, columns: columns.count)))
    }
    let insertion = try self.insertion ?? makeTable(cells)
    self.insertion = insertion
    for (index, cell) in cells.enumerated() { insertion.bind(cell, Int32(index + 1)) }
    let place = Int32(cells.count + 1)
    if let geometry {
      let blob = GeoPackageBlob.encode(geometry, srid: epsg)
      sqlite3_bind_blob64(insertion, place, blob, UInt64(blob.count), OpaquePointer.copied)
    } else {
      sqlite3_bind_null(insertion, place)
    }
    try database.step(insertion)
  }

  /// Makes the table by the cells of its first row.
  ///
  /// - Returns: the insertion of a row.
  private func makeTable(_ cells: [TableCell]) throws -> OpaquePointer {
    let table = SQLName.quoted(layer)
    let fields = zip(columns, cells).map { "\(SQLName.quoted($0)) \(Self.sqlType($1))" }
    let literal = "'" + layer.replacing("'", with: "''") + "'"
    try database.run(
      """
      CREATE TABLE \(table) (fid INTEGER PRIMARY KEY, \(fields.joined(separator: ", ")),
        geom \(geometryName));
      INSERT INTO gpkg_contents VALUES (\(literal), 'features', \(literal), '',
        '2024-01-01T00:00:00.000Z', NULL, NULL, NULL, NULL, \(epsg));
      INSERT INTO gpkg_geometry_columns VALUES (\(literal), 'geom', '\(geometryName)', \(epsg), 0, 0);
      """)
    let names = (columns + ["geom"]).map(SQLName.quoted).joined(separator: ", ")
    let places = Array(repeating: "?", count: columns.count + 1).joined(separator: ", ")
    return try database.prepare("INSERT INTO \(table) (\(names)) VALUES (\(places))")
  }

  private static func sqlType(_ cell: TableCell) -> String {
    switch cell {
    case .number(let digits): Int64(digits) == nil ? "REAL" : "INTEGER"
    case .date(let date): date.utf8.count == 10 ? "DATE" : "TEXT"
    case .boolean: "BOOLEAN"
    case .empty, .text, .error: "TEXT"
    }
  }

  private var geometryName: String {
    switch type {
    case .point: "POINT"
    case .line, .polygon: "GEOMETRY"
    }
  }

  private var schema: String {
    let definition = (ProjectionText.text(epsg: epsg) ?? "undefined")
    let own =
      epsg == 4326
      ? ""
      : "INSERT INTO gpkg_spatial_ref_sys VALUES ('EPSG:\(epsg)', \(epsg), 'EPSG', \(epsg), "
        + "'\(definition)', NULL);"
    return """
      PRAGMA application_id = 1196444487;
      PRAGMA user_version = 10300;
      CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY,
        organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL,
        definition TEXT NOT NULL, description TEXT);
      INSERT INTO gpkg_spatial_ref_sys VALUES
        ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', NULL),
        ('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL),
        ('WGS 84', 4326, 'EPSG', 4326, '\(ProjectionText.text(epsg: 4326) ?? "")', NULL);
      \(own)
      CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,
        identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL,
        min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER);
      CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
        geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL,
        m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name));
      """
  }

  package func finish() throws {
    if insertion == nil { _ = try makeTable(Array(repeating: .empty, count: columns.count)) }
    insertion = nil
    try database.finish()
  }
}
