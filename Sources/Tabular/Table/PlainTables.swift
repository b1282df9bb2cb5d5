/// Plain tables that are written side by side into one file, as into one of SQLite.
///
/// One thread at a time: whoever shares them takes turns. The file is complete after `finish()` alone.
package protocol PlainTables: AnyObject {
  /// Makes a table where it is not there.
  func makeTable(_ name: String, columns: [PlainColumn]) throws
  /// Appends rows to a table that was made, each with a cell for every column.
  func write(_ rows: [[TableCell]], to table: String) throws
  /// Makes an index of a table's columns.
  func index(_ table: String, on columns: [String]) throws
  /// Ends the file: only now it is there.
  func finish() throws
}

/// A file of plain tables that is read.
package protocol PlainTableSource: AnyObject {
  /// Reads the rows of a table that have a value in a column, in the order in which they were written.
  ///
  /// - Parameters:
  ///   - columns: whose cells are wanted, as texts; nil for an empty one.
  ///   - body: takes the cells of a row.
  /// - Throws: `TabularError` where the file is not to be read.
  func read(
    _ table: String, columns: [String], where column: String, is value: String,
    _ body: ([String?]) throws -> Void
  ) throws
}

/// A column of a plain table.
package struct PlainColumn: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case text, integer, number, date }

  package var name: String
  package var kind: Kind

  package init(_ name: String, _ kind: Kind = .text) { (self.name, self.kind) = (name, kind) }
}
