import GRDBSQLite
import Tabular

/// The features of a layer of a GeoPackage.
final class GeoPackageRows: RowReader {
  let sheet: String?
  let bytesTotal: Int
  private let path: String
  private let layer: GeoPackageLayer
  private let connection: OpaquePointer
  private let statement: OpaquePointer
  private let row = RowBuffer()
  private var hasHeader = false
  private var number = 0
  private var count = 0
  private(set) var geometry: UnsafeRawBufferPointer?
  private(set) var geometryFault: TabularError?

  init(path: String, layer: GeoPackageLayer) throws {
    self.path = path
    self.layer = layer
    sheet = layer.table
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let opened else {
      sqlite3_close_v2(opened)
      throw GeoPackageLayer.notAGeoPackage(path)
    }
    let table = SQLName.quoted(layer.table)
    do {
      bytesTotal = try Self.count(opened, table, path)
      let columns = (layer.columns.map(\.name) + [layer.column]).map(SQLName.quoted)
        .joined(separator: ", ")
      // A view has no key of its own.
      statement =
        try (try? Self.prepare(opened, "SELECT rowid, \(columns) FROM \(table)", path))
        ?? Self.prepare(opened, "SELECT NULL, \(columns) FROM \(table)", path)
    } catch {
      sqlite3_close_v2(opened)
      throw error
    }
    connection = opened
  }

  deinit {
    sqlite3_finalize(statement)
    sqlite3_close_v2(connection)
  }

  var fields: UnsafeBufferPointer<TableField> { row.fields }
  /// Features, not bytes.
  var bytesRead: Int { count }
  func startCounting() { number = 0 }
  func raw(_ row: TableRow) -> String { JSONRow(fields, geometry: geometry).text }

  func next() throws -> TableRow? {
    row.begin()
    geometry = nil
    geometryFault = nil
    guard hasHeader else {
      hasHeader = true
      for column in layer.columns { row.append(column.name) }
      number = 1
      return TableRow(number: 1, line: 0, start: 0, end: 0, fieldCount: row.count)
    }
    let code = sqlite3_step(statement)
    guard code != SQLITE_DONE else { return nil }
    guard code == SQLITE_ROW else { throw Self.failure(connection, path) }
    count += 1
    number += 1
    for (index, column) in layer.columns.enumerated() { append(Int32(index + 1), column.type) }
    readGeometry(Int32(layer.columns.count + 1))
    return TableRow(
      number: number, line: key, start: 0, end: 0,
      fieldCount: row.count, isBlank: row.isBlank && geometry == nil && geometryFault == nil)
  }

  /// The key of the feature in the file; its number where it has none.
  private var key: Int {
    let isMissing = sqlite3_column_type(statement, 0) == SQLITE_NULL
    return isMissing ? count : Int(sqlite3_column_int64(statement, 0))
  }

  private func append(_ index: Int32, _ type: String) {
    switch sqlite3_column_type(statement, index) {
    case SQLITE_INTEGER:
      let value = sqlite3_column_int64(statement, index)
      if type == "BOOLEAN" { return row.append(value == 0 ? "false" : "true", kind: .boolean) }
      let isExactElsewhere = abs(value) < 1_000_000_000_000_000
      row.append(String(value), kind: isExactElsewhere ? .number : .text)
    case SQLITE_FLOAT:
      row.append(NumberText.digits(sqlite3_column_double(statement, index)), kind: .number)
    case SQLITE_TEXT:
      let isDay = type == "DATE" && sqlite3_column_bytes(statement, index) == 10
      row.append(bytes(index), kind: isDay ? .date : .text)
    case SQLITE_BLOB: row.append(JSONRow.hexadecimal(bytes(index)))
    default: row.append("")
    }
  }

  private func bytes(_ index: Int32) -> UnsafeRawBufferPointer {
    // The text first: SQLite may convert it, and then counts anew.
    let isBlob = sqlite3_column_type(statement, index) == SQLITE_BLOB
    let start =
      isBlob
      ? sqlite3_column_blob(statement, index)
      : sqlite3_column_text(statement, index).map { UnsafeRawPointer($0) }
    return UnsafeRawBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(statement, index)))
  }

  private func readGeometry(_ index: Int32) {
    guard sqlite3_column_type(statement, index) != SQLITE_NULL else { return }
    let isBlob = sqlite3_column_type(statement, index) == SQLITE_BLOB
    let bytes = bytes(index)
    switch isBlob ? GeoPackageBlob.content(bytes) : .invalid {
    case .none: return
    // Valid until the next step, as the row is.
    case .wellKnownBinary(let start):
      geometry = UnsafeRawBufferPointer(rebasing: bytes[start...])
    case .invalid: geometryFault = GeoPackageLayer.notAGeometry(path, number: count)
    }
  }

  private static func count(
    _ connection: OpaquePointer, _ table: String, _ path: String
  ) throws -> Int {
    let statement = try prepare(connection, "SELECT count(*) FROM \(table)", path)
    defer { sqlite3_finalize(statement) }
    guard sqlite3_step(statement) == SQLITE_ROW else { throw failure(connection, path) }
    return Int(sqlite3_column_int64(statement, 0))
  }

  private static func prepare(
    _ connection: OpaquePointer, _ sql: String, _ path: String
  ) throws -> OpaquePointer {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK, let statement
    else { throw failure(connection, path) }
    return statement
  }

  private static func failure(_ connection: OpaquePointer, _ path: String) -> TabularError {
    GeoPackageLayer.unreadable(
      path, code: sqlite3_errcode(connection) & 0xFF,
      text: String(cString: sqlite3_errmsg(connection)))
  }
}
