package import Tabular
import Warehouse

/// SQLite files of plain tables.
package enum PlainTablesFile {
  /// Begins a file; one that is there is replaced when it is finished.
  ///
  /// - Throws: `OutputError` where it cannot be written.
  package static func writer(path: String) throws -> sending any PlainTables {
    try PlainTablesWriter(path: path)
  }

  /// Opens a file for reading.
  ///
  /// - Throws: `TabularError` where it is none.
  package static func reader(path: String) throws -> any PlainTableSource {
    try PlainTablesReader(path: path)
  }
}
