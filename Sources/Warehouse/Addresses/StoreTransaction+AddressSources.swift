import GRDB
package import Geometry

extension StoreTransaction {
  /// Visits the current rows of a data set with the values of some fields, in the order of their keys: what the
  /// register of addresses is made from, and what is looked up in it.
  ///
  /// Sealed values are opened. A value is the text that the field is kept as.
  ///
  /// - Parameter visit: gets the row's key, its values in the order of `fields`, and its point; a field that the
  ///   data set does not have has no value.
  /// - Throws: `SealFault`.
  package func forEachRow(
    of dataset: DatasetEntry, fields: [String],
    _ visit: (_ row: Int64, _ values: [String?], _ point: Coordinate?) throws -> Void
  ) throws {
    let known = try DatasetRows(dataset.name, db)
    let values = try fields.map { field in
      known.fields.contains(field)
        ? ", CAST(\(try value(of: field, in: dataset)) AS TEXT)" : ", NULL"
    }.joined()
    let geometry = known.hasGeometry ? try geometryColumn(of: dataset.table) : "NULL"
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, \(geometry)\(values) FROM \(SQLName.quoted(dataset.table))
        WHERE to_batch IS NULL ORDER BY id
        """)
    while let row = try rows.next() {
      let point = try row.withUnsafeData(atIndex: 1) { try Self.anchor(of: $0) }
      try visit(row[0], fields.indices.map { row[$0 + 2] }, point)
    }
  }

  /// Those of some fields that a data set does not have.
  package func missingFields(_ fields: [String], of dataset: DatasetEntry) throws -> [String] {
    let known = Set(try DatasetRows(dataset.name, db).fields)
    return fields.filter { !known.contains($0) }
  }
}
