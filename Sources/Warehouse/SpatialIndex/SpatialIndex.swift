import Intake
import GRDB
import GRDBSQLite
import Geometry

/// The R*Tree over the geometries of a data set's table, `idx_<table>_<column>`, as SpatiaLite,
/// QGIS and ogr2ogr look for it.
///
/// It covers all rows that have a geometry, of whatever version. Imports bring it up to their rows
/// when they are published; rows that are deleted, or get another geometry, take their entries with
/// them by SpatiaLite's own triggers. There is none for inserted rows: it would cost more than all
/// the rest of an import.
struct SpatialIndex {
  /// The virtual table.
  let name: String
  private let db: Database
  private let table: String
  private let column: String
  /// The store's file, beside which there is room for what is sorted; empty for one in memory.
  let path: String

  init(_ db: Database, table: String, column: String = "geometry") {
    self.db = db
    self.table = table
    self.column = column
    name = "idx_\(table)_\(column)"
    path = db.filePath
  }

  /// From this share of the rows on, the whole index is packed anew: packing takes about 1 µs a
  /// row of the table, inserting 12 µs a new row.
  private static let packedShare = 0.25

  /// Brings the index up to the rows from `firstID` on; rows before have been indexed.
  ///
  /// - Parameters:
  ///   - firstID: the first row that is new.
  ///   - boxes: those of all rows, where the table had none before; else they are read from it
  ///     where they are needed.
  /// - Throws: `DatabaseError`, `StoreError`.
  func publish(from firstID: Int64, boxes: BoxLog? = nil) throws {
    try complete(begin(from: firstID, boxes: boxes))
  }

  /// What remains to be done for an index.
  enum Update {
    case none
    /// Rows are inserted one by one.
    case insertion(from: Int64)
    /// The whole index is being packed on another thread.
    case packing(RTreeDraft)
  }

  /// Does the first part of ``publish(from:boxes:)``, after which a thread of its own may pack
  /// while this one goes on, and ``complete(_:)`` follows.
  func begin(from firstID: Int64, boxes: BoxLog? = nil) throws -> Update {
    try make()
    let last =
      try Int64.fetchOne(db, sql: "SELECT max(rowid) FROM \(SQLName.quoted(table))") ?? 0
    guard last >= firstID else { return .none }
    if firstID <= 1, let boxes { return try .packing(pack(boxes)) }
    let share = Double(last - firstID + 1) / Double(last)
    return share < Self.packedShare ? .insertion(from: firstID) : try .packing(pack(scan()))
  }

  /// Does the rest.
  func complete(_ update: Update) throws {
    switch update {
    case .none: break
    case .insertion(let firstID): try insert(from: firstID)
    case .packing(let draft):
      for part in ["node", "rowid", "parent"] {
        try db.execute(sql: "DELETE FROM \(SQLName.quoted("\(name)_\(part)"))")
      }
      try draft.write(db, index: name)
    }
  }

  /// Makes an empty index where there is none, with its entry in the metadata and its triggers.
  ///
  /// `CreateSpatialIndex` does the same, and fills it row by row.
  func make() throws {
    guard try !db.tableExists(name) else { return }
    let (index, table, column) = (
      SQLName.quoted(name), SQLName.quoted(table), SQLName.quoted(column)
    )
    try db.execute(
      sql: "CREATE VIRTUAL TABLE \(index) USING rtree(pkid, xmin, xmax, ymin, ymax)")
    try db.execute(
      sql: """
        CREATE TRIGGER \(SQLName.quoted("gid_\(self.table)_\(self.column)")) AFTER DELETE ON \(table)
        FOR EACH ROW BEGIN
        DELETE FROM \(index) WHERE pkid=OLD.ROWID;
        END
        """)
    try db.execute(
      sql: """
        CREATE TRIGGER \(SQLName.quoted("giu_\(self.table)_\(self.column)"))
        AFTER UPDATE OF \(column) ON \(table)
        FOR EACH ROW BEGIN
        DELETE FROM \(index) WHERE pkid=NEW.ROWID;
        SELECT RTreeAlign('\(name)', NEW.ROWID, NEW.\(column));
        END
        """)
    try db.execute(
      sql: """
        UPDATE geometry_columns SET spatial_index_enabled = 1
        WHERE f_table_name = lower(?) AND f_geometry_column = lower(?)
        """, arguments: [self.table, self.column])
    db.clearSchemaCache()
  }

  /// The boxes of the geometries in the table.
  private func scan() throws -> BoxLog {
    let boxes = BoxLog(beside: path)
    let column = SQLName.quoted(column)
    let rows = try RawStatement(
      db,
      "SELECT rowid, \(column) FROM \(SQLName.quoted(table)) WHERE \(column) IS NOT NULL")
    while try rows.next() {
      let bytes = UnsafeRawBufferPointer(
        start: sqlite3_column_blob(rows.pointer, 1),
        count: Int(sqlite3_column_bytes(rows.pointer, 1)))
      let id = sqlite3_column_int64(rows.pointer, 0)
      guard let box = SpatiaLiteBlob.box(of: bytes) else {
        throw StoreError.failed(
          path: table,
          .notAGeometry(row: id, column: self.column))
      }
      try boxes.append(id, RTreeBox(box))
    }
    return boxes
  }

  /// Begins to pack boxes into nodes of the size that SQLite fixed when it made the root.
  private func pack(_ boxes: BoxLog) throws -> RTreeDraft {
    let size = try Int.fetchOne(
      db,
      sql: """
        SELECT length(data) FROM \(SQLName.quoted("\(name)_node"))
        WHERE nodeno = \(PackedRTree.root)
        """)
    return try RTreeDraft(
      boxes, isGeographic: isGeographic(), nodeBytes: size ?? 0, path: path)
  }

  private func insert(from firstID: Int64) throws {
    let column = SQLName.quoted(column)
    try db.execute(
      sql: """
        INSERT INTO \(SQLName.quoted(name)) (pkid, xmin, xmax, ymin, ymax)
        SELECT rowid, MbrMinX(\(column)), MbrMaxX(\(column)), MbrMinY(\(column)), MbrMaxY(\(column))
        FROM \(SQLName.quoted(table)) WHERE rowid >= ? AND \(column) IS NOT NULL
        """, arguments: [firstID])
  }

  /// Whether the column's reference system counts in degrees.
  func isGeographic() throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT s.proj4text LIKE '%+proj=longlat%' FROM geometry_columns AS g
        JOIN spatial_ref_sys AS s ON s.srid = g.srid
        WHERE g.f_table_name = lower(?) AND g.f_geometry_column = lower(?)
        """, arguments: [table, column]) ?? false
  }
}
