package import Tabular

/// Writes plain tables into a SQLite file, side by side.
///
/// One thread at a time: whoever shares it takes turns. The file is complete after `finish()` alone.
package final class PlainTablesWriter: PlainTables {
  private let database: DraftDatabase
  private var insertions: [String: OpaquePointer] = [:]
  private var tables: [String: [String]] = [:]

  /// Begins the file; one that is there is replaced when it is finished.
  ///
  /// - Throws: `OutputError`, or `TabularError` of kind `unwritable`.
  package init(path: String) throws {
    database = try DraftDatabase(path: path)
  }

  /// Makes a table where it is not there.
  package func makeTable(_ name: String, columns: [PlainColumn]) throws {
    guard tables.updateValue(columns.map(\.name), forKey: name) == nil else { return }
    let table = SQLName.quoted(name)
    let fields = columns.map { "\(SQLName.quoted($0.name)) \($0.kind.sqlType)" }
    try database.run("CREATE TABLE \(table) (\(fields.joined(separator: ", ")))")
    let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    insertions[name] = try database.prepare("INSERT INTO \(table) VALUES (\(places))")
  }

  /// Appends rows to a table that was made, each with a cell for every column.
  package func write(_ rows: [[TableCell]], to table: String) throws {
    guard let insertion = insertions[table] else { return }
    for row in rows {
      for (index, cell) in row.enumerated() { insertion.bind(cell, Int32(index + 1)) }
      try database.step(insertion)
    }
  }

  /// Makes an index of a table's columns.
  package func index(_ table: String, on columns: [String]) throws {
    let names = columns.map(SQLName.quoted).joined(separator: ", ")
    let name = SQLName.quoted("\(table)_\(columns.joined(separator: "_"))")
    try database.run("CREATE INDEX \(name) ON \(SQLName.quoted(table)) (\(names))")
  }

  package func finish() throws {
    insertions = [:]
    try database.finish()
  }
}

extension PlainColumn.Kind {
  fileprivate var sqlType: String {
    switch self {
    case .text: "TEXT"
    case .integer: "INTEGER"
    case .number: "REAL"
    case .date: "DATE"
    }
  }
}
