import Tabular

/// A row as it goes into a file, and what becomes of it.
struct WrittenRow {
  var cells: [TableCell]
  /// Well-known binary, where the file has geometries.
  var geometry: [UInt8]?
  var line: SentLine
  /// What becomes of it, once the rows before it are known.
  var fate = RowFate.quarantined
  /// The number of the row in its data set.
  var number: Int
  /// What was done to it on purpose, by fault and field.
  var faults: [String] = []
  /// How many of its cells come from what.
  var origins: CellOrigins
}
