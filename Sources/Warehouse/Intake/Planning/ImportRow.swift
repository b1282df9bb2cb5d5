/// What is to be done in the store for one row of a file.
struct ImportRow {
  /// The row's number in the file.
  var number: Int64 = 0
  /// The row to be written, 0 for none.
  var id: Int64 = 0
  /// A current row that ends with this batch, 0 for none.
  var closes: Int64 = 0
  /// A row of this batch that another one takes the place of, 0 for none.
  var deletes: Int64 = 0
  /// A row that was closed by this batch and is current after all, 0 for none.
  var reopens: Int64 = 0
  var rowHash: Int64 = 0
  /// The row of the cell in `grid`, 0 for none.
  var gridID: Int64 = 0
  /// Whether the block has a point for it.
  var hasPoint = false
  /// Its geometry of another kind as SpatiaLite keeps it, in the block's arena.
  nonisolated(unsafe) var shape: UnsafeRawBufferPointer?
  /// The index of the rule of place that found the cell.
  var rule: UInt8 = 0
}
