import Access
import Datasets
import Foundation
import GRDB

extension StoreTransaction {
  /// The numbers of the current rows of a data set in which a field has one of some values, in their order.
  ///
  /// A value is compared as the text that the field is kept as. Of a sealed field the key is needed: one that is
  /// the whole key of its data set, or `searchable`, is found by its keyed hash; any other is opened in each row.
  ///
  /// - Returns: nil where the data set has no such field.
  /// - Throws: `SealFault`.
  package func rows(
    of dataset: DatasetEntry, where field: String, isAmong values: [String]
  ) throws -> [Int64]? {
    let known = try DatasetRows(dataset.name, db)
    guard let name = known.fields.first(where: { $0 == field }) else { return nil }
    let wanted = Set(values)
    let own = "CAST(\(try value(of: name, in: dataset)) AS TEXT)"
    var condition = ""
    var arguments = StatementArguments()
    if let hint = try hint(known, name, values) {
      let places = hint.hashes.map { _ in "?" }.joined(separator: ", ")
      condition = "AND \(hint.column) IN (\(places))"
      arguments = StatementArguments(hint.hashes)
    }
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT id, \(own) FROM \(known.table) WHERE to_batch IS NULL \(condition) ORDER BY id",
      arguments: arguments)
    var found: [Int64] = []
    while let row = try rows.next() {
      if let text = row[1] as String?, wanted.contains(text) { found.append(row[0]) }
    }
    return found
  }

  /// The column of keyed hashes that a sealed field is found by, and what some values have there; nil for none.
  private func hint(
    _ rows: DatasetRows, _ field: String, _ values: [String]
  ) throws -> (column: String, hashes: [Data])? {
    guard let sealed = rows.sealed[field], let ring = try store.seal.ring(db) else { return nil }
    if sealed.isSearchable {
      let index = BlindIndex(ring, table: rows.name, column: sealed.name)
      return (
        SQLName.quoted(sealed.indexColumn), values.flatMap { index.entries(of: Data($0.utf8)) }
      )
    }
    let type = try FieldColumns(ofTable: rows.name, db).declaredTypes()[field.lowercased()]
    guard rows.keyFields == [field], rows.key == [SealedFields.keyColumn], type == "TEXT" else {
      return nil
    }
    let digest = try KeyedDigest(ring.keyDigestKey(table: rows.name))
    var encoder = RecordKeyEncoder()
    var hashes: [Data] = []
    for value in values {
      encoder.begin()
      encoder.append(value)
      hashes.append(try digest.key(encoder.hash()).bytes)
    }
    return (SealedFields.keyColumn, hashes)
  }
}
