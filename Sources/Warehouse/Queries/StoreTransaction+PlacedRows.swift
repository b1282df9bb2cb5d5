import Foundation
import GRDB
import Geometry

extension StoreTransaction {
  /// Visits the current rows of a data set that have a position or a cell, in the order of their
  /// keys.
  package func forEachPlacedRow(
    of dataset: DatasetEntry, _ visit: (PlacedRow) throws -> Void
  ) throws {
    let hasGeometry = try db.columns(in: dataset.table).contains { $0.name == "geometry" }
    let geometry = hasGeometry ? try geometryColumn(of: dataset.table) : "NULL"
    let own = try SealedFields(ofTable: dataset.table, db).value(of: "geometry")
    try forEachPlacedRow(
      """
      SELECT id, grid_id, attach_method, attach_level, \(geometry) AS place
      FROM \(SQLName.quoted(dataset.table))
      WHERE to_batch IS NULL
        AND (\(hasGeometry ? "\(own) IS NOT NULL OR " : "")grid_id IS NOT NULL)
      ORDER BY id
      """, visit)
  }

  /// Visits the reports that have a position or a cell, in the order of their numbers.
  package func forEachPlacedReport(_ visit: (PlacedRow) throws -> Void) throws {
    try forEachPlacedRow(
      """
      SELECT id, grid_id, attach_method, NULL AS attach_level,
        \(try geometryColumn(of: "report")) AS place
      FROM report WHERE geometry IS NOT NULL OR grid_id IS NOT NULL ORDER BY id
      """, visit)
  }

  /// What to select of a table's geometries: a point as it is kept, other shapes as WKB; opened where it is
  /// sealed, and then the keys have been asked for.
  func geometryColumn(of table: String) throws -> String {
    let sealed = try SealedFields(ofTable: table, db)
    if sealed["geometry"] != nil { try store.seal.prepareToOpen(db) }
    let geometry = sealed.value(of: "geometry")
    let type = try Int.fetchOne(
      db,
      sql: "SELECT geometry_type FROM geometry_columns WHERE f_table_name = lower(?)",
      arguments: [table])
    return type == 1 ? geometry : "AsBinary(\(geometry))"
  }

  private func forEachPlacedRow(_ sql: String, _ visit: (PlacedRow) throws -> Void) throws {
    let rows = try Row.fetchCursor(db, sql: sql)
    while let row = try rows.next() {
      try visit(
        PlacedRow(
          id: row[0], gridID: row[1], method: row[2], level: row[3],
          position: try row.withUnsafeData(atIndex: 4) { try Self.anchor(of: $0) }))
    }
  }

  /// The position that a row is attached by, from the bytes of ``geometryColumn(of:)``.
  static func anchor(of bytes: Data?) throws -> Coordinate? {
    guard let bytes else { return nil }
    return try bytes.withUnsafeBytes { bytes in
      // SpatiaLite's own bytes begin with 0, and the WKB that it writes with 1.
      if bytes.first == 0 { return try SpatiaLiteBlob.decodePoint(bytes).point }
      return try WellKnownBinary.decodeShape(bytes)?.anchor
    }
  }
}
