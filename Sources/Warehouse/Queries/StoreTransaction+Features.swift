package import Datasets
import Foundation
import GRDB
import GRDBSQLite
package import Geometry
package import Tabular

/// A current row of a data set as it is drawn: its shape, and some of its fields.
package struct FeatureRow: Sendable {
  /// The number of this version of the row.
  package let id: Int64
  /// The fields that were asked for, in that order.
  package let values: [TableCell]
  /// The shape, in the store's reference system; nil for an empty one.
  package let shape: Shape?
}

extension StoreTransaction {
  /// Whether and how the rows of a data set may be drawn, by the manifest that it was loaded by last.
  package func featureOutline(of dataset: DatasetEntry) throws -> FeatureOutline {
    let text = try String.fetchOne(
      db, sql: "SELECT manifest FROM dataset WHERE name = ?", arguments: [dataset.name])
    return try FeatureOutline(
      keptText: text ?? "", path: "\(dataset.name) (as kept in the store)")
  }

  /// How sensitive rows are, from 1 (open) to 4; nil where nobody said it.
  ///
  /// The reports are as sensitive as the most sensitive data set whose rows become reports.
  package func sensitivity(of source: RowSource) throws -> Int? {
    switch source {
    case .dataset(let entry): try featureOutline(of: entry).level
    case .reports:
      try datasetsOfReports().compactMap { try dataset(named: $0) }
        .compactMap { try featureOutline(of: $0).level }.max()
    }
  }

  /// Visits the current rows of a data set whose boxes meet one of some others, in the order of their
  /// numbers, with those boxes.
  ///
  /// - Parameters:
  ///   - boxes: in the store's reference system; they are looked up in the spatial index, and nil asks
  ///     for all rows.
  ///   - last: only rows whose numbers are greater.
  ///   - visit: returns whether to go on.
  package func forEachFeature(
    of dataset: DatasetEntry, meeting boxes: [Box]?, after last: Int64,
    _ visit: (_ id: Int64, _ box: Box) throws -> Bool
  ) throws {
    let index = SpatialIndex(db, table: dataset.table)
    var condition = ""
    var numbers: [Double] = []
    if let boxes, try db.tableExists(index.name) {
      let one = """
        SELECT pkid FROM \(SQLName.quoted(index.name))
        WHERE xmin <= ? AND xmax >= ? AND ymin <= ? AND ymax >= ?
        """
      condition = "AND id IN (\(boxes.map { _ in one }.joined(separator: " UNION ")))"
      numbers = boxes.flatMap { [$0.maxX, $0.minX, $0.maxY, $0.minY] }
    }
    // The sign keeps SQLite from walking the table behind the last number instead of the index.
    let rows = try RawStatement(
      db,
      """
      SELECT id, geometry FROM \(SQLName.quoted(dataset.table))
      WHERE to_batch IS NULL AND geometry IS NOT NULL AND +id > ?1 \(condition) ORDER BY id
      """)
    rows.bind(last, 1)
    for (place, number) in numbers.enumerated() { rows.bind(number, Int32(place) + 2) }
    while try rows.next() {
      let bytes = UnsafeRawBufferPointer(
        start: sqlite3_column_blob(rows.pointer, 1),
        count: Int(sqlite3_column_bytes(rows.pointer, 1)))
      guard let box = SpatiaLiteBlob.box(of: bytes) else { continue }
      guard try visit(sqlite3_column_int64(rows.pointer, 0), box) else { return }
    }
  }

  /// The rows of a data set that have some numbers, in the order of these.
  ///
  /// A number that no row has any more is left out.
  package func features(
    of dataset: DatasetEntry, numbered ids: some Sequence<Int64>, fields: [String]
  ) throws -> [FeatureRow] {
    let columns = fields.map(SQLName.quoted) + ["AsBinary(geometry)"]
    let row = try RawStatement(
      db,
      "SELECT \(columns.joined(separator: ", ")) FROM \(SQLName.quoted(dataset.table)) WHERE id = ?"
    )
    var found: [FeatureRow] = []
    for id in ids {
      row.bind(id, 1)
      guard try row.next() else { continue }
      let bytes = UnsafeRawBufferPointer(
        start: sqlite3_column_blob(row.pointer, Int32(fields.count)),
        count: Int(sqlite3_column_bytes(row.pointer, Int32(fields.count))))
      let shape = bytes.isEmpty ? nil : try WellKnownBinary.decodeShape(bytes)
      found.append(
        FeatureRow(
          id: id, values: fields.indices.map { Self.value(row.pointer, Int32($0)) }, shape: shape))
      sqlite3_reset(row.pointer)
    }
    return found
  }

  /// A name for the current rows of a data set, and another one after every batch that changes them.
  package func edition(of dataset: DatasetEntry) throws -> String {
    try String.fetchOne(
      db,
      sql: """
        SELECT ifnull(max(published_operation), 0) || '.' || ifnull(max(rolled_back_operation), 0)
        FROM batch WHERE dataset = ?
        """, arguments: [dataset.name]) ?? ""
  }

  private static func value(_ row: OpaquePointer, _ column: Int32) -> TableCell {
    switch sqlite3_column_type(row, column) {
    case SQLITE_INTEGER: return .number("\(sqlite3_column_int64(row, column))")
    case SQLITE_FLOAT: return .number("\(sqlite3_column_double(row, column))")
    case SQLITE_TEXT:
      guard let start = sqlite3_column_text(row, column) else { return .empty }
      let count = Int(sqlite3_column_bytes(row, column))
      return .text(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
    default: return .empty
    }
  }
}
