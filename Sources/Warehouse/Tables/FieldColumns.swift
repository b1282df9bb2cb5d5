import Datasets
import GRDB

/// The columns in which the fields of one data set's table are and were kept: `field_column`.
///
/// SQLite converts what is written to a column to the type that the column was made with, so that `007`
/// in an INTEGER column is 7. A field whose type changes therefore gets a new column under its name; the
/// old one stays under another name, as it was, for the versions that were written to it.
///
/// Each entry says from which batch on a column was written to. A field without entries has had one
/// column only, the one of its name.
struct FieldColumns {
  private struct Span: FetchableRecord {
    let column: String
    let first: Int64

    init(row: Row) {
      column = row["column_name"]
      first = row["first_batch"]
    }
  }

  let table: String
  private let db: Database

  init(ofTable table: String, _ db: Database) {
    (self.table, self.db) = (table, db)
  }

  /// The columns of earlier types.
  func former() throws -> Set<String> {
    try String.fetchSet(
      db,
      sql: """
        SELECT column_name FROM field_column
        WHERE table_name = ? AND lower(column_name) <> lower(field)
        """, arguments: [table])
  }

  /// The columns of earlier types, by the names of their fields in lower case.
  func formerColumns() throws -> [String: [String]] {
    var found: [String: [String]] = [:]
    for row in try Row.fetchAll(
      db,
      sql: """
        SELECT DISTINCT lower(field) AS field, column_name FROM field_column
        WHERE table_name = ? AND lower(column_name) <> lower(field) ORDER BY column_name
        """, arguments: [table])
    {
      found[row["field"], default: []].append(row["column_name"])
    }
    return found
  }

  /// The first batch that wrote to the column that a field has now; 0 where it has had no other.
  func firstBatch(of field: String) throws -> Int64 { try spans(of: field).last?.first ?? 0 }

  /// The names that a table's columns were declared with, in lower case, and their types.
  func declaredTypes() throws -> [String: String] {
    let columns = try db.columns(in: table).map { ($0.name.lowercased(), $0.type.uppercased()) }
    return Dictionary(columns, uniquingKeysWith: { first, _ in first })
  }

  /// Gives a field a column of another type, from a batch on.
  ///
  /// The new column has the values of all versions, each taken from the column that it was written to,
  /// so that states before and after can be compared and one can be brought back. What the new type
  /// cannot hold stays what it was.
  func change(_ field: String, to type: String, from batch: Int64, besides taken: Set<String>)
    throws
  {
    let original = try self.original(of: field)
    let old = try freeName(for: field, besides: taken)
    if try spans(of: field).isEmpty { try enter(field, field, from: 0) }
    try renameColumn(field, to: old)
    try enter(field, field, from: batch)
    let value = original(field, old)
    try db.execute(
      sql: """
        ALTER TABLE \(SQLName.quoted(table)) ADD COLUMN \(SQLName.quoted(field)) \(type);
        UPDATE \(SQLName.quoted(table)) SET \(SQLName.quoted(field)) = \(Self.exact(value))
          WHERE \(value) IS NOT NULL;
        """)
    db.clearSchemaCache()
  }

  /// Takes a name that a new field needs from a column of an earlier type.
  func free(_ name: String, besides taken: Set<String>) throws {
    guard let former = try former().first(where: { $0.lowercased() == name.lowercased() }) else {
      return
    }
    try renameColumn(former, to: freeName(for: name, besides: taken))
  }

  /// Gives fields the columns back that they had before batches of which none is published any more.
  ///
  /// Sealed fields keep theirs: what they are is sealed, whatever the type of a column.
  func restore() throws {
    let sealed = try SealedFields(ofTable: table, db)
    let fields = try String.fetchAll(
      db, sql: "SELECT DISTINCT field FROM field_column WHERE table_name = ?", arguments: [table])
    let next = try Int64.fetchOne(db, sql: "SELECT max(id) + 1 FROM batch") ?? 1
    for field in fields where sealed[field] == nil {
      var left = try spans(of: field)
      while let last = left.last, left.count > 1, try !isWritten(from: last.first) {
        left.removeLast()
      }
      guard let column = left.last?.column, column.lowercased() != field.lowercased() else {
        continue
      }
      let old = try freeName(for: field, besides: [])
      try renameColumn(field, to: old)
      try renameColumn(column, to: field)
      try enter(field, field, from: next)
    }
  }

  /// Whether a batch of the table's data set from a number on is published.
  private func isWritten(from first: Int64) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM batch AS b JOIN dataset AS d ON d.name = b.dataset
          WHERE d.table_name = ? AND b.id >= ? AND b.status = 'published')
        """, arguments: [table, first]) ?? false
  }

  private func spans(of field: String) throws -> [Span] {
    try Span.fetchAll(
      db,
      sql: """
        SELECT column_name, first_batch FROM field_column
        WHERE table_name = ? AND lower(field) = lower(?) ORDER BY first_batch, id
        """, arguments: [table, field])
  }

  private func enter(_ field: String, _ column: String, from batch: Int64) throws {
    try db.execute(
      sql: """
        INSERT INTO field_column (table_name, field, column_name, first_batch) VALUES (?, ?, ?, ?)
        """, arguments: [table, field, column, batch])
  }

  /// Renames a column, also where it is entered; an index of the key would go with it.
  private func renameColumn(_ column: String, to name: String) throws {
    if try DatasetTable.keyColumns(ofTable: table, db).contains(where: {
      $0.lowercased() == column.lowercased()
    }) {
      try DatasetTable.dropKeyIndex(ofTable: table, db)
    }
    let quoted = SQLName.quoted(table)
    try db.execute(
      sql: """
        ALTER TABLE \(quoted) RENAME COLUMN \(SQLName.quoted(column)) TO \(SQLName.quoted(name))
        """)
    try db.execute(
      sql: """
        UPDATE field_column SET column_name = ? WHERE table_name = ? AND lower(column_name) = lower(?)
        """, arguments: [name, table, column])
    db.clearSchemaCache()
  }

  private func freeName(for field: String, besides taken: Set<String>) throws -> String {
    let present = Set(try db.columns(in: table).map { $0.name.lowercased() })
    var number = 1
    while true {
      let name = "\(field)__\(number)"
      if !present.contains(name.lowercased()), !taken.contains(name.lowercased()) { return name }
      number += 1
    }
  }

  /// The expression for a version's value from the column that it was written to, given the name that a
  /// column has by then.
  private func original(
    of field: String
  ) throws -> (_ renamed: String, _ name: String) -> String {
    let spans = try spans(of: field)
    return { renamed, name in
      func column(_ span: Span) -> String {
        SQLName.quoted(span.column.lowercased() == renamed.lowercased() ? name : span.column)
      }
      guard let last = spans.last else { return SQLName.quoted(name) }
      let earlier = zip(spans, spans.dropFirst()).map { span, next in
        "WHEN from_batch < \(next.first) THEN \(column(span))"
      }
      guard !earlier.isEmpty else { return column(last) }
      return "CASE \(earlier.joined(separator: " ")) ELSE \(column(last)) END"
    }
  }

  /// A value that comes back the same from a column of text: SQLite writes 15 digits of a number.
  private static func exact(_ value: String) -> String {
    """
    CASE WHEN typeof(\(value)) = 'real' AND CAST(CAST(\(value) AS TEXT) AS REAL) <> \(value)
      THEN printf('%!.17g', \(value)) ELSE \(value) END
    """
  }
}
