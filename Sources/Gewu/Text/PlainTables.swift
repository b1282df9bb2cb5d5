package import Tabular
import Warehouse

/// Plain tables in a SQLite file, written side by side; whoever shares one takes turns.
package final class PlainTables {
  /// What a column holds.
  package enum ColumnType: Sendable { case text, integer, real, date }

  private let writer: PlainTablesWriter

  /// Begins the file; one that is there is replaced when it is finished.
  ///
  /// - Throws: `OutputError` where it cannot be written.
  package init(path: String) throws { writer = try PlainTablesWriter(path: path) }

  /// Makes a table where it is not there.
  package func makeTable(_ name: String, columns: [(name: String, type: ColumnType)]) throws {
    try writer.makeTable(name, columns: columns.map { ($0.name, $0.type.kept) })
  }

  /// Appends rows, each with a cell for every column.
  package func write(_ rows: [[TableCell]], to table: String) throws {
    try writer.write(rows, to: table)
  }

  /// Makes an index of a table's columns.
  package func index(_ table: String, on columns: [String]) throws {
    try writer.index(table, on: columns)
  }

  /// Ends the file: only now it is there.
  package func finish() throws { try writer.finish() }
}

extension PlainTables.ColumnType {
  fileprivate var kept: PlainTablesWriter.ColumnType {
    switch self {
    case .text: .text
    case .integer: .integer
    case .real: .real
    case .date: .date
    }
  }
}
