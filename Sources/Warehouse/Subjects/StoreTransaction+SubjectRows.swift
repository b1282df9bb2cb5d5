import Foundation
import GRDB
import GRDBSQLite

/// Which rows of a data set are read.
package enum SubjectRowChoice: Sendable, Equatable {
  /// Those that are current.
  case current
  /// All versions of all rows.
  case versions
  /// Those of some numbers, current or not.
  case numbers([Int64])
}

extension StoreTransaction {
  /// Visits rows of a data set with the values of some fields, in the order of their numbers.
  ///
  /// Sealed values are opened; a value is the text that the field is kept as. A field that the data set does not
  /// have has no value.
  ///
  /// - Throws: `SealFault`.
  package func forEachSubjectRow(
    of dataset: DatasetEntry, fields: [String], withPlace: Bool = false, withGrid: Bool = true,
    _ choice: SubjectRowChoice = .current, _ visit: (SubjectRow) throws -> Void
  ) throws {
    let known = try DatasetRows(dataset.name, db)
    let names = Set(known.fields)
    let text = { (field: String) in
      names.contains(field)
        ? ", CAST(\(try value(of: field, in: dataset)) AS TEXT)" : ", NULL"
    }
    let key =
      try known.keyFields.isEmpty ? ", CAST(id AS TEXT)" : known.keyFields.map(text).joined()
    let keyCount = max(1, known.keyFields.count)
    let place =
      try withPlace && known.hasGeometry ? geometryColumn(of: dataset.table) : "NULL"
    let condition =
      switch choice {
      case .current: "to_batch IS NULL"
      case .versions: "1"
      case .numbers(let numbers): "id IN (\(numbers.map { "\($0)" }.joined(separator: ",")))"
      }
    let statement = try RawStatement(
      db,
      """
      SELECT id, from_batch, grid_id, to_batch IS NULL, \(place)\(key)\(try fields.map(text).joined())
      FROM \(known.table) WHERE \(condition) ORDER BY id
      """)
    let days = try days(ofBatchesOf: dataset)
    let codes = try withGrid ? gridCodes() : [:]
    var row = SubjectRow()
    while try statement.next() {
      let pointer = statement.pointer
      row.removeAll()
      row.id = sqlite3_column_int64(pointer, 0)
      row.loadedOn = days[sqlite3_column_int64(pointer, 1)] ?? ""
      row.grid =
        sqlite3_column_type(pointer, 2) == SQLITE_NULL
        ? nil : codes[sqlite3_column_int64(pointer, 2)]
      row.isCurrent = sqlite3_column_int64(pointer, 3) != 0
      row.point = try Self.anchor(of: Self.blob(pointer, 4))
      for column in 0..<keyCount {
        Self.withText(pointer, Int32(5 + column)) { row.append(keyPart: $0) }
      }
      for column in fields.indices {
        Self.withText(pointer, Int32(5 + keyCount + column)) { row.append(value: $0) }
      }
      try visit(row)
    }
  }

  private static func withText(
    _ row: OpaquePointer, _ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard let start = sqlite3_column_text(row, column) else {
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
    body(UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(row, column))))
  }

  private static func blob(_ row: OpaquePointer, _ column: Int32) -> Data? {
    guard let start = sqlite3_column_blob(row, column) else { return nil }
    return Data(bytes: start, count: Int(sqlite3_column_bytes(row, column)))
  }

  /// How the rows of a data set are read: its key, and the columns and types of some fields.
  package func subjectReading(of dataset: DatasetEntry, fields: [String]) throws -> String {
    let known = try DatasetRows(dataset.name, db)
    let types = Dictionary(
      try db.columns(in: dataset.table).map { ($0.name, $0.type) },
      uniquingKeysWith: { one, _ in one })
    let names = Set(known.fields)
    let own = fields.sorted().filter(names.contains).map { "\($0):\(types[$0] ?? "")" }
    return known.keyFields.joined(separator: ",") + "|" + own.joined(separator: ",")
  }

  /// The day on which each batch of a data set was loaded.
  private func days(ofBatchesOf dataset: DatasetEntry) throws -> [Int64: String] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT id, substr(ended, 1, 10) FROM batch WHERE dataset = ?",
      arguments: [dataset.name])
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1] ?? "") })
  }

  private func gridCodes() throws -> [Int64: String] {
    let rows = try Row.fetchAll(db, sql: "SELECT id, code FROM grid")
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
  }
}
