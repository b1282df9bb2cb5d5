package import Tabular

/// Takes the tables of the key: given by whoever knows the format, and by `KeyFolder` for CSV.
///
/// Tables are written side by side, each by one thread.
package protocol KeySink: Sendable {
  /// Begins a table.
  ///
  /// - Throws: `OutputError` or `TabularError` where it cannot be written.
  func begin(_ table: KeyTable) throws
  /// Appends rows to a table that was begun.
  func write(_ rows: [[TableCell]], to table: KeyTable) throws
  /// Ends a table.
  func end(_ table: KeyTable) throws
  /// Ends them all: only now there is a key to be used.
  func finish() throws
}

/// A table of the key.
package struct KeyTable: Hashable, Sendable {
  /// `rows`, or the name of a table of the truth, as `persons`.
  package var name: String
  /// The file whose rows it knows, where it is one of `rows`.
  package var file: String?
  package var columns: [PlainColumn]
}
