import Datasets
import GRDB
import Intake

/// Reads current rows of a data set as they are compared with refused rows.
final class AbsentRowReader {
  private let statement: Statement
  private let key: [ManifestField]
  private let others: [ManifestField]

  init(_ table: DatasetTable, _ db: Database) throws {
    let manifest = table.manifest
    key = manifest.primaryKey.compactMap(manifest.field)
    let present = try FieldColumns(ofTable: table.name, db).declaredTypes()
    others = manifest.fieldsBesideKey.filter { present[$0.name.lowercased()] != nil }
    let sealed = try table.sealed(db)
    let columns = (key + others).map { sealed.value(of: $0.name) }.joined(separator: ", ")
    statement = try db.makeStatement(
      sql: """
        SELECT \(columns) FROM \(SQLName.quoted(table.name)) WHERE id = ? AND to_batch IS NULL
        """)
  }

  /// The row of a number; nil where there is none.
  func row(_ id: Int64) throws -> AbsentRow? {
    let rows = try Row.fetchCursor(statement, arguments: [id])
    guard let row = try rows.next() else { return nil }
    let parts = key.indices.map { row[$0] as String? ?? "" }
    var encoder = RecordKeyEncoder()
    encoder.begin()
    var hasValue = false
    for (index, field) in others.enumerated() {
      let column = key.count + index
      if !row.hasNull(atIndex: column) { hasValue = true }
      switch field.type {
      case .integer, .boolean: encoder.append(row[column] as Int64?)
      case .number: encoder.append(row[column] as Double?)
      case .string, .date, .datetime: encoder.append(row[column] as String?)
      }
    }
    return AbsentRow(
      key: RecordReader.text(ofKey: parts), others: hasValue ? encoder.hash() : nil)
  }
}
