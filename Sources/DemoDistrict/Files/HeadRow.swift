import Tabular

/// A row above the data, and which of its cells are merged.
struct HeadRow {
  var cells: [TableCell]
  /// The runs of columns that are one cell, where the format can say so.
  var merged: [ClosedRange<Int>] = []
}
