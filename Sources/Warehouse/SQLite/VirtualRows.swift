import GRDB
import GRDBSQLite

/// Rows in memory that SQLite reads as a table, so that one statement writes hundreds of them:
/// `INSERT INTO … SELECT * FROM <name>`.
///
/// A bound statement a row costs SQLite 0.8 µs for the binding, starting and ending of it, a third
/// of the writing of a row of twenty columns; a row of a virtual table costs none of that.
class VirtualRows {
  /// The row behind the last one that is served.
  var end = 0
  /// The first row that is served.
  var start = 0
  private let name: String
  fileprivate let columnCount: Int
  private let connection: OpaquePointer

  /// Makes an empty table `name` on a connection; it is gone when this object is, before which all
  /// statements that read it must be gone.
  init(_ db: Database, name: String, columnCount: Int) throws {
    guard let connection = db.sqliteConnection else {
      throw StoreError.failed(path: name, .closed)
    }
    self.name = name
    self.columnCount = columnCount
    self.connection = connection
    let code = sqlite3_create_module_v2(
      connection, name, &RowModule.module, Unmanaged.passUnretained(self).toOpaque(), nil)
    guard code == SQLITE_OK else { throw RawStatement.error(db) }
  }

  deinit { sqlite3_create_module_v2(connection, name, nil, nil, nil) }

  /// Whether a row is left out.
  func isSkipped(_ row: Int) -> Bool { false }

  /// Gives SQLite a value of a row, by `sqlite3_result_…`.
  func give(_ column: Int, of row: Int, to context: OpaquePointer) {}
}

/// The callbacks by which SQLite reads a `VirtualRows`.
private enum RowModule {
  private struct Table {
    var base = sqlite3_vtab()
    var source: Unmanaged<VirtualRows>
  }

  private struct Cursor {
    var base = sqlite3_vtab_cursor()
    var source: Unmanaged<VirtualRows>
    var row = 0
  }

  /// Never written after it is made; SQLite wants its address.
  nonisolated(unsafe) static var module: sqlite3_module = {
    var module = sqlite3_module()
    // No xCreate: the table is there under the module's name, and only there.
    module.xConnect = { connection, source, _, _, table, _ in connect(connection, source, table) }
    module.xBestIndex = { _, _ in SQLITE_OK }
    module.xDisconnect = { table in
      table.map { UnsafeMutableRawPointer($0).assumingMemoryBound(to: Table.self).deallocate() }
      return SQLITE_OK
    }
    module.xOpen = { table, cursor in open(table, cursor) }
    module.xClose = { cursor in
      cursor.map { UnsafeMutableRawPointer($0).assumingMemoryBound(to: Cursor.self).deallocate() }
      return SQLITE_OK
    }
    module.xFilter = { cursor, _, _, _, _ in
      move(cursor) { source, _ in source.start }
    }
    module.xNext = { cursor in
      move(cursor) { _, row in row &+ 1 }
    }
    module.xEof = { cursor in
      guard let cursor = access(cursor) else { return 1 }
      return cursor.pointee.source._withUnsafeGuaranteedRef { cursor.pointee.row >= $0.end ? 1 : 0 }
    }
    module.xColumn = { cursor, context, column in
      guard let cursor = access(cursor), let context else { return SQLITE_ERROR }
      cursor.pointee.source._withUnsafeGuaranteedRef {
        $0.give(Int(column), of: cursor.pointee.row, to: context)
      }
      return SQLITE_OK
    }
    module.xRowid = { cursor, row in
      row?.pointee = Int64(access(cursor)?.pointee.row ?? 0)
      return SQLITE_OK
    }
    return module
  }()

  @inline(__always)
  private static func access(
    _ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?
  ) -> UnsafeMutablePointer<Cursor>? {
    UnsafeMutableRawPointer(cursor)?.assumingMemoryBound(to: Cursor.self)
  }

  private static func connect(
    _ connection: OpaquePointer?, _ source: UnsafeMutableRawPointer?,
    _ table: UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab>?>?
  ) -> Int32 {
    guard let source, let table else { return SQLITE_ERROR }
    let rows = Unmanaged<VirtualRows>.fromOpaque(source)
    let columns = (0..<rows.takeUnretainedValue().columnCount).map { "c\($0)" }
    let code = sqlite3_declare_vtab(
      connection, "CREATE TABLE x (\(columns.joined(separator: ",")))")
    guard code == SQLITE_OK else { return code }
    let made = UnsafeMutablePointer<Table>.allocate(capacity: 1)
    made.initialize(to: Table(source: rows))
    table.pointee = UnsafeMutableRawPointer(made).assumingMemoryBound(to: sqlite3_vtab.self)
    return SQLITE_OK
  }

  private static func open(
    _ table: UnsafeMutablePointer<sqlite3_vtab>?,
    _ cursor: UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab_cursor>?>?
  ) -> Int32 {
    guard let table = UnsafeMutableRawPointer(table)?.assumingMemoryBound(to: Table.self),
      let cursor
    else { return SQLITE_ERROR }
    let made = UnsafeMutablePointer<Cursor>.allocate(capacity: 1)
    made.initialize(to: Cursor(source: table.pointee.source))
    cursor.pointee =
      UnsafeMutableRawPointer(made).assumingMemoryBound(to: sqlite3_vtab_cursor.self)
    return SQLITE_OK
  }

  /// Goes to a row, or to the first one behind it that is not left out.
  @inline(__always)
  private static func move(
    _ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?, to next: (VirtualRows, Int) -> Int
  ) -> Int32 {
    guard let cursor = access(cursor) else { return SQLITE_ERROR }
    cursor.pointee.source._withUnsafeGuaranteedRef { source in
      var row = next(source, cursor.pointee.row)
      while row < source.end, source.isSkipped(row) { row &+= 1 }
      cursor.pointee.row = row
    }
    return SQLITE_OK
  }
}
