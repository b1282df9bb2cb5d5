import GRDBSQLite
package import Tabular

extension StoreTransaction {
  /// Reads the rows of a table one after the other, in constant memory.
  ///
  /// - Parameters:
  ///   - withGeometry: whether the geometry is read, as well-known binary, little-endian.
  ///   - body: what is done with the cells of a row and its geometry.
  /// - Returns: how many rows there were.
  package func forEachRow(
    of table: ExportedTable, withGeometry: Bool,
    _ body: (_ cells: [TableCell], _ geometry: [UInt8]?) throws -> Void
  ) throws -> Int {
    let hasShape = withGeometry && table.geometry != nil
    let statement = try RawStatement(
      db, table.selection { hasShape ? "AsBinary(\($0))" : nil })
    let width = Int32(table.columns.count)
    var count = 0
    while try statement.next() {
      let cells = table.columns.indices.map {
        Self.cell(statement.pointer, Int32($0), table.columns[$0].kind)
      }
      try body(cells, hasShape ? Self.bytes(statement.pointer, width) : nil)
      count += 1
    }
    return count
  }

  private static func cell(
    _ row: OpaquePointer, _ column: Int32, _ kind: ExportedTable.Kind
  ) -> TableCell {
    switch sqlite3_column_type(row, column) {
    case SQLITE_INTEGER: return .number("\(sqlite3_column_int64(row, column))")
    case SQLITE_FLOAT: return .number("\(sqlite3_column_double(row, column))")
    case SQLITE_TEXT:
      guard let start = sqlite3_column_text(row, column) else { return .empty }
      let count = Int(sqlite3_column_bytes(row, column))
      let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
      return kind == .day || kind == .moment ? .date(text) : .text(text)
    default: return .empty
    }
  }

  private static func bytes(_ row: OpaquePointer, _ column: Int32) -> [UInt8]? {
    guard let start = sqlite3_column_blob(row, column) else { return nil }
    return [UInt8](
      UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(row, column))))
  }
}
