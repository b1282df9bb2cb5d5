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
  private let path: String

  init(_ db: Database, table: String, column: String = "geometry") {
    self.db = db
    self.table = table
    self.column = column
    name = "idx_\(table)_\(column)"
    path = sqlite3_db_filename(db.sqliteConnection, "main").map { String(cString: $0) } ?? ""
  }

  /// From this share of the rows on, the whole index is packed anew: packing takes about 1 µs a
  /// row of the table, inserting 12 µs a new row.
  private static let packedShare = 0.25

  /// Brings the index up to the rows from `firstID` on; rows before have been indexed.
  ///
  /// - Parameters:
  ///   - firstID: the first row that is new.
  ///   - entries: the boxes of all rows, where the table had none before; else they are read from
  ///     it where they are needed.
  /// - Throws: `DatabaseError`, `StoreError`.
  func publish(from firstID: Int64, entries: RunSorter<RTreeEntry>? = nil) throws {
    try make()
    let last =
      try Int64.fetchOne(db, sql: "SELECT max(rowid) FROM \(SQLName.quoted(table))") ?? 0
    guard last >= firstID else { return }
    if firstID <= 1, let entries {
      try pack(entries)
    } else if Double(last - firstID + 1) >= Self.packedShare * Double(last) {
      try pack()
    } else {
      try insert(from: firstID)
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

  /// Packs the index from the geometries in the table.
  func pack() throws {
    let isGeographic = try isGeographic()
    let entries = RunSorter<RTreeEntry>(beside: path)
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
          detail: "row \(id) has a \(self.column) that is no geometry; run `gewu verify`")
      }
      try entries.append(RTreeEntry(id: id, box: box, isGeographic: isGeographic))
    }
    try pack(entries)
  }

  /// Packs the index from boxes; what was in it is gone.
  private func pack(_ entries: RunSorter<RTreeEntry>) throws {
    // The size of the nodes was fixed when SQLite made the root.
    let size = try Int.fetchOne(
      db,
      sql: """
        SELECT length(data) FROM \(SQLName.quoted("\(name)_node")) WHERE nodeno = \(PackedRTree.root)
        """)
    for part in ["node", "rowid", "parent"] {
      try db.execute(sql: "DELETE FROM \(SQLName.quoted("\(name)_\(part)"))")
    }
    let node = try RawStatement(db, "INSERT INTO \(SQLName.quoted("\(name)_node")) VALUES (?, ?)")
    let parent = try RawStatement(
      db, "INSERT INTO \(SQLName.quoted("\(name)_parent")) VALUES (?, ?)")
    let leaves = RunSorter<RTreeRow>(beside: path)
    let sorted = try entries.sorted()
    try PackedRTree(count: entries.count, nodeBytes: size ?? 0).write(
      sorted.next,
      node: { number, bytes in
        node.bind(number, 1)
        node.bind(bytes, 2)
        try node.run()
      },
      row: { try leaves.append(RTreeRow(id: $0, node: $1)) },
      parent: { child, above in
        parent.bind(child, 1)
        parent.bind(above, 2)
        try parent.run()
      })
    try enter(try leaves.sorted())
  }

  /// Writes which leaf each row is in, in the order of the rows.
  private func enter(_ rows: RunMerge<RTreeRow>) throws {
    let statement = try RawStatement(
      db, "INSERT INTO \(SQLName.quoted("\(name)_rowid")) VALUES (?, ?)")
    while let row = try rows.next() {
      statement.bind(row.id, 1)
      statement.bind(row.node, 2)
      try statement.run()
    }
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
