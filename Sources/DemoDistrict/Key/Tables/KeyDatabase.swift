import Synchronization
package import Tabular

/// The key in one file of plain tables: `rows` of all files, and the tables of the truth.
package final class KeyDatabase: KeySink {
  private let tables: Mutex<any PlainTables>

  /// - Parameter tables: written by whoever knows the format.
  package init(_ tables: sending any PlainTables) { self.tables = Mutex(tables) }

  package func begin(_ table: KeyTable) throws {
    let file = table.file == nil ? [] : [PlainColumn("file")]
    try tables.withLock { try $0.makeTable(table.name, columns: file + table.columns) }
  }

  package func write(_ rows: [[TableCell]], to table: KeyTable) throws {
    let rows = table.file.map { file in rows.map { [.text(file)] + $0 } } ?? rows
    try tables.withLock { try $0.write(rows, to: table.name) }
  }

  package func end(_ table: KeyTable) throws {}

  package func finish() throws {
    try tables.withLock { tables in
      try tables.index("rows", on: ["file", "row"])
      for column in ["person", "dwelling", "firm"] { try tables.index("rows", on: [column]) }
      try tables.finish()
    }
  }
}
